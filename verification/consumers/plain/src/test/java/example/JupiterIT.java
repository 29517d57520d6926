// SPDX-License-Identifier: Apache-2.0
package example;

import org.junit.jupiter.api.Test;

class JupiterIT {
  @Test
  void passes() {}
}
