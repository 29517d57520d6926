// SPDX-License-Identifier: Apache-2.0
package example;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.contract.ReactorContract;
import org.junit.jupiter.api.Test;

/** What every reactor must do, as a module that has one of its own sees it. */
class ContractTest {
  @Test
  void hasRulesAboutTime() {
    assertTrue(
        ReactorContract.checks().stream().anyMatch(check -> check.name().startsWith("time.")));
  }
}
