// SPDX-License-Identifier: Apache-2.0
package dev.assay.sample.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.junit.Trial;
import dev.assay.trial.TrialContext;
import dev.assay.trial.TrialOutcome;
import dev.assay.trial.Trials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Trials that change what they share with others, or leave it behind. */
public final class Meddles {
  @Trial
  void isBefore() {}

  @Fails("A-THREAD-LEFT")
  @Trial
  void leavesAThread() {
    new Thread(Trap::hold).start();
  }

  @Fails("A-THREAD-LEFT")
  @Trial
  void leavesADaemon() {
    Thread daemon = new Thread(Trap::hold);
    daemon.setDaemon(true);
    daemon.start();
  }

  @Fails("A-THREAD-LEFT")
  @Trial
  void leavesAnExecutor() {
    ExecutorService executor = Executors.newFixedThreadPool(2);
    executor.execute(() -> {});
  }

  @Fails("A-THREAD-LEFT")
  @Trial
  void leavesAThreadGroup() {
    new Thread(new ThreadGroup("own"), Trap::hold).start();
  }

  @Trial
  void leavesATaskToThePoolOfAll() {
    ForkJoinPool.commonPool().execute(Trap::hold);
  }

  @Fails("A-INTERRUPTED")
  @Trial
  void interruptsItsGroup() {
    Thread.currentThread().getThreadGroup().interrupt();
  }

  @Trial
  void removesItsDirectory(TrialContext trial) throws IOException {
    Path directory = trial.temporaryDirectory();
    Files.delete(directory);
  }

  @Trial
  void changesItsClassLoader() {
    Thread.currentThread().setContextClassLoader(null);
  }

  @Trial
  void hasAClassLoader() {
    assertThat(Thread.currentThread().getContextClassLoader()).isNotNull();
  }

  @Trial
  void changesItsName() {
    Thread.currentThread().setName("renamed");
  }

  @Trial
  void changesWhatAllShare(TrialContext trial) {
    Locale before = Locale.getDefault();
    trial.patch(() -> before, Locale::setDefault, Locale.forLanguageTag("ar-EG-u-nu-arab"));
    Thread.UncaughtExceptionHandler handler = Thread.getDefaultUncaughtExceptionHandler();
    trial.addCleanup(() -> Thread.setDefaultUncaughtExceptionHandler(handler));
    Thread.setDefaultUncaughtExceptionHandler((thread, error) -> Trap.hold());
  }

  @Trial
  void runsATrialWithin() {
    assertThat(Trials.run(trial -> {})).isInstanceOf(TrialOutcome.Passed.class);
  }

  @Trial
  void runsTheEngineWithin() {
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(Within.class))
                .build(),
            summary);
    assertThat(summary.getSummary().getTestsSucceededCount()).isEqualTo(1);
    assertThat(summary.getSummary().getTestsFailedCount()).isEqualTo(1);
  }

  @Trial
  void isAfter() {}

  public static final class Within {
    @Trial
    void passes() {}

    @Trial
    void fails() {
      throw new AssertionError("planted");
    }
  }
}
