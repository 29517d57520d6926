// SPDX-License-Identifier: Apache-2.0
package example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PassingTest {
  @Test
  void returnsNothing() {}

  @Test
  @Tag("slow")
  void takesLong() {}

  @Test
  void fails() {
    assertEquals(1, 2);
  }
}
