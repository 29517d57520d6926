// SPDX-License-Identifier: Apache-2.0
package example;

import dev.assay.junit.Trial;
import org.junit.jupiter.api.BeforeAll;

/** A class whose fixture fails, so that none of its trials can run. */
class BrokenFixtureTest {
  @BeforeAll
  static void open() {
    throw new IllegalStateException("cannot open");
  }

  @Trial
  void neverRuns() {}
}
