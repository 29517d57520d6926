// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import dev.assay.pending.Display;
import dev.assay.pending.Errors;
import dev.assay.protocol.ConnectionLost;
import dev.assay.reactor.ReactorDescriptors.Descriptor;
import java.util.ArrayList;
import java.util.List;

/** The descriptors of a host, which a test says are ready. */
final class FakeDescriptors {
  private final FakeHost host;
  private final List<Watch> watches = new ArrayList<>();

  FakeDescriptors(FakeHost host) {
    this.host = host;
  }

  void add(Descriptor descriptor, Direction direction) {
    host.network().checkRequest("add a descriptor");
    watch(descriptor, direction).register();
  }

  void remove(Descriptor descriptor, Direction direction) {
    host.network().checkThread("remove a descriptor");
    Watch watch = watch(descriptor, direction);
    watch.unregister();
    forgetIfIdle(watch);
  }

  /** Says whether a descriptor can be read from, or written to, from now on. */
  void ready(Descriptor descriptor, Direction direction, boolean ready) {
    host.network().checkThread("make a descriptor ready");
    Watch watch = watch(descriptor, direction);
    watch.ready(ready);
    forgetIfIdle(watch);
  }

  /** Removes all, and tells each once that it is over. */
  void closeAll() {
    while (!watches.isEmpty()) {
      Descriptor descriptor = watches.get(0).descriptor();
      boolean told = false;
      for (Watch watch : List.copyOf(watches)) {
        if (watch.isOf(descriptor)) {
          told |= watch.isRegistered();
          watch.unregister();
          watches.remove(watch);
        }
      }
      if (told) {
        ConnectionLost reason = new ConnectionLost("its reactor was stopped");
        Guard.run(name(descriptor), () -> descriptor.connectionLost(reason));
      }
    }
  }

  /** Tells a descriptor that is ready; one that throws is told no more. */
  private void tell(Watch watch) {
    Descriptor descriptor = watch.descriptor();
    host.network().trace(host, watch.direction().told(), name(descriptor), "");
    try {
      watch.direction().tell(descriptor);
    } catch (Throwable error) {
      Errors.log(name(descriptor), error);
      for (Direction direction : Direction.values()) {
        Watch removed = watch(descriptor, direction);
        removed.unregister();
        forgetIfIdle(removed);
      }
      Guard.run(name(descriptor), () -> descriptor.connectionLost(error));
    }
  }

  private Watch watch(Descriptor descriptor, Direction direction) {
    for (Watch watch : watches) {
      if (watch.isOf(descriptor) && watch.direction() == direction) {
        return watch;
      }
    }
    Watch made = new Watch(host.network(), descriptor, direction, this::tell);
    watches.add(made);
    return made;
  }

  private void forgetIfIdle(Watch watch) {
    if (!watch.isRegistered() && !watch.isReady()) {
      watches.remove(watch);
    }
  }

  private static String name(Descriptor descriptor) {
    return Display.ofCode(descriptor.getClass());
  }
}
