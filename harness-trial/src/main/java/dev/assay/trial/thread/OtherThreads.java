// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.thread;

import dev.assay.stack.StackTraces;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The threads on which a run may depend while its own thread waits: the one that holds the lock it
 * waits for, or else those that it has started and those without a known owner, such as a pool's. A
 * wait for a thread that makes progress is no standstill, whether that thread runs or is ready to
 * run.
 *
 * @since 0.1
 */
public final class OtherThreads {
  private static final String CARRIES = "runContinuation";
  private static final int LINKS = 20;

  private final WatchedTrial run;
  private final Supplier<List<WatchedTrial>> runs;
  private final ThreadFacts facts;

  /** The running time of each thread when it was last seen in native code. */
  private final Map<Long, Long> cpu = new TreeMap<>();

  /**
   * Examines the threads of one run.
   *
   * @param runs returns all watched runs
   */
  public OtherThreads(WatchedTrial run, Supplier<List<WatchedTrial>> runs, ThreadFacts facts) {
    this.run = run;
    this.runs = runs;
    this.facts = facts;
  }

  /** Examines the other threads while a thread of the run waits. */
  public synchronized Activity look(Thread busy) {
    List<Long> owners = new ArrayList<>();
    Thread owner = owner(busy, owners);
    List<Thread> running = new ArrayList<>();
    List<Thread> working = new ArrayList<>();
    Function<Thread, ThreadSnapshot> snapshots =
        owner == null ? facts.snapshots() : ThreadSnapshot::of;
    for (Thread other : owner == null ? ThreadFacts.all() : List.of(owner)) {
      Role role = other.equals(busy) ? Role.NONE : owner == null ? role(other) : Role.OWN;
      ThreadSnapshot snapshot = role == Role.NONE ? null : snapshots.apply(other);
      if (snapshot == null || (role != Role.OWN && !mayWorkForUs(snapshot, role))) {
        continue;
      }
      if (makesProgress(other, snapshot, owners)) {
        running.add(other);
      }
      if ((role == Role.OWN || snapshot.isIn(run.testClass())) && isAtWork(snapshot)) {
        working.add(other);
      }
    }
    return new Activity(running, working, owners);
  }

  /** Returns whether a thread that the run has started, or one of a pool, computes. */
  synchronized boolean isAnyComputing() {
    Function<Thread, ThreadSnapshot> snapshots = facts.snapshots();
    for (Thread other : ThreadFacts.all()) {
      Role role = role(other);
      ThreadSnapshot snapshot = snapshots.apply(other);
      boolean mayBeAsked =
          role == Role.OWN
              || (role == Role.SHARED
                  && !runsTests(snapshot)
                  && (snapshot.isInPool()
                      || carriesVirtual(snapshot)
                      || snapshot.isIn(run.testClass())));
      if (mayBeAsked && makesProgress(other, snapshot, new ArrayList<>())) {
        return true;
      }
    }
    return false;
  }

  Role role(Thread other) {
    if (run.hasStarted(other)) {
      return Role.OWN;
    }
    if (other.equals(Thread.currentThread())) {
      return Role.NONE;
    }
    for (WatchedTrial some : runs.get()) {
      if (some.isRunBy(other)) {
        return Role.NONE;
      }
      if (!some.equals(run) && some.hasStarted(other)) {
        return Role.FOREIGN;
      }
    }
    return Role.SHARED;
  }

  /** Returns whether the run may have given work to a thread that it has not started. */
  private boolean mayWorkForUs(ThreadSnapshot snapshot, Role role) {
    if (snapshot.isIn(run.testClass()) && !runsTests(snapshot)) {
      return true;
    }
    return role == Role.SHARED
        && !runsTests(snapshot)
        && (carriesVirtual(snapshot)
            || snapshot.isInPool()
            || snapshot.isReaper()
            || StackTraces.userFrame(snapshot.stack()) != null);
  }

  /** Returns whether a thread is executing something, other than a pool's wait for work. */
  private static boolean isAtWork(ThreadSnapshot snapshot) {
    return snapshot.state() == Thread.State.RUNNABLE
        || (StackTraces.userFrame(snapshot.stack()) != null && !snapshot.waitsForItsTurn());
  }

  /** Returns whether a thread runs a test of another engine, or controls such threads. */
  static boolean runsTests(ThreadSnapshot snapshot) {
    return snapshot.stack().stream()
        .map(StackTraceElement::getClassName)
        .anyMatch(name -> name.startsWith("org.junit.") || name.startsWith("net.jqwik.engine."));
  }

  /** Returns whether a thread carries a virtual thread, whose state cannot be read. */
  private static boolean carriesVirtual(ThreadSnapshot snapshot) {
    return snapshot.stack().stream().anyMatch(frame -> frame.getMethodName().equals(CARRIES));
  }

  /** Returns whether a thread runs or could, or waits for a lock of a thread that does. */
  private boolean makesProgress(Thread first, ThreadSnapshot seen, List<Long> owners) {
    Thread thread = first;
    ThreadSnapshot snapshot = seen;
    for (int i = 0; i < LINKS; i++) {
      if (snapshot.state() == Thread.State.RUNNABLE) {
        return !snapshot.isNative() || hasRun(thread, snapshot);
      }
      Thread owner = owner(thread, owners);
      if (owner == null) {
        return false;
      }
      thread = owner;
      snapshot = ThreadSnapshot.of(owner);
    }
    return false;
  }

  /** Returns whether a thread, or the process it waits for, has run since the last look. */
  private boolean hasRun(Thread thread, ThreadSnapshot snapshot) {
    long now = snapshot.isReaper() ? facts.cpuOfProcess(thread) : facts.cpu(thread);
    Long before = cpu.put(thread.getId(), now);
    return before == null || now != before;
  }

  private @Nullable Thread owner(Thread thread, List<Long> owners) {
    boolean mayBeOwned =
        thread.getState() == Thread.State.BLOCKED
            || LockSupport.getBlocker(thread) instanceof AbstractOwnableSynchronizer;
    long id = mayBeOwned ? facts.owner(thread) : ThreadFacts.UNKNOWN;
    if (id == ThreadFacts.UNKNOWN) {
      return null;
    }
    owners.add(id);
    return facts.find(id);
  }

  /** The relation of a thread to a run. */
  enum Role {
    /** The run has started it. */
    OWN,
    /** No current run has started it. */
    SHARED,
    /** Another run has started it. */
    FOREIGN,
    /** It runs trials, or watches them. */
    NONE
  }

  /**
   * The result of a look.
   *
   * @param running the threads that make progress
   * @param working the run's threads that are executing something, even if they wait in it
   * @param owners the ids of the threads that hold locks for which others wait
   * @since 0.1
   */
  public record Activity(List<Thread> running, List<Thread> working, List<Long> owners) {
    /** The result if no thread was examined. */
    public static final Activity NOTHING = new Activity(List.of(), List.of(), List.of());
  }
}
