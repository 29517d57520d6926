// SPDX-License-Identifier: Apache-2.0
package dev.assay.reactor.rules;

import dev.assay.deferred.Deferred;
import dev.assay.ledger.Ledger;
import dev.assay.reactor.ReactorCore.Trigger;
import dev.assay.reactor.SystemEvent;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The lifecycle of a reactor: whether it runs, and its startup and shutdown.
 *
 * @since 0.1
 */
public final class ReactorLifecycle {
  private final Ends ends;
  private final String name;
  private final SystemEvents events = new SystemEvents();

  /** Whether the loop continues: true from the start to the end of the shutdown. */
  private boolean started;

  private boolean running;
  private boolean stopped;

  /** Cancels the shutdown, from the request to its beginning. */
  private @Nullable Runnable unstop;

  /**
   * Creates the lifecycle of a reactor that has not started.
   *
   * @param name the reactor in texts, such as {@code the reactor of localhost}
   * @param closeAll closes everything that is open, during the shutdown
   */
  public ReactorLifecycle(Ends ends, String name, Runnable closeAll) {
    this.ends = ends;
    this.name = name;
    becomeRunningDuringStartup();
    events.add(
        SystemEvent.Phase.DURING,
        SystemEvent.SHUTDOWN,
        () -> {
          end();
          closeAll.run();
          return null;
        });
  }

  String name() {
    return name;
  }

  /** Returns whether the reactor has started, and its shutdown has not ended. */
  public boolean isStarted() {
    return started;
  }

  /** Returns whether the reactor runs. */
  public boolean isRunning() {
    return running;
  }

  /** Returns whether the reactor was asked to stop. */
  public boolean isStopped() {
    return stopped;
  }

  /** Returns whether an event will never begin, because the reactor was asked to stop. */
  boolean isOver(SystemEvent event) {
    return stopped && (event == SystemEvent.STARTUP || !started);
  }

  /** Returns the Deferreds that delay the startup or the shutdown. */
  public List<Deferred<?>> awaited() {
    return awaited(stopped ? SystemEvent.SHUTDOWN : SystemEvent.STARTUP);
  }

  /** Returns the Deferreds that delay an event. */
  List<Deferred<?>> awaited(SystemEvent event) {
    return events.awaited(event);
  }

  /** Adds a trigger to a phase of an event. */
  public Trigger add(
      SystemEvent.Phase phase,
      SystemEvent event,
      Callable<? extends @Nullable Deferred<?>> trigger) {
    ends.checkRequest("add a trigger");
    return add("trigger of " + phase + " " + event, phase, event, trigger);
  }

  /** Runs a call when the reactor runs. */
  public void callWhenRunning(Runnable call) {
    ends.checkRequest("call callWhenRunning");
    if (running) {
      call.run();
    } else {
      add(
          "callWhenRunning",
          SystemEvent.Phase.AFTER,
          SystemEvent.STARTUP,
          () -> {
            call.run();
            return null;
          });
    }
  }

  private Trigger add(
      String label,
      SystemEvent.Phase phase,
      SystemEvent event,
      Callable<? extends @Nullable Deferred<?>> trigger) {
    Ledger ledger = ends.ledger();
    if (ledger == null) {
      return events.add(phase, event, trigger);
    }
    TriggerEntry entry = new TriggerEntry(ledger, this, event);
    entry.label(label);
    return entry.addTo(events, phase, trigger);
  }

  /** Starts the reactor. */
  public void start() {
    if (started) {
      throw new IllegalStateException(name + " is running already; it can be started once");
    }
    if (stopped) {
      throw new IllegalStateException(name + " was stopped and cannot run again; make a new one");
    }
    started = true;
    trace("started");
    ends.startUp(() -> events.fire(SystemEvent.STARTUP));
  }

  /** Begins the shutdown. */
  public void stop() {
    ends.checkThread("stop the reactor");
    if (stopped) {
      throw new IllegalStateException(
          name + (started ? " is being stopped already" : " was stopped already"));
    }
    if (!started) {
      throw new IllegalStateException(name + " is not running; start it with run() or start()");
    }
    stopped = true;
    trace("stopping");
    unstop =
        ends.shutDown(
            () -> {
              unstop = null;
              events.fire(SystemEvent.SHUTDOWN);
            });
  }

  /** Ends the life of the reactor at once, without a shutdown. */
  public void crash() {
    ends.checkThread("crash the reactor");
    if (!started) {
      return;
    }
    trace("crashed");
    if (unstop != null) {
      unstop.run();
      unstop = null;
    }
    started = false;
    running = false;
    becomeRunningDuringStartup();
  }

  private void end() {
    trace("stopped");
    started = false;
    running = false;
  }

  private void becomeRunningDuringStartup() {
    events.add(
        SystemEvent.Phase.DURING,
        SystemEvent.STARTUP,
        () -> {
          running = started;
          return null;
        });
  }

  private void trace(String kind) {
    ends.trace(kind, "reactor", "");
  }

  /**
   * The two ends of a reactor's life.
   *
   * @since 0.1
   */
  public interface Ends extends Surroundings {
    /** Runs the triggers of the startup in an event of its own, immediately. */
    void startUp(Runnable triggers);

    /** Schedules the triggers of the shutdown, and returns the code that cancels this. */
    Runnable shutDown(Runnable triggers);
  }
}
