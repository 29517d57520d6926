// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.run;

import dev.assay.ledger.Ledger;
import dev.assay.trial.FailureCode;
import dev.assay.trial.TrialSettings;
import dev.assay.trial.thread.OtherThreads;
import dev.assay.trial.thread.ResultSources;
import dev.assay.trial.thread.ThreadFacts;
import dev.assay.trial.thread.ThreadSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A detector of runs that make no progress. It counts the real time that one run has spent without
 * progress, in rounds of its watchdog, and decides when to give the run up.
 *
 * <p>A round counts against a wait only if no thread that the wait may depend on makes progress. So
 * neither a long computation nor a slow machine ends a run. A wait that lasts forever does, and so
 * do sleeps that are too long in total. In any case, nothing continues for longer than the limit of
 * real time, or a multiple of it if the trial makes progress all the time.
 */
final class StallDetector {
  static final Duration ROUND = Duration.ofMillis(50);

  /** The number of rounds to answer an interrupt, until a thread is lost. */
  private static final int GRACE = 40;

  /** The same for a thread that has returned to the very wait that was interrupted. */
  private static final int GRACE_IN_A_WAIT = 10;

  /** The number of limits of real time for a part that makes progress all the time. */
  private static final int MOST_LIMITS = 20;

  private final PartWatch watch;
  private final Ledger ledger;
  private final Supplier<TrialSettings> settings;
  private final RealTimeSpent spent;
  private final OtherThreads others;
  private final ResultSources sources;
  private final ThreadFacts facts;
  private final Runnable lost;

  /** The progress of the trial at the last look, and the number of rounds since it changed. */
  private long seen = -1;

  private int still;

  /** The current part, and its number of rounds. */
  private int part;

  private long rounds;

  /** The last wait of its thread, and its number of rounds. */
  private long wait = ThreadFacts.UNKNOWN;

  private List<Long> owners = List.of();
  private int waiting;

  /** The number of punctual rounds in which no thread made progress for that wait. */
  private int idle;

  /** The number of rounds for which the thread has slept in this part, and the number of sleeps. */
  private int slept;

  private int sleeps;
  private boolean givenUp;

  StallDetector(
      PartWatch watch,
      Supplier<TrialSettings> settings,
      RealTimeSpent spent,
      OtherThreads others,
      ResultSources sources,
      ThreadFacts facts,
      Runnable lost) {
    this.watch = watch;
    this.ledger = watch.ledger();
    this.settings = settings;
    this.spent = spent;
    this.others = others;
    this.sources = sources;
    this.facts = facts;
    this.lost = lost;
  }

  /**
   * Looks at the trial; if its state changes during the look, the next round shows more.
   *
   * @param late whether the round is so late that the machine must be busy with other work
   */
  void look(boolean late) {
    try {
      lookAtOnce(late);
    } catch (Throwable unsteady) {
      still++;
    }
  }

  private void lookAtOnce(boolean late) {
    Thread worker = watch.thread();
    long progress = ledger.progress();
    if (worker == null || progress != seen) {
      seen = progress;
      still = 0;
      waiting = 0;
      givenUp = false;
    } else {
      still++;
    }
    if (worker != null) {
      lookAtPart(worker);
      if (givenUp) {
        lookForAnswer(busy(worker));
      } else {
        lookAtThread(worker, late);
      }
    }
  }

  /** Gives up a part that makes progress without an end. */
  private void lookAtPart(Thread worker) {
    int current = watch.parts();
    if (current != part) {
      part = current;
      rounds = 0;
      slept = 0;
      sleeps = 0;
    }
    rounds++;
    long most = Math.max(2, rounds(settings.get().realLimit().multipliedBy(MOST_LIMITS)));
    if (rounds == most) {
      String text = "this is still running after " + millis(rounds) + " ms real";
      giveUp(worker, ThreadSnapshot.of(busy(worker)), FailureCode.STUCK, text, List.of());
    } else if (rounds == most + GRACE) {
      lost.run();
    }
  }

  private void lookForAnswer(Thread busy) {
    boolean same = isSameWait(busy) && ThreadSnapshot.of(busy).isWait();
    waiting = same ? waiting + 1 : 0;
    if (still == GRACE || (waiting == GRACE_IN_A_WAIT && still < GRACE)) {
      still = GRACE;
      lost.run();
    }
  }

