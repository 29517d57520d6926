// SPDX-License-Identifier: Apache-2.0
package dev.assay.sample.limits;

import dev.assay.junit.Trial;

public final class InPackage {
  @Trial
  void isLost() {}
}
