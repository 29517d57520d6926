// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract;

import dev.assay.contract.subject.ContractSubject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The results of checking a reactor.
 *
 * @since 0.1
 */
public final class ContractReport {
  private final List<ContractCheck> passed = new ArrayList<>();
  private final Map<ContractCheck, AssertionError> failed = new LinkedHashMap<>();
  private final Map<ContractCheck, String> notApplicable = new LinkedHashMap<>();

  ContractReport() {}

  void add(ContractCheck check, ContractSubject fresh) {
    String obstacle = check.obstacle(fresh);
    if (obstacle != null) {
      fresh.close();
      notApplicable.put(check, obstacle);
      return;
    }
    try {
      check.run(fresh);
      passed.add(check);
    } catch (AssertionError broken) {
      failed.put(check, broken);
    }
  }

  /** Returns the checks that the reactor passed. */
  public List<ContractCheck> passed() {
    return List.copyOf(passed);
  }

  /** Returns the checks that the reactor failed, each with the reason. */
  public Map<ContractCheck, AssertionError> failed() {
    return Collections.unmodifiableMap(failed);
  }

  /**
   * Returns the checks of features that the reactor, or its subject, does not have, each with what
   * is missing.
   */
  public Map<ContractCheck, String> notApplicable() {
    return Collections.unmodifiableMap(notApplicable);
  }

  /**
   * Asserts that the reactor passed every check that applies, and that at least one applies.
   *
   * @throws AssertionError with this report as its message, and the first failure as its cause
   */
  public void assertPassed() {
    if (!failed.isEmpty()) {
      throw new AssertionError(toString(), failed.values().iterator().next());
    }
    if (passed.isEmpty()) {
      throw new AssertionError("no check applies: the reactor has no face that is checked");
    }
  }

  /**
   * Returns the numbers of checks, each failed check with its meaning and the reason, and the names
   * of the checks that do not apply, below what is missing.
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(passed.size()).append(" passed, ");
    text.append(failed.size()).append(" failed, ");
    text.append(notApplicable.size()).append(" not applicable\n");
    failed.forEach(
        (check, reason) -> {
          text.append("FAILED ").append(check.name()).append('\n');
          text.append("  rule: ").append(check.meaning()).append('\n');
          text.append("  but:  ").append(reason.getMessage()).append('\n');
        });
    namesByObstacle()
        .forEach(
            (obstacle, names) -> {
              text.append("NOT APPLICABLE, as ").append(obstacle).append('\n');
              names.forEach(name -> text.append("  ").append(name).append('\n'));
            });
    return text.toString();
  }

  private Map<String, List<String>> namesByObstacle() {
    Map<String, List<String>> names = new LinkedHashMap<>();
    notApplicable.forEach(
        (check, obstacle) ->
            names.computeIfAbsent(obstacle, first -> new ArrayList<>()).add(check.name()));
    return names;
  }
}
