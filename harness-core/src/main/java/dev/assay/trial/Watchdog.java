// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

import dev.assay.pending.Site;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A thread that watches trials in real time: if nothing happens in one for too long, it interrupts
 * it and gives it a verdict.
 *
 * <p>It counts its own rounds and reads no clock: a pause of the whole process, in which the trials
 * could not go on either, does not count.
 *
 * @since 0.1
 */
public final class Watchdog implements AutoCloseable {
  private static final Duration ROUND = Duration.ofMillis(50);

  /** How long a thread may take to answer an interrupt, in rounds, until it is lost. */
  private static final int GRACE = 40;

  /** How long the thread stays awake with nothing to watch, in rounds: tests follow each other. */
  private static final int IDLE = 20;

  /** How many limits of real time a part may take that makes progress all the time. */
  private static final int MOST_LIMITS = 20;

  private final List<Watch> watches = new ArrayList<>();
  private @Nullable Thread thread;
  private boolean asleep;
  private boolean closed;

  /** Makes a watchdog, which has no thread until it has something to watch. */
  public Watchdog() {}

  /**
   * Watches a run until the watch is closed.
   *
   * @param lost is run, by the watchdog's thread, if the trial's does not answer an interrupt
   */
  public Watch watch(TrialRun run, Runnable lost) {
    Watch watch = new Watch(run, lost);
    synchronized (this) {
      watches.add(watch);
      if (thread == null) {
        thread = new Thread(this::goRound, "trial watchdog");
        thread.setDaemon(true);
        thread.start();
      } else if (asleep) {
        notifyAll();
      }
    }
    return watch;
  }

  /** Ends the watchdog's thread. */
  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }

  private void goRound() {
    int idle = 0;
    for (List<Watch> now = rest(idle); now != null; now = rest(idle)) {
      // Outside the lock: what one watch leads to must not hold up the others.
      now.forEach(Watch::lookOnce);
      idle = now.isEmpty() ? idle + 1 : 0;
    }
  }

  /** Waits until the next round; returns what there is to watch then, or null at the end. */
  @SuppressWarnings("WaitNotInLoop") // the rounds are the loop
  private synchronized @Nullable List<Watch> rest(int idle) {
    asleep = idle >= IDLE && watches.isEmpty();
    try {
      if (!closed) {
        wait(asleep ? 0 : ROUND.toMillis());
      }
    } catch (InterruptedException e) {
      // A trial that interrupts every thread there is does not end the watch over it.
    }
    asleep = false;
    return closed ? null : List.copyOf(watches);
  }

  private synchronized void forget(Watch watch) {
    watches.remove(watch);
  }

  /**
   * The watch over one run.
   *
   * @since 0.1
   */
  public final class Watch implements AutoCloseable {
    private final TrialRun run;
    private final Runnable lost;
    private long seen = -1;
    private int still;
    private int waiting;
    private int part;
    private long rounds;
    private boolean givenUp;
    private boolean ended;

    private Watch(TrialRun run, Runnable lost) {
      this.run = run;
      this.lost = lost;
    }

    /** Ends the watch; nothing comes of it any more. */
    @Override
    public void close() {
      forget(this);
      synchronized (this) {
        ended = true;
      }
    }

    /** Looks; if what it sees changes under its eyes, the next round shows more. */
    private synchronized void lookOnce() {
      try {
        if (!ended) {
          look();
        }
      } catch (Throwable unsteady) {
        still++;
      }
    }

    private void look() {
      Thread worker = run.guarded().thread();
      long progress = run.ledger().progress();
      if (worker != null) {
        lookAtPart(worker);
      }
      if (worker == null || progress != seen) {
        seen = progress;
        still = 0;
        waiting = 0;
        givenUp = false;
        return;
      }
      still++;
      if (givenUp) {
        if (still == GRACE) {
          lost.run();
        }
      } else if (millis(still) >= run.settings().realLimit().toMillis()) {
        giveUp(worker, FailureCode.STUCK, "nothing has happened for " + millis(still) + " ms real");
      } else {
        giveUpIfItWaits(worker);
      }
    }

    /** Gives up a part that moves on and on without an end. */
    private void lookAtPart(Thread worker) {
      int current = run.guarded().parts();
      rounds = current == part ? rounds + 1 : 0;
      part = current;
      long most = MOST_LIMITS * run.settings().realLimit().toMillis() / ROUND.toMillis();
      if (rounds == most) {
        long took = rounds * ROUND.toMillis();
        giveUp(worker, FailureCode.STUCK, "this goes on and on, for " + took + " ms real so far");
      } else if (rounds == most + GRACE) {
        lost.run();
      }
    }

    private static long millis(int rounds) {
      return rounds * ROUND.toMillis();
    }

    /** Gives up a thread that has waited in user code; the time in which it computes is its own. */
    private void giveUpIfItWaits(Thread worker) {
      Thread busy = busy(worker);
      Thread.State state = busy.getState();
      boolean waits = state != Thread.State.RUNNABLE && state != Thread.State.TERMINATED;
      List<StackTraceElement> stack = waits ? List.of(busy.getStackTrace()) : List.of();
      if (!Site.isUserCallingPlatform(stack)) {
        return;
      }
      waiting++;
      if (millis(waiting) >= run.settings().blockingLimit().toMillis()) {
        boolean blocked = state == Thread.State.BLOCKED;
        boolean sleeps = Guarded.isSleeping(stack);
        String does = blocked ? "waited for a monitor" : sleeps ? "slept" : "waited";
        giveUp(
            worker,
            blocked || sleeps ? FailureCode.BLOCKING : FailureCode.REAL_WAIT,
            "the trial's thread has %s in real time for %d ms".formatted(does, millis(waiting)));
      }
    }

    private void giveUp(Thread worker, FailureCode code, String text) {
      Thread busy = busy(worker);
      Guarded.Verdict verdict =
          new Guarded.Verdict(code, text, List.of(busy.getStackTrace()), run.ledger().glance());
      givenUp = run.guarded().giveUp(worker, busy, verdict);
      still = 0;
    }

    /** Returns the thread that does the work now: the trial's own, or one that stands in for it. */
    private Thread busy(Thread worker) {
      Thread standIn = run.ledger().standIn();
      return standIn == null ? worker : standIn;
    }
  }
}
