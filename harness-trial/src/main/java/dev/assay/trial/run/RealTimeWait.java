// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.run;

import dev.assay.ledger.ExpectedWork;
import dev.assay.ledger.Ledger;
import dev.assay.pending.Pending;
import dev.assay.pending.PendingKind;
import dev.assay.trial.TrialSettings;
import dev.assay.trial.thread.RealTime;
import dev.assay.trial.thread.ResultSources;
import dev.assay.trial.thread.ThreadSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A wait in real time for results of threads outside the trial; virtual time does not move during
 * it. It lasts while there is a thread that could provide the result, up to the limit.
 */
final class RealTimeWait {
  /** The interval between looks at the threads. */
  private static final Duration LOOK = Duration.ofMillis(10);

  /** The number of looks without a computing thread after which the trial waits for time itself. */
  private static final int IDLE = 2;

  /** The time that a thread may take to begin a task that it was given. */
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
   * @param ofStage whether any thread may provide the result, not only the trial's own
   */
  RealTimeWait(WaitSupport support, boolean ofStage) {
    this.support = support;
    this.ledger = support.ledger();
    this.ofStage = ofStage;
  }

  /** Waits, and drives what arrives; returns whether that has provided the awaited result. */
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

  /** Records real time during which no thread computes; a few looks may be by chance. */
  private void countIdle() {
    boolean running = support.sources().get().isAnyRunning();
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
      ThreadSnapshot here = ThreadSnapshot.of(Thread.currentThread());
      support.spent().waited(here, Duration.ofNanos(now - since), likely);
      since = now;
    }
  }

  /** Returns how long this may last in the current state. */
  private Duration limit() {
    TrialSettings settings = support.settings().get();
    boolean allowed = settings.allowed().contains(PendingKind.FOREIGN_CALL);
    // First the threads: what a thread that is gone has tried is known by now.
    ResultSources.Found found = support.sources().get().look();
    ledger.progressed(); // the time of a look is no standstill
    calls = allowed ? List.of() : foreignCalls();
    if (!calls.isEmpty()) {
      return Duration.ZERO;
    }
    boolean fromOutside = ofStage || allowed || !ExpectedWork.awaitedIn(ledger).isEmpty();
    likely = found.likely().isEmpty() ? likely : found.likely();
    List<String> names = fromOutside ? found.all() : found.own();
    if (!names.isEmpty()) {
      waitedFor = names;
      return settings.realLimit();
    }
    Duration soon = least(settings.blockingLimit(), settings.realLimit());
    if (!found.timers().isEmpty()) {
      waitedFor = found.timers();
      return soon;
    }
    boolean mayStart = found.idle() || fromOutside;
    return mayStart ? fromOutside && found.idle() ? soon : START : Duration.ZERO;
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

  /** Returns the threads that this has waited for, as words of a sentence. */
  List<String> waitedFor() {
    return waitedFor;
  }

  /** Returns the forbidden calls that threads have tried, which have ended this wait. */
  List<Pending> calls() {
    return calls;
  }
}
