// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import dev.assay.fake.VirtualClock;
import dev.assay.junit.Lenient;
import dev.assay.junit.Strict;
import dev.assay.junit.TimeLimit;
import dev.assay.junit.Trial;
import dev.assay.junit.jupiter.TrialTest;
import dev.assay.time.DelayedCall;
import dev.assay.trial.FailureCode;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Mistakes in what is declared around a trial, or beside it. */
final class DeclaredAroundMistakes {
  private DeclaredAroundMistakes() {}

  @Mistake(value = "a class has a limit that cannot be read", code = FailureCode.NOT_A_TRIAL)
  @TimeLimit(virtual = "soon")
  static final class UnreadableOnClass {
    @Trial
    void test() {} // here
  }

  @TimeLimit(real = "0s")
  abstract static class NoTimeAtAll {}

  @Mistake(value = "a superclass has a limit of zero", code = FailureCode.NOT_A_TRIAL)
  static final class ZeroOnSuperclass extends NoTimeAtAll {
    @Trial
    void test() {} // here
  }

  @TimeLimit(blocking = "-5s")
  interface BackInTime {}

  @Mistake(value = "an interface has a negative limit", code = FailureCode.NOT_A_TRIAL)
  static final class NegativeOnInterface implements BackInTime {
    @Trial
    void test() {} // here
  }

  @Retention(RetentionPolicy.RUNTIME)
  @TimeLimit(virtual = "99999999999999999999h")
  @interface Endless {}

  @Mistake(
      value = "an annotation of the project has a limit that is too long",
      code = FailureCode.NOT_A_TRIAL)
  @Endless
  static final class OverflowOnAnnotation {
    @Trial
    void test() {} // here
  }

  @Mistake(
      value = "a limit that cannot be read is replaced by the trial's own",
      code = FailureCode.NOT_A_TRIAL)
  @TimeLimit(virtual = " ")
  static final class Replaced {
    @Trial
    @TimeLimit(virtual = "1s")
    void test() {} // here
  }

  @Mistake(value = "a class is strict and lenient at once", code = FailureCode.NOT_A_TRIAL)
  @Strict
  @Lenient
  static final class StrictAndLenient {
    @Trial
    void test() {} // here
  }

  @Mistake(
      value = "the method is a @TrialTest as well",
      code = FailureCode.NOT_A_TRIAL,
      elsewhere = "would run twice")
  static final class TrialTestToo {
    @Trial
    @TrialTest
    void test() {} // here
  }

  @Mistake(
      value = "the method is a property as well",
      code = FailureCode.NOT_A_TRIAL,
      elsewhere = "would run twice")
  static final class PropertyToo {
    @Trial
    @Property
    void test(@ForAll int number) {} // here
  }

  @Mistake(value = "the method is repeated by Jupiter as well", code = FailureCode.NOT_A_TRIAL)
  static final class RepeatedToo {
    @Trial
    @RepeatedTest(2)
    void test() {} // here
  }

  @Retention(RetentionPolicy.RUNTIME)
  @Test
  @interface OwnTest {}

  @Mistake(
      value = "the method is a test by another annotation of the project as well",
      code = FailureCode.NOT_A_TRIAL,
      elsewhere = "would run twice")
  static final class OwnTestToo {
    @Trial
    @OwnTest
    void test() {} // here
  }

  @Mistake(value = "the setup of a class is not static", code = FailureCode.NOT_A_TRIAL)
  static final class NotStatic {
    @BeforeAll
    void beforeAll() {}

    @Trial
    void test() {} // here
  }

  @Mistake(value = "a setup fails, and the teardown does, too")
  static final class BothFail {
    private @Nullable DelayedCall call;

    @BeforeEach
    void setUp(VirtualClock clock) {
      if (call == null) {
        throw new IllegalStateException("cannot be set up"); // here
      }
      call = clock.callLater(Duration.ofSeconds(1), () -> {});
    }

    @Trial
    void test() {}

    @AfterEach
    @SuppressWarnings("NullAway") // that is the mistake
    void tearDown() {
      call.cancel();
    }
  }

  @Mistake(value = "a setup fails after it has armed a call, which the teardown cancels")
  static final class SetUpInTwoSteps {
    private @Nullable DelayedCall call;

    @BeforeEach
    void setUp(VirtualClock clock) {
      call = clock.callLater(Duration.ofSeconds(1), () -> {});
      throw new IllegalStateException("cannot be set up"); // here
    }

    @Trial
    void test() {}

    @AfterEach
    void tearDown() {
      if (call != null) {
        call.cancel();
      }
    }
  }
}
