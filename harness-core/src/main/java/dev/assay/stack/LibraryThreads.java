// SPDX-License-Identifier: Apache-2.0
package dev.assay.stack;

import java.util.List;

/**
 * The threads that the JDK and libraries start once for the whole process, on first use, identified
 * by the code that creates them and by their names.
 *
 * <p>The threads of the JDK's default group of asynchronous channels have no name before JDK 19.
 * The threads of other groups come from the user's factory or executor.
 *
 * @since 0.1
 */
public final class LibraryThreads {
  private static final List<Known> KNOWN =
      List.of(
          new Known("jdk.jfr.internal.", "JFR .*"),
          new Known("sun.rmi.", "RMI .*|GC Daemon"),
          new Known("sun.nio.ch.ThreadPool", "Thread-\\d+"),
          new Known(
              "io.reactivex.",
              "Rx(CachedThreadScheduler|CachedWorkerPoolEvictor|ComputationThreadPool"
                  + "|SingleScheduler|SchedulerPurge|ScheduledExecutorPool)-\\d+"),
          new Known(
              "reactor.core.scheduler.",
              "(loomBoundedElastic|boundedElastic|boundedElastic-evictor|parallel|single)-\\d+"),
          new Known("dev.failsafe.internal.util.", "Failsafe.*|ForkJoinPool-\\d+-.*"),
          new Known("net.jodah.failsafe.internal.util.", "Failsafe.*|ForkJoinPool-\\d+-.*"),
          new Known("io.github.resilience4j.circuitbreaker.", "CircuitBreakerAutoTransition.*"),
          new Known(
              "io.grpc.internal.",
              "grpc-(shared-destroyer|default-executor|default-worker-\\w+|default-boss-\\w+|timer)"
                  + "-[\\d-]+"),
          new Known("io.netty.util.", "(globalEventExecutor|threadDeathWatcher)-[\\d-]+"),
          new Known("okhttp3.", "OkHttp (TaskRunner|ConnectionPool)"),
          new Known("okio.", "Okio Watchdog"),
          new Known(
              "kotlinx.coroutines.",
              "DefaultDispatcher-worker-\\d+|kotlinx\\.coroutines\\.DefaultExecutor"));

  private static final ClassValue<Boolean> ARE_MADE_BY =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return KNOWN.stream().anyMatch(some -> type.getName().startsWith(some.maker));
        }
      };

  private LibraryThreads() {}

  /** Returns whether a class belongs to a library that creates shared threads. */
  public static boolean areMadeBy(Class<?> type) {
    return ARE_MADE_BY.get(type);
  }

  /** Returns whether a thread that a class of such a library has created is shared. */
  public static boolean areShared(String type, String name) {
    return KNOWN.stream().anyMatch(some -> type.startsWith(some.maker) && name.matches(some.names));
  }

  /**
   * A library.
   *
   * @param maker the prefix of the names of the classes that create its threads
   * @param names the pattern of the names of those threads
   */
  private record Known(String maker, String names) {}
}
