// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.thread;

import dev.assay.trial.error.AnswerBudget;
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
 * The facts that the JVM knows about its threads, except virtual threads.
 *
 * @since 0.1
 */
public final class ThreadFacts {
  /** The answer to a question that the JVM cannot answer. */
  public static final long UNKNOWN = -1;

  private static final int ROOM = 8;

  /** The name of a thread that waits for the end of a child process. */
  private static final Pattern REAPER = Pattern.compile("process reaper \\(pid (\\d+)\\)");

  private static final StackTraceElement[] NOWHERE = {};

  /** Makes an observer of all threads. */
  public ThreadFacts() {}

  /** Returns the states of all platform threads, read at once: reading each would take long. */
  Function<Thread, ThreadSnapshot> snapshots() {
    Map<Thread, StackTraceElement[]> stacks = Thread.getAllStackTraces();
    return thread -> ThreadSnapshot.of(thread, stacks.getOrDefault(thread, NOWHERE));
  }

  /** Returns the threads that are alive. */
  public static List<Thread> all() {
    ThreadGroup root = AnswerBudget.outermostGroup();
    return all(root, root.activeCount() + ROOM);
  }

  /**
   * Returns the threads of a group. It leaves out, without a word, those for which the array has no
   * room, and others may start meanwhile: a full array is not enough.
   */
  static List<Thread> all(ThreadGroup group, int room) {
    Thread[] found = new Thread[room];
    int count = group.enumerate(found);
    while (count == found.length) {
      found = new Thread[2 * found.length];
      count = group.enumerate(found);
    }
    return Arrays.stream(found, 0, count).filter(Objects::nonNull).toList();
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
   * Returns the running time, in nanoseconds, of the child process that a thread of the JDK waits
   * for, including the child's own children that are still alive.
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

  /** Returns a number that changes with each wait of a thread. */
  public long waits(Thread thread) {
    ThreadInfo info = Bean.THREADS.getThreadInfo(thread.getId());
    return info == null ? UNKNOWN : info.getWaitedCount() + info.getBlockedCount();
  }

  /** Returns the id of the thread that holds the lock for which a thread waits, if it is known. */
  long owner(Thread thread) {
    ThreadInfo info = Bean.THREADS.getThreadInfo(thread.getId());
    return info == null ? UNKNOWN : info.getLockOwnerId();
  }

  /** Returns the thread that has an id, or null if it has ended. */
  public @Nullable Thread find(long id) {
    return all().stream().filter(thread -> thread.getId() == id).findFirst().orElse(null);
  }

  /** The objects that are loaded only when a trial waits. */
  private static final class Bean {
    static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  }
}
