// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.thread;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The facts that the JVM knows about its threads; virtual threads are not among them.
 *
 * @since 0.1
 */
public final class ThreadFacts {
  /** The answer to a question that the JVM has no answer to. */
  public static final long UNKNOWN = -1;

  private static final int ROOM = 8;

  /** The name of a thread that waits for the end of a child process. */
  private static final Pattern REAPER = Pattern.compile("process reaper \\(pid (\\d+)\\)");

  private static final StackTraceElement[] NOWHERE = {};

  /** Makes an observer of all threads. */
  public ThreadFacts() {}

  /** Returns what all platform threads do, which is seen at once: to ask each would take long. */
  Function<Thread, Sight> sights() {
    Map<Thread, StackTraceElement[]> stacks = Thread.getAllStackTraces();
    return thread -> Sight.of(thread, stacks.getOrDefault(thread, NOWHERE));
  }

  /** Returns the threads that are alive. */
  List<Thread> all() {
    ThreadGroup root = outermostGroup();
    Thread[] found = new Thread[root.activeCount() + ROOM];
    int count = root.enumerate(found);
    return Arrays.stream(found, 0, count).filter(Objects::nonNull).toList();
  }

  /** Returns the group of threads that all others are in. */
  private static ThreadGroup outermostGroup() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group.getParent() != null) {
      group = group.getParent();
    }
    return group;
  }

  /** Returns the nanoseconds for which a thread has been running. */
  long cpu(Thread thread) {
    try {
      return Bean.THREADS.getThreadCpuTime(thread.getId());
    } catch (UnsupportedOperationException | IllegalArgumentException unknown) {
      return UNKNOWN;
    }
  }

  /**
   * Returns the nanoseconds for which the child process has been running for which a thread of the
   * JDK's waits, with those that it has started itself and that are still there.
   */
  long cpuOfProcess(Thread reaper) {
    Matcher pid = REAPER.matcher(reaper.getName());
    return pid.matches()
        ? ProcessHandle.of(Long.parseLong(pid.group(1))).stream()
            .flatMap(child -> Stream.concat(Stream.of(child), child.descendants()))
            .flatMap(some -> some.info().totalCpuDuration().stream())
            .mapToLong(Duration::toNanos)
            .sum()
        : UNKNOWN;
  }

  /** Returns a number that changes with each wait that a thread begins. */
  public long waits(Thread thread) {
    ThreadInfo info = Bean.THREADS.getThreadInfo(thread.getId());
    return info == null ? UNKNOWN : info.getWaitedCount() + info.getBlockedCount();
  }

  /** Returns the id of the thread that holds the lock for which one waits, if it is known. */
  long owner(Thread thread) {
    ThreadInfo info = Bean.THREADS.getThreadInfo(thread.getId());
    return info == null ? UNKNOWN : info.getLockOwnerId();
  }

  /** Returns the thread that has an id, or null if it has ended. */
  public @Nullable Thread find(long id) {
    return all().stream().filter(thread -> thread.getId() == id).findFirst().orElse(null);
  }

  /** What is loaded only when a trial waits. */
  private static final class Bean {
    static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  }
}
