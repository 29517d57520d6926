// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.run;

import dev.assay.pending.ExpectedWork;
import dev.assay.pending.Ledger;
import dev.assay.pending.Pending;
import dev.assay.pending.PendingKind;
import dev.assay.trial.TrialSettings;
import dev.assay.trial.thread.Bringers;
import dev.assay.trial.thread.RealTime;
import dev.assay.trial.thread.Sight;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A wait in real time for what threads outside the trial bring; virtual time in it stands still. It
 * lasts for as long as somebody is there who could bring it, up to the limit.
 */
final class Arrival {
  /** How often it is looked who is there. */
  private static final Duration LOOK = Duration.ofMillis(10);

  /** After how many looks at which nobody computes it is clear that time itself is waited for. */
  private static final int IDLE = 2;

  /** How long a thread may take to begin with what it was given. */
  private static final Duration START = Duration.ofMillis(100);

  private final WaitSupport support;
  private final Ledger ledger;
  private final boolean ofStage;
  private Duration waited = Duration.ZERO;
  private List<String> likely = List.of();
  private int idle;
  private long since;
  private List<String> waitedFor = List.of();
  private List<Pending> calls = List.of();

  /**
   * Begins a wait.
   *
   * @param ofStage whether any thread may bring what is awaited, as against the trial's own alone
   */
  Arrival(WaitSupport support, boolean ofStage) {
    this.support = support;
    this.ledger = support.ledger();
    this.ofStage = ofStage;
  }

  /** Waits, and drives what comes in; returns whether that has brought about what is awaited. */
  boolean drives(WaitLoop loop) throws Throwable {
    BooleanSupplier news = () -> loop.isDone() || loop.isReady() || support.stop().isCancelled();
    while (waited.compareTo(limit()) < 0) {
      if (!RealTime.waitUntil(news, LOOK, ledger)) {
        waited = waited.plus(LOOK);
        countIdle();
        continue;
      }
      idle = 0;
      support.stop().check();
      if (loop.go()) {
        return true;
      }
    }
    support.stop().check();
    return loop.go();
  }

  /** Takes down real time that goes by while nobody computes; a few looks may be by chance. */
  private void countIdle() {
    boolean running = support.bringers().get().isAnybodyRunning();
    ledger.progressed(); // as in limit()
    if (running) {
      idle = 0;
      return;
    }
    long now = RealTime.nanos();
    if (idle++ == 0) {
      since = now - LOOK.toNanos();
    }
    if (idle >= IDLE) {
      Sight here = Sight.of(Thread.currentThread());
      support.spent().waited(here, Duration.ofNanos(now - since), likely);
      since = now;
    }
  }

  /** Returns how long this may last as things stand. */
  private Duration limit() {
    TrialSettings settings = support.settings().get();
    boolean allowed = settings.allowed().contains(PendingKind.FOREIGN_CALL);
    // First who is there: what a thread has tried that is no longer there, is known by now.
    Bringers.Outlook outlook = support.bringers().get().look();
    ledger.progressed(); // to look takes time in which the trial does not stand still
    calls = allowed ? List.of() : foreignCalls();
    if (!calls.isEmpty()) {
      return Duration.ZERO;
    }
    boolean fromOutside = ofStage || allowed || !ExpectedWork.awaitedIn(ledger).isEmpty();
    likely = outlook.likely().isEmpty() ? likely : outlook.likely();
    List<String> bringers = fromOutside ? outlook.all() : outlook.own();
    if (!bringers.isEmpty()) {
      waitedFor = bringers;
      return settings.realLimit();
    }
    Duration soon = least(settings.blockingLimit(), settings.realLimit());
    if (!outlook.timers().isEmpty()) {
      waitedFor = outlook.timers();
      return soon;
    }
    boolean mayStart = outlook.idle() || fromOutside;
    return mayStart ? fromOutside && outlook.idle() ? soon : START : Duration.ZERO;
  }

  private List<Pending> foreignCalls() {
    return ledger.snapshot().stream()
        .filter(some -> some.kind() == PendingKind.FOREIGN_CALL)
        .toList();
  }

  private static Duration least(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** Returns how long this has lasted. */
  Duration waited() {
    return waited;
  }

  /** Returns for whom this has waited, as words of a sentence. */
  List<String> waitedFor() {
    return waitedFor;
  }

  /** Returns what threads have tried that may not, which is why this has ended. */
  List<Pending> calls() {
    return calls;
  }
}
