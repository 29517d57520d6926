// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import dev.assay.fake.network.Network;
import dev.assay.fake.timeline.Event;
import dev.assay.ledger.Display;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.LedgerEntry;
import dev.assay.pending.PendingKind;
import dev.assay.reactor.ReactorDescriptors.Descriptor;
import dev.assay.stack.Sites;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The state of one direction of a descriptor: whether it is registered, and whether it is ready.
 * While both are true, the descriptor is notified once in each turn.
 */
final class DescriptorWatch {
  private final Network network;
  private final Descriptor descriptor;
  private final Direction direction;
  private final Consumer<DescriptorWatch> tell;
  private @Nullable Entry entry;
  private boolean registered;
  private boolean ready;
  private boolean armed;

  DescriptorWatch(
      Network network, Descriptor descriptor, Direction direction, Consumer<DescriptorWatch> tell) {
    this.network = network;
    this.descriptor = descriptor;
    this.direction = direction;
    this.tell = tell;
  }

  Descriptor descriptor() {
    return descriptor;
  }

  /** Returns whether this belongs to a descriptor; descriptors are compared by identity. */
  @SuppressWarnings("ReferenceEquality")
  boolean isOf(Descriptor other) {
    return descriptor == other;
  }

  Direction direction() {
    return direction;
  }

  boolean isRegistered() {
    return registered;
  }

  boolean isReady() {
    return ready;
  }

  void register() {
    if (registered) {
      return;
    }
    registered = true;
    Ledger ledger = network.ledger();
    if (ledger != null) {
      entry = new Entry(ledger, this);
      entry.open();
    }
    arm();
  }

  void unregister() {
    registered = false;
    if (entry != null) {
      entry.settle();
    }
  }

  void ready(boolean now) {
    ready = now;
    arm();
  }

  private void arm() {
    if (registered && ready && !armed) {
      armed = true;
      network.soon(new Event("readiness of", this, this::happen));
    }
  }

  private void happen() {
    armed = false;
    if (registered && ready) {
      tell.accept(this);
      arm();
    }
  }

  /** Returns {@code a Pipe, notified when it can be read from}. */
  @Override
  public String toString() {
    return Display.ofCode(descriptor.getClass()) + ", notified when it can be " + direction.doing();
  }

  /** The entry in the trial's ledger. */
  private static final class Entry extends LedgerEntry {
    private final DescriptorWatch watch;

    private Entry(Ledger ledger, DescriptorWatch watch) {
      super(ledger, PendingKind.DESCRIPTOR, Sites.here());
      this.watch = watch;
    }

    @Override
    protected PendingKind kind() {
      return PendingKind.DESCRIPTOR;
    }

    @Override
    protected String detail() {
      return watch.toString();
    }
  }
}
