// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import dev.assay.fake.network.Host;
import dev.assay.fake.network.Network;
import dev.assay.ledger.Display;
import dev.assay.ledger.Errors;
import dev.assay.protocol.ConnectionLostException;
import dev.assay.reactor.ReactorDescriptors.Descriptor;
import dev.assay.reactor.rules.Guard;
import java.util.ArrayList;
import java.util.List;

/** The descriptors of a host. A test sets which of them are ready. */
final class FakeDescriptors {
  private final Network network;
  private final Host host;
  private final List<DescriptorWatch> watches = new ArrayList<>();

  FakeDescriptors(Network network, Host host) {
    this.network = network;
    this.host = host;
  }

  void add(Descriptor descriptor, Direction direction) {
    network.checkRequest("add a descriptor");
    watch(descriptor, direction).register();
  }

  void remove(Descriptor descriptor, Direction direction) {
    network.checkThread("remove a descriptor");
    DescriptorWatch watch = watch(descriptor, direction);
    watch.unregister();
    forgetIfIdle(watch);
  }

  /** Sets whether a descriptor can be read from, or written to, from now on. */
  void ready(Descriptor descriptor, Direction direction, boolean ready) {
    network.checkThread("make a descriptor ready");
    DescriptorWatch watch = watch(descriptor, direction);
    watch.ready(ready);
    forgetIfIdle(watch);
  }

  /** Removes all descriptors, and notifies each once of the end. */
  void closeAll() {
    while (!watches.isEmpty()) {
      Descriptor descriptor = watches.get(0).descriptor();
      boolean told = false;
      for (DescriptorWatch watch : List.copyOf(watches)) {
        if (watch.isOf(descriptor)) {
          told |= watch.isRegistered();
          watch.unregister();
          watches.remove(watch);
        }
      }
      if (told) {
        ConnectionLostException reason = new ConnectionLostException("its reactor was stopped");
        Guard.run(name(descriptor), () -> descriptor.connectionLost(reason));
      }
    }
  }

  /** Notifies a descriptor that it is ready; a descriptor that throws is not notified again. */
  private void tell(DescriptorWatch watch) {
    Descriptor descriptor = watch.descriptor();
    network.trace(host, watch.direction().told(), name(descriptor), "");
    try {
      watch.direction().tell(descriptor);
    } catch (Throwable error) {
      Errors.log(name(descriptor), error);
      for (Direction direction : Direction.values()) {
        DescriptorWatch removed = watch(descriptor, direction);
        removed.unregister();
        forgetIfIdle(removed);
      }
      Guard.run(name(descriptor), () -> descriptor.connectionLost(error));
    }
  }

  private DescriptorWatch watch(Descriptor descriptor, Direction direction) {
    for (DescriptorWatch watch : watches) {
      if (watch.isOf(descriptor) && watch.direction() == direction) {
        return watch;
      }
    }
    DescriptorWatch made = new DescriptorWatch(network, descriptor, direction, this::tell);
    watches.add(made);
    return made;
  }

  private void forgetIfIdle(DescriptorWatch watch) {
    if (!watch.isRegistered() && !watch.isReady()) {
      watches.remove(watch);
    }
  }

  private static String name(Descriptor descriptor) {
    return Display.ofCode(descriptor.getClass());
  }
}
