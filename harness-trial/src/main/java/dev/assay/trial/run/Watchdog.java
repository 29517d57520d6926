// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.run;

import dev.assay.trial.thread.OtherThreads;
import dev.assay.trial.thread.RealTime;
import dev.assay.trial.thread.ResultSources;
import dev.assay.trial.thread.ThreadFacts;
import dev.assay.trial.thread.WatchedTrial;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A thread that watches trials in real time: if nothing happens in a trial for too long, it
 * interrupts the trial and gives it a verdict.
 *
 * <p>It counts its own rounds and reads no clock: a pause of the whole process, in which the trials
 * could not continue either, does not count.
 *
 * @since 0.1
 */
public final class Watchdog implements AutoCloseable {
  /**
   * The number of rounds that the thread stays awake with nothing to watch, until the next test.
   */
  private static final int IDLE = 20;

  /** The longest duration of a round, in nanoseconds, on a machine that is not too busy. */
  private static final long LATE = StallDetector.ROUND.toNanos() * 3 / 2;

  private final List<Watch> watches = new ArrayList<>();
  private final ThreadFacts facts = new ThreadFacts();
  private final boolean byHand;
  private @Nullable Thread thread;
  private boolean asleep;
  private boolean closed;

  /** Whether the last round has begun late; only the watchdog's thread reads it. */
  private boolean late;

  /** Makes a watchdog, which has no thread until it has something to watch. */
  public Watchdog() {
    this(false);
  }

  /**
   * Makes a watchdog.
   *
   * @param byHand whether a round only happens on request
   */
  Watchdog(boolean byHand) {
    this.byHand = byHand;
  }

  /**
   * Watches a run until the watch is closed.
   *
   * @param lost called by the watchdog's thread if the trial's thread does not answer an interrupt
   */
  public Watch watch(TrialRun run, Runnable lost) {
    Watch watch = new Watch(run, lost);
    synchronized (this) {
      watches.add(watch);
      if (byHand) {
        return watch;
      }
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
      // Outside the lock: the consequences of one watch must not delay the others.
      boolean tardy = late;
      now.forEach(watch -> watch.lookOnce(tardy));
      idle = now.isEmpty() ? idle + 1 : 0;
    }
  }

  /** Waits until the next round; returns the watches for it, or null at the end. */
  @SuppressWarnings("WaitNotInLoop") // the rounds are the loop
  private synchronized @Nullable List<Watch> rest(int idle) {
    asleep = idle >= IDLE && watches.isEmpty();
    try {
      if (!closed) {
        long began = RealTime.nanos();
        wait(asleep ? 0 : StallDetector.ROUND.toMillis());
        late = RealTime.nanos() - began > LATE;
      }
    } catch (InterruptedException e) {
      // A trial that interrupts all threads does not end the watch over it.
    }
    asleep = false;
    return closed ? null : List.copyOf(watches);
  }

  /** Runs one round. */
  void round() {
    watched().forEach(watch -> watch.lookOnce(false));
  }

  private synchronized List<Watch> watched() {
    return List.copyOf(watches);
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
    private final StallDetector detector;
    private boolean ended;

    private Watch(TrialRun run, Runnable lost) {
      this.run = run;
      PartWatch part = run.part();
      OtherThreads others = new OtherThreads(part, this::watchedTrials, facts);
      ResultSources sources = new ResultSources(part, others, facts);
      this.detector =
          new StallDetector(part, run::settings, run.spent(), others, sources, facts, lost);
      run.sources(sources);
    }

    private List<WatchedTrial> watchedTrials() {
      return watched().stream().<WatchedTrial>map(watch -> watch.run.part()).toList();
    }

    /** Ends the watch, which has no further effect. */
    @Override
    public void close() {
      forget(this);
      synchronized (this) {
        ended = true;
      }
    }

    private synchronized void lookOnce(boolean tardy) {
      if (!ended) {
        detector.look(tardy);
      }
    }
  }
}
