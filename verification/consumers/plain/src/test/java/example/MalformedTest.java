// SPDX-License-Identifier: Apache-2.0
package example;

import dev.assay.junit.Trial;
import org.junit.jupiter.api.Test;

/** What looks like a trial but cannot run as one: it must not vanish. */
class MalformedTest {
  @Trial
  private void isPrivate() {}

  @Trial
  static void isStatic() {}

  @Trial
  String returnsAString() {
    return "";
  }

  @Trial
  void takesAnUnknownParameter(Thread thread) {}

  @Trial
  @Test
  void isOfBothEngines() {}

  @Trial
  void isWellFormed() {}
}
