// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.LogbackServiceProvider;
import dev.assay.trial.TrialOutcome;
import dev.assay.trial.Trials;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

final class Slf4jTest {
  private static final String PROVIDER = "slf4j.provider";

  @Test
  void error_loggedWhileAnotherTrialSetsSlf4jUp_failsTheTrialThatLogsIt() throws Exception {
    try (URLClassLoader fresh = freshLoader()) {
      System.setProperty(PROVIDER, Slow.class.getName());
      Object verdict =
          Class.forName(Scene.class.getName(), true, fresh).getDeclaredMethod("play").invoke(null);

      assertThat(verdict).asString().contains("A-LOGGED-ERROR");
    } finally {
      System.clearProperty(PROVIDER);
    }
  }

  /** Returns a loader in which nobody has used SLF4J yet. */
  private static URLClassLoader freshLoader() {
    URL[] path =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Slf4jTest::url)
            .toArray(URL[]::new);
    return new URLClassLoader(path, ClassLoader.getPlatformClassLoader());
  }

  private static URL url(String path) {
    try {
      return new File(path).toURI().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(path, e);
    }
  }

  /** A trial that sets SLF4J up, and another one that logs an error meanwhile. */
  public static final class Scene {
    private static final AtomicReference<String> VERDICT = new AtomicReference<>();
    private static final Thread OTHER = new Thread(Scene::log, "other");

    private Scene() {}

    public static String play() throws InterruptedException {
      Trials.run(trial -> LoggerFactory.getLogger("scene"));
      OTHER.join();
      return VERDICT.get();
    }

    private static void log() {
      IllegalStateException error = new IllegalStateException("boom");
      TrialOutcome outcome =
          Trials.run(trial -> LoggerFactory.getLogger("scene").error("sad", error));
      VERDICT.set(outcome.toString());
    }

    /** Runs the other trial, for as long as that can go on. */
    static void meanwhile() {
      OTHER.start();
      while (OTHER.getState() == Thread.State.RUNNABLE) {
        Thread.onSpinWait();
      }
    }
  }

  /** Logback, which takes its time. */
  public static final class Slow implements SLF4JServiceProvider {
    private final LogbackServiceProvider logback = new LogbackServiceProvider();

    @Override
    public void initialize() {
      Scene.meanwhile();
      logback.initialize();
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
      return logback.getLoggerFactory();
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
      return logback.getMarkerFactory();
    }

    @Override
    public MDCAdapter getMDCAdapter() {
      return logback.getMDCAdapter();
    }

    @Override
    public String getRequestedApiVersion() {
      return logback.getRequestedApiVersion();
    }
  }
}
