// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import dev.assay.deferred.Deferred;
import dev.assay.fake.event.Phase;
import dev.assay.fake.network.Host;
import dev.assay.fake.network.Network;
import dev.assay.fake.timeline.Event;
import dev.assay.fake.timeline.Timeline;
import dev.assay.fake.timeline.VirtualCall;
import dev.assay.ledger.Ledger;
import dev.assay.reactor.ReactorCore.Trigger;
import dev.assay.reactor.SystemEvent;
import dev.assay.reactor.SystemEvents;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** The lifecycle of a fake reactor: whether it runs, and its startup and shutdown. */
final class ReactorLifecycle {
  private final Network network;
  private final Host host;
  private final Timeline timeline;
  private final SystemEvents events = new SystemEvents();

  /** Whether the loop continues: true from the start to the end of the shutdown. */
  private boolean started;

  private boolean running;
  private boolean stopped;
  private @Nullable VirtualCall shutdown;

  /**
   * Creates the lifecycle of a reactor that has not started.
   *
   * @param closeAll closes everything that is open, during the shutdown
   */
  ReactorLifecycle(Network network, Host host, Runnable closeAll) {
    this.network = network;
    this.host = host;
    this.timeline = network.timeline();
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

  Host host() {
    return host;
  }

  boolean isStarted() {
    return started;
  }

  boolean isRunning() {
    return running;
  }

  /** Returns whether an event will never begin, because the reactor was asked to stop. */
  boolean isOver(SystemEvent event) {
    return stopped && (event == SystemEvent.STARTUP || !started);
  }

  /** Returns the Deferreds that delay the startup or the shutdown. */
  List<Deferred<?>> awaited() {
    return awaited(stopped ? SystemEvent.SHUTDOWN : SystemEvent.STARTUP);
  }

  /** Returns the Deferreds that delay an event. */
  List<Deferred<?>> awaited(SystemEvent event) {
    return events.awaited(event);
  }

  Trigger add(
      SystemEvent.Phase phase,
      SystemEvent event,
      Callable<? extends @Nullable Deferred<?>> trigger) {
    timeline.checkRequest("add a trigger");
    return add("trigger of " + phase + " " + event, phase, event, trigger);
  }

  void callWhenRunning(Runnable call) {
    timeline.checkRequest("call callWhenRunning");
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
    Ledger ledger = timeline.ledger();
    if (ledger == null) {
      return events.add(phase, event, trigger);
    }
    TriggerEntry entry = new TriggerEntry(ledger, this, event);
    entry.label(label);
    return entry.addTo(events, phase, trigger);
  }

  void start() {
    timeline.checkDrivable("start the reactor");
    if (started) {
      throw new IllegalStateException(
          "the reactor of " + host + " is running already; it can be started once");
    }
    if (stopped) {
      throw new IllegalStateException(
          "the reactor of " + host + " was stopped and cannot run again; make a new one");
    }
    started = true;
    trace("started");
    timeline.happenNow(new Event("startup of", host, () -> events.fire(SystemEvent.STARTUP)));
  }

  void stop() {
    timeline.checkThread("stop the reactor");
    if (stopped) {
      throw new IllegalStateException(
          "the reactor of "
              + host
              + (started ? " is being stopped already" : " was stopped already"));
    }
    if (!started) {
      throw new IllegalStateException(
          "the reactor of " + host + " is not running; start it with run() or start()");
    }
    stopped = true;
    trace("stopping");
    shutdown =
        timeline.happen(
            Phase.SHUTDOWN,
            timeline.nanos(),
            new Event("shutdown of", host, () -> events.fire(SystemEvent.SHUTDOWN)));
  }

  void crash() {
    timeline.checkThread("crash the reactor");
    if (!started) {
      return;
    }
    trace("crashed");
    if (shutdown != null && shutdown.isActive()) {
      shutdown.cancel();
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
    network.trace(host, kind, "reactor", "");
  }
}