  private void lookAtThread(Thread worker, boolean late) {
    Thread busy = busy(worker);
    if (busy.getState() == Thread.State.RUNNABLE && still < rounds(settings.get().realLimit())) {
      return;
    }
    ThreadSnapshot snapshot = ThreadSnapshot.of(busy);
    boolean ofUser = snapshot.isWaitOfUser();
    OtherThreads.Activity view = ofUser ? others.look(busy) : OtherThreads.Activity.NOTHING;
    if (!view.running().isEmpty()) {
      waiting = 0;
      idle = 0;
    } else if (ofUser) {
      count(busy, snapshot, view);
      takeDown(snapshot, late);
    }
    long limit = rounds(settings.get().blockingLimit());
    if (waiting >= limit || slept >= limit) {
      giveUp(worker, snapshot, codeOf(snapshot), waited(snapshot, limit), held(view));
    } else if (still >= rounds(settings.get().realLimit())) {
      giveUpAtLast(worker, snapshot, view);
    }
  }

  /** Counts a round in which the thread waits and no other makes progress. */
  private void count(Thread busy, ThreadSnapshot snapshot, OtherThreads.Activity view) {
    boolean same = isSameWait(busy) && view.owners().equals(owners);
    owners = view.owners();
    waiting = same ? waiting + 1 : 1;
    idle = same ? idle : 0;
    if (snapshot.isTimed() && (snapshot.isSleep() || view.working().isEmpty())) {
      sleeps += same && slept > 0 ? 0 : 1;
      slept++;
    }
  }

  /**
   * Records real time that passes. A late round, or a single one, may see a thread that was not
   * scheduled, unless it sleeps.
   */
  private void takeDown(ThreadSnapshot snapshot, boolean late) {
    if (snapshot.isSleep()) {
      spent.slept(snapshot, ROUND);
    } else if (!late && !snapshot.isBlocked() && ++idle > 1) {
      spent.waited(snapshot, ROUND.multipliedBy(idle == 2 ? 2 : 1), sources.look().likely());
    }
  }

  private boolean isSameWait(Thread busy) {
    long before = wait;
    wait = facts.waits(busy);
    return wait == before;
  }

  private void giveUpAtLast(Thread worker, ThreadSnapshot snapshot, OtherThreads.Activity view) {
    if (snapshot.isWaitOfHarness()) {
      return; // it has a limit of its own, and its thread may not have been given its turn
    }
    if (!snapshot.isWaitOfUser()) {
      String text = "nothing has happened for " + millis(still) + " ms real";
      giveUp(worker, snapshot, FailureCode.STUCK, text, List.of());
      return;
    }
    String running =
        view.running().stream().map(Thread::getName).sorted().collect(Collectors.joining(", "));
    giveUp(
        worker,
        snapshot,
        codeOf(snapshot),
        "the trial's thread has %s in real time for %d ms".formatted(verb(snapshot), millis(still)),
        running.isEmpty() ? List.of() : List.of("meanwhile these threads have run: " + running));
  }

  /** Names the owners of the awaited locks, or the threads of the trial that wait as well. */
  private List<String> held(OtherThreads.Activity view) {
    Thread owner = view.owners().isEmpty() ? null : facts.find(view.owners().get(0));
    if (owner != null) {
      return List.of("what it waits for is held by " + sources.describe(owner));
    }
    return view.working().stream()
        .map(thread -> "this waits as well: " + sources.describe(thread))
        .sorted()
        .toList();
  }

  private static FailureCode codeOf(ThreadSnapshot snapshot) {
    return snapshot.isBlocked() || snapshot.isSleep()
        ? FailureCode.BLOCKING
        : FailureCode.REAL_WAIT;
  }

  private static String verb(ThreadSnapshot snapshot) {
    return snapshot.isBlocked() ? "waited for a monitor" : snapshot.isSleep() ? "slept" : "waited";
  }

  private String waited(ThreadSnapshot snapshot, long limit) {
    if (waiting >= limit || sleeps < 2) {
      return "the trial's thread has %s in real time for %d ms"
          .formatted(verb(snapshot), millis(Math.max(waiting, slept)));
    }
    return "the trial's thread has %s %d times in real time, for %d ms in all"
        .formatted(verb(snapshot), sleeps, millis(slept));
  }

  private void giveUp(
      Thread worker, ThreadSnapshot snapshot, FailureCode code, String text, List<String> details) {
    PartWatch.Verdict verdict =
        new PartWatch.Verdict(code, text, snapshot.stack(), ledger.peekHappening()).with(details);
    givenUp = watch.giveUp(worker, busy(worker), verdict);
    still = 0;
    waiting = 0;
  }

  /**
   * Returns the thread that currently does the work: the trial's own, or one that stands in for it.
   */
  private Thread busy(Thread worker) {
    Thread substitute = ledger.substitute();
    return substitute == null ? worker : substitute;
  }

  private static long millis(long rounds) {
    return rounds * ROUND.toMillis();
  }

  /** Returns the number of rounds in a limit, at least one. */
  private static long rounds(Duration limit) {
    long round = ROUND.toMillis();
    return Math.max(1, (limit.toMillis() + round - 1) / round);
  }
}
