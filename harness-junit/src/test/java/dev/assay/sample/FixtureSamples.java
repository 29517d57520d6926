// SPDX-License-Identifier: Apache-2.0
package dev.assay.sample;

import dev.assay.fake.VirtualClock;
import dev.assay.junit.Trial;
import dev.assay.time.DelayedCall;
import dev.assay.trial.SkippedException;
import dev.assay.trial.TrialContext;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Fixtures of which one fails. Trials and tests are written alike, so that Jupiter can judge. */
public final class FixtureSamples {
  /** What was run, in order. */
  public static final List<String> LOG = new CopyOnWriteArrayList<>();

  private FixtureSamples() {}

  private static void log(String what) {
    LOG.add(what);
  }

  private static void fail(String what) {
    LOG.add(what);
    throw new IllegalStateException(what);
  }

  abstract static class Base {
    @BeforeEach
    void beforeBase() {
      log("before base");
    }

    @AfterEach
    void afterBase() {
      log("after base");
    }
  }

  public static final class BeforeFails extends Base {
    @BeforeEach
    void before() {
      fail("before");
    }

    @Trial
    void trial() {
      log("test");
    }

    @Test
    void test() {
      log("test");
    }

    @AfterEach
    void after() {
      fail("after");
    }

    @Nested
    final class Within {
      @BeforeEach
      void beforeWithin() {
        log("before within");
      }

      @Trial
      void trialWithin() {
        log("test within");
      }

      @Test
      void testWithin() {
        log("test within");
      }

      @AfterEach
      void afterWithin() {
        log("after within");
      }
    }
  }

  public static final class ConstructorFails {
    ConstructorFails() {
      fail("constructor");
    }

    @BeforeEach
    void before() {
      log("before");
    }

    @Trial
    void trial() {
      log("test");
    }

    @Test
    void test() {
      log("test");
    }

    @AfterEach
    void after() {
      log("after");
    }
  }

  public static final class BeforeAllFails {
    @BeforeAll
    static void beforeAll() {
      fail("before all");
    }

    @Trial
    void trial() {
      log("test");
    }

    @Test
    void test() {
      log("test");
    }

    @AfterAll
    static void afterAll() {
      log("after all");
    }
  }

  public static final class InitialiserFails {
    static final int NUMBER = number();

    private static int number() {
      fail("initialiser");
      return 0;
    }

    @Trial
    void trial() {
      log("test");
    }

    @AfterAll
    static void afterAll() {
      log("after all");
    }
  }

  /** What was set up before the failure is torn down: it leaves nothing behind. */
  public static final class SetUpInTwoSteps {
    private @Nullable DelayedCall call;

    @BeforeEach
    void arm(VirtualClock clock, TrialContext trial) {
      call = clock.callLater(Duration.ofSeconds(1), () -> {});
      trial.addCleanup(() -> log("clean-up"));
      fail("before");
    }

    @Trial
    void trial() {
      log("test");
    }

    @AfterEach
    void cancel() {
      log("after");
      if (call != null) {
        call.cancel();
      }
    }
  }

  public static final class BeforeSkips {
    @BeforeEach
    void before() {
      log("before");
      throw new SkippedException("not here");
    }

    @Trial
    void trial() {
      log("test");
    }

    @AfterEach
    void after() {
      log("after");
    }
  }
}
