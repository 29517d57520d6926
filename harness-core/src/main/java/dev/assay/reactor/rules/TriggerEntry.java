// SPDX-License-Identifier: Apache-2.0
package dev.assay.reactor.rules;

import static java.util.Objects.requireNonNull;

import dev.assay.deferred.Deferred;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.LedgerEntry;
import dev.assay.pending.PendingKind;
import dev.assay.pending.Remedy;
import dev.assay.reactor.ReactorCore.Trigger;
import dev.assay.reactor.SystemEvent;
import dev.assay.stack.Sites;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The ledger entry of a trigger: a call that waits for a reactor to start or stop. */
final class TriggerEntry extends LedgerEntry implements Trigger {
  private final ReactorLifecycle life;
  private final SystemEvent event;
  private @Nullable Trigger added;

  TriggerEntry(Ledger ledger, ReactorLifecycle life, SystemEvent event) {
    super(ledger, PendingKind.DELAYED_CALL, Sites.here());
    this.life = life;
    this.event = event;
  }

  /** Adds the trigger, which is pending until it runs or is removed. */
  Trigger addTo(
      SystemEvents events,
      SystemEvent.Phase phase,
      Callable<? extends @Nullable Deferred<?>> trigger) {
    added =
        events.add(
            phase,
            event,
            () -> {
              settle();
              return trigger.call();
            });
    open();
    return this;
  }

  @Override
  public void remove() {
    requireNonNull(added, "added").remove();
    settle();
  }

  @Override
  protected PendingKind kind() {
    return PendingKind.DELAYED_CALL;
  }

  /**
   * Returns whether a trial waits for the trigger: many tests never stop their reactor, but a
   * reactor that never starts is an error.
   */
  @Override
  protected boolean awaited() {
    return startup();
  }

  @Override
  protected String detail() {
    String wait = "waits for " + life.name() + (startup() ? " to start" : " to stop");
    if (life.isOver(event)) {
      return wait + "; it was stopped, and does not start again";
    } else if (startup() && life.isRunning()) {
      return wait + "; it has started before";
    }
    String holders = holders();
    return holders.isEmpty() ? wait : wait + "; " + holders + " delays that";
  }

  @Override
  protected Remedy remedy() {
    String holders = holders();
    if (life.isOver(event)) {
      return happened("add it before the reactor is stopped, or use a new reactor");
    } else if (startup() && life.isRunning()) {
      return happened("add the trigger before the reactor starts, or use callWhenRunning");
    } else if (!holders.isEmpty()) {
      return happened(
          "fire " + holders + ", so that the " + (startup() ? "startup" : "shutdown") + " goes on");
    } else if (startup()) {
      return new Remedy(
          "its reactor has not started since",
          "start the reactor: with start() in the test, or with run() if the code stops it");
    }
    return happened("stop() the reactor in the test, or remove() the trigger");
  }

  private static Remedy happened(String fix) {
    return new Remedy("what it waits for has not happened since", fix);
  }

  private boolean startup() {
    return event == SystemEvent.STARTUP;
  }

  private String holders() {
    return life.awaited(event).stream().map(Deferred::name).collect(Collectors.joining(" and "));
  }
}
