// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.heartbeat;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Deferreds;
import dev.assay.fake.VirtualClock;
import dev.assay.pending.Ledger;
import dev.assay.pending.Pending;
import java.io.PrintStream;
import java.time.Duration;

/** An hour of heartbeats in a moment, and what a test that forgets to stop them leaves behind. */
final class Demo {
  private final PrintStream out;

  Demo(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] args) {
    new Demo(System.out).run();
  }

  void run() {
    Ledger ledger = new Ledger();
    Ledger.Binding binding = ledger.bind();
    try {
      VirtualClock clock = new VirtualClock();
      anHour(clock);
      aSilentPeer(clock);
      forgetToStop(clock);
    } finally {
      binding.close();
    }

    out.println("What is left behind:");
    for (Pending pending : ledger.snapshot()) {
      out.println("  " + pending);
    }
    ledger.close();
  }

  /** The peer answers half a second after it is asked. */
  private void anHour(VirtualClock clock) {
    Heartbeat heartbeat =
        new Heartbeat(
            clock, () -> Deferreds.deferLater(clock, Duration.ofMillis(500), () -> "pong"));
    heartbeat.start();
    clock.advance(Duration.ofHours(1));
    heartbeat.stop();
    clock.runUntilIdle(Duration.ofSeconds(5));
    out.println("An hour of heartbeats: " + heartbeat.answers() + " answers by " + clock.elapsed());
  }

  /** The peer never answers. */
  private void aSilentPeer(VirtualClock clock) {
    Deferred<?> ended = new Heartbeat(clock, () -> new Deferred<String>().label("ping")).start();
    ended.addCallbacks(
        stopped -> "answered",
        error -> {
          out.println("A silent peer: " + error.getMessage() + " (" + clock.elapsed() + ")");
          return "noticed";
        });
    clock.advance(Heartbeat.PATIENCE);
  }

  /** Nobody stops this one. */
  private void forgetToStop(VirtualClock clock) {
    out.println("A heartbeat that nobody stops.");
    new Heartbeat(clock, () -> Deferred.succeed("pong")).start();
    clock.advance(Duration.ofSeconds(7));
  }
}
