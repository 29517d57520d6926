// SPDX-License-Identifier: Apache-2.0
package example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Fails at first and passes when the tool runs it again. */
class FlakyTest {
  private static int runs;

  @Test
  void passesTheSecondTime() {
    assertEquals(2, ++runs);
  }
}
