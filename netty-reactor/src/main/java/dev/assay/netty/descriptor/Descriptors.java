// SPDX-License-Identifier: Apache-2.0
package dev.assay.netty.descriptor;

import dev.assay.ledger.Display;
import dev.assay.netty.loop.Loop;
import dev.assay.protocol.ConnectionLostException;
import dev.assay.reactor.ReactorDescriptors.Descriptor;
import dev.assay.reactor.ReactorDescriptors.ReadDescriptor;
import dev.assay.reactor.ReactorDescriptors.WriteDescriptor;
import dev.assay.reactor.rules.Guard;
import java.nio.channels.SelectableChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The descriptors of one reactor: channels of the user's own that are watched.
 *
 * @since 0.1
 */
public final class Descriptors {
  private final Loop loop;
  private final List<Watch> watches = new ArrayList<>();

  /** Creates a reactor's descriptors, of which there are none yet. */
  public Descriptors(Loop loop) {
    this.loop = loop;
  }

  /** Notifies a descriptor whenever it can be read from. */
  public void add(ReadDescriptor reader) {
    loop.checkRequest("add a descriptor");
    watch(reader).read(reader);
  }

  /** Notifies a descriptor whenever it can be written to. */
  public void add(WriteDescriptor writer) {
    loop.checkRequest("add a descriptor");
    watch(writer).write(writer);
  }

  /** Stops notifying a descriptor that it can be read from. */
  public void remove(ReadDescriptor reader) {
    loop.checkThread("remove a descriptor");
    List.copyOf(watches).forEach(watch -> watch.stopReading(reader));
  }

  /** Stops notifying a descriptor that it can be written to. */
  public void remove(WriteDescriptor writer) {
    loop.checkThread("remove a descriptor");
    List.copyOf(watches).forEach(watch -> watch.stopWriting(writer));
  }

  /** Removes all descriptors, and notifies each once of the end. */
  public void closeAll() {
    ConnectionLostException reason = new ConnectionLostException("its reactor was stopped");
    for (Watch watch : List.copyOf(watches)) {
      Set<Descriptor> told = watch.all();
      watch.close();
      for (Descriptor descriptor : told) {
        Guard.run(name(descriptor), () -> descriptor.connectionLost(reason));
      }
    }
  }

  Loop loop() {
    return loop;
  }

  void remove(Watch watch) {
    watches.remove(watch);
  }

  static String name(Descriptor descriptor) {
    return Display.ofCode(descriptor.getClass());
  }

  private Watch watch(Descriptor descriptor) {
    SelectableChannel channel = descriptor.channel();
    if (channel == null) {
      throw new IllegalArgumentException(
          "descriptor must have a channel for a real reactor to watch: " + name(descriptor));
    }
    for (Watch watch : watches) {
      if (watch.isOf(channel)) {
        return watch;
      }
    }
    loop.enter(() -> watches.add(new Watch(this, channel)));
    return watches.get(watches.size() - 1);
  }
}
