// SPDX-License-Identifier: Apache-2.0
package dev.assay.benchmarks.trials;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.stream.IntStream;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** A process that runs generated tests as a build tool does, and fails if not all of them pass. */
final class TestRun {
  private TestRun() {}

  /**
   * Takes the name that the classes begin with, how many there are, how many tests each has and, to
   * have the heap printed, {@code heap}.
   */
  public static void main(String[] args) {
    int classes = Integer.parseInt(args[1]);
    long expected = (long) classes * Integer.parseInt(args[2]);
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    TestExecutionListener heap = args.length > 3 ? new Heap() : new TestExecutionListener() {};
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(
                IntStream.range(0, classes)
                    .mapToObj(i -> DiscoverySelectors.selectClass("generated." + args[0] + i))
                    .toList())
            .build();
    LauncherFactory.create().execute(request, summary, heap);
    if (summary.getSummary().getTestsSucceededCount() != expected) {
      summary.getSummary().printFailuresTo(new PrintWriter(System.err, true));
      throw new IllegalStateException("not all tests have passed");
    }
  }

  /** Prints what the heap holds at the end, while the tree of tests is still there. */
  private static final class Heap implements TestExecutionListener {
    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
      long peak = peak();
      System.gc();
      long live = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
      System.out.println(live + " " + peak);
    }

    /** Returns how much the parts of the heap have held at most, each by itself. */
    private static long peak() {
      return ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .map(MemoryPoolMXBean::getPeakUsage)
          .mapToLong(usage -> usage == null ? 0 : usage.getUsed())
          .sum();
    }
  }
}
