// SPDX-License-Identifier: Apache-2.0
package dev.assay.sample;

import dev.assay.junit.Trial;
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
    void isLast() {}
  }

  /** Runs the trials, tells what has come of them, and would end well. */
  public static void main(String[] arguments) {
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(Exits.class))
                .build(),
            summary);
    System.out.println("passed: " + summary.getSummary().getTestsSucceededCount());
    summary
        .getSummary()
        .getFailures()
        .forEach(
            failure ->
                System.out.println(
                    failure.getTestIdentifier().getDisplayName()
                        + ": "
                        + String.valueOf(failure.getException().getMessage())
                            .lines()
                            .findFirst()
                            .orElse("")));
    System.exit(0);
  }
}
