// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract;

import dev.assay.fake.FakeReactor;
import java.util.function.Function;

/**
 * A reactor that breaks one rule.
 *
 * @param name what it does wrong
 * @param caughtBy the name of the check that says so
 */
record Fault(String name, String caughtBy, Function<FakeReactor, Object> reactor) {
  @Override
  public String toString() {
    return name;
  }
}
