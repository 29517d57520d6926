// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import dev.assay.deferred.Deferred;
import dev.assay.junit.TimeLimit;
import dev.assay.junit.Trial;
import dev.assay.trial.FailureCode;
import org.junit.jupiter.api.Test;

/** Mistakes by which a test would not run, or not as it was meant. */
final class DeclarationMistakes {
  private DeclarationMistakes() {}

  @Mistake(
      value = "the method is private",
      code = FailureCode.NOT_A_TRIAL,
      elsewhere = "Jupiter does not run it, and warns in the log")
  @SuppressWarnings("UnusedMethod") // that is the mistake
  static final class Private {
    @Trial
    private void test() {} // here
  }

  @Mistake(
      value = "the method is static",
      code = FailureCode.NOT_A_TRIAL,
      elsewhere = "Jupiter does not run it, and warns in the log")
  static final class Static {
    @Trial
    static void test() {} // here
  }

  @Mistake(
      value = "the method returns a value that is not used",
      code = FailureCode.NOT_A_TRIAL,
      elsewhere = "Jupiter does not run it, and warns in the log; jqwik passes")
  static final class ReturnsValue {
    @Trial
    boolean test() { // here
      return false;
    }
  }

  @Mistake(
      value = "a parameter of a type that no resolver provides",
      code = FailureCode.NOT_A_TRIAL)
  static final class UnknownParameter {
    @Trial
    void test(String text) {} // here
  }

  @Mistake(
      value = "the method is a Jupiter test as well",
      code = FailureCode.NOT_A_TRIAL,
      elsewhere = "would run twice")
  static final class BothEngines {
    @Trial
    @Test
    void test() {} // here
  }

  @Mistake(value = "a limit of time that cannot be read", code = FailureCode.NOT_A_TRIAL)
  static final class UnreadableLimit {
    @Trial
    @TimeLimit(virtual = "soon")
    void test() {} // here
  }

  @Mistake(value = "the method returns null instead of a Deferred", code = FailureCode.NOT_A_TRIAL)
  static final class ReturnsNull {
    @Trial
    @SuppressWarnings("NullAway")
    Deferred<?> test() { // here
      return null;
    }
  }
}
