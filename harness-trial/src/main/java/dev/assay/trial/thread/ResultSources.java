// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.thread;

import dev.assay.pending.Site;
import dev.assay.stack.StackTraces;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The threads that could provide the result that a run waits for when none of its own events are
 * left: threads that it has started, threads that run one of its tasks, armed timers, and any
 * others. A thread that waits for work provides nothing.
 *
 * @since 0.1
 */
public final class ResultSources {
  private static final List<String> TIMERS =
      List.of("DelayedWorkQueue", "java.util.concurrent.DelayScheduler", "java.util.TimerThread");

  /** The timer of the JDK's own futures, which any code may use indirectly. */
  static final Pattern DELAYS =
      Pattern.compile("(?i)CompletableFuture ?DelayScheduler|.*-delayScheduler");

  /** Threads of test tools, which have no frames of their own while they wait. */
  private static final Pattern TOOLS = Pattern.compile("(surefire|junit|jqwik|Gradle|trial)[ -].*");

  private final WatchedTrial run;
  private final OtherThreads others;
  private final ThreadFacts facts;

  /** Examines the threads of one run. */
  public ResultSources(WatchedTrial run, OtherThreads others, ThreadFacts facts) {
    this.run = run;
    this.others = others;
    this.facts = facts;
  }

  /** Returns the threads found; the trial's own thread calls this. */
  public Found look() {
    List<String> own = new ArrayList<>();
    List<String> timers = new ArrayList<>();
    List<String> shared = new ArrayList<>();
    boolean idle = false;
    Function<Thread, ThreadSnapshot> snapshots = facts.snapshots();
    for (Thread thread : ThreadFacts.all()) {
      OtherThreads.Role role = others.role(thread);
      if (role == OtherThreads.Role.NONE || isOfSystem(thread)) {
        continue;
      }
      ThreadSnapshot snapshot = snapshots.apply(thread);
      boolean ours = role == OtherThreads.Role.OWN || snapshot.isIn(run.testClass());
      if (snapshot.waitsForItsTurn()
          || OtherThreads.runsTests(snapshot)
          || (role == OtherThreads.Role.FOREIGN && !ours)) {
        continue;
      }
      if (isIdle(snapshot)) {
        idle |= role != OtherThreads.Role.FOREIGN && !isTimer(snapshot);
      } else {
        boolean delays = DELAYS.matcher(thread.getName()).matches();
        (delays ? timers : ours ? own : shared).add(describe(thread, snapshot));
      }
    }
    if (ForkJoinPool.commonPool().hasQueuedSubmissions()) {
      own.add("a task of the common pool");
    }
    return new Found(own, timers, shared, idle);
  }

  /** Returns whether a thread that may work for the run computes, or is about to. */
  public boolean isAnyRunning() {
    return ForkJoinPool.commonPool().hasQueuedSubmissions()
        || !others.look(Thread.currentThread()).running().isEmpty();
  }

  /** Returns whether a thread to which the run may have given work computes, or is about to. */
  public boolean isAnyComputing() {
    return ForkJoinPool.commonPool().hasQueuedSubmissions() || others.isAnyComputing();
  }

  /** Returns whether a thread belongs to the JVM, or to the tool that runs the tests. */
  private static boolean isOfSystem(Thread thread) {
    ThreadGroup group = thread.getThreadGroup();
    boolean ofJdk =
        group == null
            || group.getParent() == null
            || thread.getClass().getName().startsWith("jdk.internal.misc.Innocuous");
    boolean reaps = thread.getName().startsWith("process reaper");
    return TOOLS.matcher(thread.getName()).matches() || (ofJdk && !reaps);
  }

  /** Returns whether a thread waits for work. */
  private static boolean isIdle(ThreadSnapshot snapshot) {
    if (!snapshot.isWait() || StackTraces.userFrame(snapshot.stack()) != null) {
      return false;
    }
    return isTimer(snapshot) ? !snapshot.isTimed() : snapshot.isInPool();
  }

  private static boolean isTimer(ThreadSnapshot snapshot) {
    return snapshot.stack().stream()
        .anyMatch(frame -> TIMERS.stream().anyMatch(frame.getClassName()::contains));
  }

  /** Returns the name of a thread, and the user's line that it is at or was made at. */
  public String describe(Thread thread) {
    return describe(thread, ThreadSnapshot.of(thread));
  }

  private String describe(Thread thread, ThreadSnapshot snapshot) {
    if (DELAYS.matcher(thread.getName()).matches()) {
      return "a timer of the JDK, as orTimeout and delayedExecutor use it";
    }
    StackTraceElement at = StackTraces.userFrame(snapshot.stack());
    if (at != null) {
      return "thread " + thread.getName() + ", at " + Site.describe(at);
    }
    Site made = run.ledger().births().placeOf(thread.getId());
    return "thread " + thread.getName() + (made == null ? "" : ", created at " + made);
  }

  /**
   * The threads and timers that could provide a result.
   *
   * @param own threads and tasks of the run
   * @param timers the JDK's own timers, which the run may have set
   * @param shared any other active threads
   * @param idle whether there are threads that could have been given work just now
   * @since 0.1
   */
  public record Found(List<String> own, List<String> timers, List<String> shared, boolean idle) {
    /** Returns whether there are no threads at all, at work or not. */
    public boolean isEmpty() {
      return own.isEmpty() && shared.isEmpty() && !idle;
    }

    /** Returns all of them. */
    public List<String> all() {
      List<String> all = new ArrayList<>(own);
      all.addAll(timers);
      all.addAll(shared);
      return all;
    }

    /** Returns those that are likely to provide the result. */
    public List<String> likely() {
      return own.isEmpty() && timers.isEmpty()
          ? shared
          : all().subList(0, own.size() + timers.size());
    }
  }
}
