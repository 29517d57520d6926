// SPDX-License-Identifier: Apache-2.0
package dev.assay.reactor.rules;

import dev.assay.deferred.Deferred;
import dev.assay.ledger.Errors;
import dev.assay.reactor.ReactorCore.Trigger;
import dev.assay.reactor.SystemEvent;
import dev.assay.reactor.SystemEvent.Phase;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The triggers of a reactor's system events.
 *
 * <p>An event runs its triggers phase by phase, those of one phase in the order in which they were
 * added, and each of them once. A trigger that is added while its phase runs still takes part.
 * Deferreds that are returned in the first phase delay the second until all of them have a result.
 * What a trigger throws, or its Deferred fails with, is logged.
 *
 * @since 0.1
 */
public final class SystemEvents {
  private final Map<SystemEvent, Event> events = new EnumMap<>(SystemEvent.class);

  /** Creates the events of a reactor, without triggers. */
  public SystemEvents() {
    for (SystemEvent event : SystemEvent.values()) {
      events.put(event, new Event(event));
    }
  }

  /**
   * Adds a trigger to a phase of an event.
   *
   * @param trigger returns a Deferred to wait for, or null
   */
  public Trigger add(
      Phase phase, SystemEvent event, Callable<? extends @Nullable Deferred<?>> trigger) {
    Added added = new Added(of(event), phase, trigger);
    added.queue().add(added);
    return added;
  }

  /**
   * Runs the triggers of an event. They all run at once, except those that the first phase delays.
   *
   * @throws IllegalStateException if the event's triggers are running already
   */
  public void fire(SystemEvent event) {
    of(event).fire();
  }

  /** Returns the Deferreds that delay an event. */
  public List<Deferred<?>> awaited(SystemEvent event) {
    return List.copyOf(of(event).awaited);
  }

  @SuppressWarnings("NullAway") // all events are in the map
  private Event of(SystemEvent event) {
    return events.get(event);
  }

  /** One event, with its triggers that have not run. */
  private static final class Event {
    private final SystemEvent event;
    private final Map<Phase, ArrayDeque<Added>> triggers = new EnumMap<>(Phase.class);
    private final List<Deferred<?>> awaited = new ArrayList<>();
    private boolean underWay;

    /** Whether triggers of the first phase have still to run. */
    private boolean beginning;

    private Event(SystemEvent event) {
      this.event = event;
    }

    private ArrayDeque<Added> of(Phase phase) {
      return triggers.computeIfAbsent(phase, added -> new ArrayDeque<>());
    }

    private void fire() {
      if (underWay) {
        throw new IllegalStateException(
            event
                + " is in progress already"
                + (awaited.isEmpty() ? "" : "; it waits for " + awaited));
      }
      underWay = true;
      beginning = true;
      run(Phase.BEFORE);
      beginning = false;
      goOn();
    }

    private void goOn() {
      if (!beginning && awaited.isEmpty()) {
        run(Phase.DURING);
        run(Phase.AFTER);
        underWay = false;
      }
    }

    private void run(Phase phase) {
      ArrayDeque<Added> queue = of(phase);
      for (Added next = queue.poll(); next != null; next = queue.poll()) {
        Deferred<?> given = next.call();
        if (phase == Phase.BEFORE && given != null) {
          await(next, given);
        }
      }
    }

    private <T extends @Nullable Object> void await(Added trigger, Deferred<T> given) {
      awaited.add(given);
      given.<@Nullable T>addCallbacks(
          value -> {
            arrived(given);
            return value;
          },
          error -> {
            Errors.log(trigger.toString(), error);
            arrived(given);
            return null;
          });
    }

    private void arrived(Deferred<?> given) {
      awaited.remove(given);
      goOn();
    }
  }

  /** A trigger, and the line that added it. */
  private static final class Added implements Trigger {
    private final Event event;
    private final Phase phase;
    private final Callable<? extends @Nullable Deferred<?>> code;
    private boolean ran;

    private Added(Event event, Phase phase, Callable<? extends @Nullable Deferred<?>> code) {
      this.event = event;
      this.phase = phase;
      this.code = code;
    }

    private ArrayDeque<Added> queue() {
      return event.of(phase);
    }

    private @Nullable Deferred<?> call() {
      ran = true;
      try {
        return code.call();
      } catch (Throwable error) {
        Errors.log(toString(), error);
        return null;
      }
    }

    @Override
    public void remove() {
      if (!queue().remove(this)) {
        throw new IllegalStateException(
            "the " + this + " can no longer be removed: it " + (ran ? "has run" : "was removed"));
      }
    }

    /** Returns {@code trigger of BEFORE SHUTDOWN}. */
    @Override
    public String toString() {
      return "trigger of " + phase + " " + event.event;
    }
  }
}
