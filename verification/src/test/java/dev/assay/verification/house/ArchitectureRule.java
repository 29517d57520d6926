// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.house;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/**
 * A rule about compiled classes, with the violations that show it bite.
 *
 * @param planted programs that break the rule, each as the sources of its classes
 */
record ArchitectureRule(ArchRule rule, List<List<String>> planted) {
  @Override
  public String toString() {
    return rule.getDescription();
  }
}
