// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract;

import dev.assay.contract.rig.Rule;
import dev.assay.contract.subject.ContractSubject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule that a reactor must keep, and the program that checks it.
 *
 * @since 0.1
 */
public final class ContractCheck {
  private final Rule rule;

  ContractCheck(Rule rule) {
    this.rule = rule;
  }

  /** Returns the name of this rule, such as {@code tcp.abort.there-connection-lost}. */
  public String name() {
    return rule.name();
  }

  /** Returns the rule as a sentence. */
  public String meaning() {
    return rule.meaning();
  }

  /**
   * Returns the interfaces that a reactor must implement for this check to apply, the main one
   * first.
   */
  public List<Class<?>> faces() {
    return rule.faces();
  }

  /** Returns whether this check applies to the reactor of a subject. */
  public boolean appliesTo(ContractSubject subject) {
    return obstacle(subject) == null;
  }

  /** Returns why this check does not apply to the reactor of a subject, or null if it does. */
  @Nullable String obstacle(ContractSubject subject) {
    return rule.obstacle(subject);
  }

  /**
   * Checks the reactor of a fresh subject, and closes the subject.
   *
   * @throws AssertionError if the reactor breaks this rule, or leaves something behind
   */
  public void run(ContractSubject subject) {
    rule.check(subject);
  }

  /** Returns {@code tcp.abort.is-connected: A transport that was aborted is not connected.} */
  @Override
  public String toString() {
    return name() + ": " + meaning();
  }
}
