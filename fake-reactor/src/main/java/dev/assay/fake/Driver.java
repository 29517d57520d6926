// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import dev.assay.call.Nanos;
import dev.assay.deferred.Deferred;
import dev.assay.deferred.DeferredState;
import dev.assay.deferred.Outcome;
import dev.assay.fake.network.ConnectionState;
import dev.assay.fake.network.FakeHost;
import dev.assay.fake.network.Hosts;
import dev.assay.fake.timeline.Drive;
import dev.assay.fake.timeline.Timeline;
import dev.assay.ledger.Display;
import dev.assay.ledger.Ledger;
import dev.assay.reactor.rules.ReactorLifecycle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The loop that runs a network until a condition holds, and reports why it can never hold. */
final class Driver {
  private static final int LISTED = 10;

  private final Timeline timeline;
  private final Hosts hosts;

  Driver(Timeline timeline, Hosts hosts) {
    this.timeline = timeline;
    this.hosts = hosts;
  }

  void runUntil(Deferred<?> awaited, Duration limit) {
    timeline.checkDrivable("run the reactor");
    long end = Nanos.after("limit", timeline.nanos(), limit);
    new Drive(timeline).until(() -> hasResult(awaited), end);
    if (!hasResult(awaited)) {
      timeline
          .failures()
          .fail(
              new AssertionError(
                  timeline.isIdle()
                      ? describe(awaited) + " can never fire: " + nothingHappens()
                      : describe(awaited)
                          + " has no result after "
                          + Display.time(limit)
                          + ": "
                          + timeline.describeArmed()));
    }
    timeline.failures().raise();
  }

  /** Runs until the reactor is stopped, or until nothing can stop it any more. */
  void run(ReactorLifecycle life) {
    timeline.checkDrivable("run the reactor");
    life.start();
    new Drive(timeline).until(() -> !life.isStarted(), Long.MAX_VALUE);
    if (life.isStarted()) {
      List<Deferred<?>> held = life.awaited();
      life.crash();
      timeline
          .failures()
          .fail(
              new AssertionError(
                  (held.isEmpty()
                          ? "the reactor is never stopped: "
                          : "the reactor waits for " + held + ": ")
                      + nothingHappens()));
    }
    timeline.failures().raise();
  }

  private static boolean hasResult(Deferred<?> awaited) {
    return awaited.state() instanceof Outcome && awaited.pauseCount() == 0;
  }

  /** Names a Deferred and those that it waits for. */
  private static String describe(Deferred<?> awaited) {
    StringBuilder text = new StringBuilder(awaited.toString());
    Deferred<?> last = awaited;
    while (last.state() instanceof DeferredState.Waiting<?> waiting) {
      last = waiting.on();
      text.append(", which waits for ").append(last);
    }
    return text.toString();
  }

  private String nothingHappens() {
    List<String> pending = pending();
    StringBuilder text = new StringBuilder("nothing is ready and nothing is armed");
    if (pending.isEmpty()) {
      return text + ", and nothing is open";
    }
    text.append("; still open:");
    pending.stream().limit(LISTED).forEach(line -> text.append("\n  ").append(line));
    int more = pending.size() - LISTED;
    return more > 0 ? text + "\n  and " + more + " more" : text.toString();
  }

  /**
   * Returns everything that is open: all open entries of the ledger or, without a ledger,
   * everything on the network.
   */
  private List<String> pending() {
    Ledger ledger = timeline.ledger();
    if (ledger != null) {
      return ledger.snapshot().stream().map(Object::toString).toList();
    }
    List<String> open = new ArrayList<>();
    for (FakeHost host : hosts.all()) {
      host.listening().forEach(port -> open.add(port + " on " + host));
      host.datagramPorts().forEach(port -> open.add(port + " on " + host));
      host.connections()
          .forEach(end -> open.add(end + " on " + host + ", " + ConnectionState.describe(end)));
    }
    return open;
  }
}
