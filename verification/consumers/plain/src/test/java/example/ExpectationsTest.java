// SPDX-License-Identifier: Apache-2.0
package example;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.assay.junit.Todo;
import dev.assay.junit.Trial;
import org.junit.jupiter.api.Disabled;

/** Trials that are expected to fail, or not to run. */
class ExpectationsTest {
  @Trial
  @Todo("not written yet")
  void failsAsExpected() {
    fail("as expected");
  }

  @Trial
  @Todo("written already")
  void passesAgainstExpectation() {}

  @Trial
  @Disabled("not today")
  void isDisabled() {
    fail("must not run");
  }

  @Trial
  void assumesWhatIsNotSo() {
    abort("not here");
  }
}
