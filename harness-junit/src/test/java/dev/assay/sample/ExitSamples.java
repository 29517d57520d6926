// SPDX-License-Identifier: Apache-2.0
package dev.assay.sample;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Sequential;
import dev.assay.fake.FakeReactor;
import dev.assay.junit.TimeLimit;
import dev.assay.junit.Trial;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Trials that end the process, and a process of their own to run them in. */
public final class ExitSamples {
  private ExitSamples() {}

  public static final class Exits {
    @Trial
    void isFirst() {}

    @Trial
    void exits() {
      System.exit(0);
    }

    @Trial
    void isNext() {}

    @Trial
    void exitsOnAThread() throws InterruptedException {
      Thread other = new Thread(() -> System.exit(3));
      other.start();
      other.join();
    }

    @Trial
    Deferred<?> exitsInACall(FakeReactor reactor) {
      Deferred<String> pong = new Deferred<>();
      reactor.callLater(Duration.ofSeconds(1), () -> Runtime.getRuntime().exit(3));
      return pong;
    }

    @Trial
    Deferred<?> exitsInASequential() {
      return Sequential.run(
          await -> {
            System.exit(0);
            return "";
          });
    }

    @Trial
    void fillsTheHeap() {
      Object[] all = {};
      while (true) {
        all = new Object[] {all, new byte[1 << 20]};
      }
    }

    @Trial
    void closesTheOutput() {
      System.out.close();
    }

    @Trial
    void isLast() {}
  }

  public static final class ExitsBeforeAll {
    @BeforeAll
    static void exits() {
      System.exit(0);
    }

    @Trial
    void isNotRun() {}
  }

  public static final class ExitsAfterAll {
    @AfterAll
    static void exits() {
      System.exit(0);
    }

    @Trial
    void isRun() {}
  }

  public static final class Waits {
    @Trial
    void exits() {
      System.exit(0);
    }

    @Trial
    @TimeLimit(real = "10m", blocking = "10m")
    void waitsToBeKilled() {
      System.out.println("waits");
      new Semaphore(0).acquireUninterruptibly();
    }
  }

  /** Runs classes, computes before it reports what has come of them, and would end well. */
  public static void main(String[] classes) {
    PrintStream out = System.err;
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(
                    Stream.of(classes)
                        .map(name -> DiscoverySelectors.selectClass("dev.assay.sample." + name))
                        .toList())
                .build(),
            summary);
    compute(1_000_000_000);
    out.println("passed: " + summary.getSummary().getTestsSucceededCount());
    summary
        .getSummary()
        .getFailures()
        .forEach(
            failure ->
                out.println(
                    failure.getTestIdentifier().getDisplayName()
                        + ": "
                        + failure.getException().getMessage()));
    System.exit(0);
  }

  /** Computes for n nanoseconds of a processor's time. */
  private static void compute(long nanos) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long end = threads.getCurrentThreadCpuTime() + nanos;
    while (threads.getCurrentThreadCpuTime() < end) {
      Thread.onSpinWait();
    }
  }
}
