// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contract.ContractCheck;
import dev.assay.contract.ReactorContract;
import org.junit.jupiter.api.Test;

/** Whether the page about the contract has every check, and none that is not there. */
final class ContractPageTest {
  private static final String HEADING = "## The rules\n";

  @Test
  void page_itsRules_areThoseOfTheContract() {
    String page = Repository.text(Repository.root().resolve("docs/contract.md"));

    assertThat(page.substring(page.indexOf(HEADING))).isEqualTo(rules());
  }

  /** Returns the end of the page: a table for each first word of the names. */
  private static String rules() {
    StringBuilder text = new StringBuilder(HEADING);
    String group = "";
    for (ContractCheck check : ReactorContract.checks()) {
      String first = check.name().substring(0, check.name().indexOf('.'));
      if (!first.equals(group)) {
        group = first;
        text.append("\n### ").append(group).append("\n\n| name | rule |\n|---|---|\n");
      }
      text.append("| `%s` | %s |\n".formatted(check.name(), check.meaning()));
    }
    return text.toString();
  }
}
