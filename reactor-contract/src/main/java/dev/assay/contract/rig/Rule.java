// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.rig;

import dev.assay.contract.subject.ContractSubject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A rule that a reactor must keep, and the program that checks it.
 *
 * @since 0.1
 */
public final class Rule {
  private final String name;
  private final String meaning;
  private final List<Class<?>> faces;
  private final List<Condition> conditions;
  private final Body body;

  private Rule(
      String name, String meaning, List<Class<?>> faces, List<Condition> conditions, Body body) {
    this.name = name;
    this.meaning = meaning;
    this.faces = faces;
    this.conditions = conditions;
    this.body = body;
  }

  /** Returns a rule for reactors that implement the given interfaces, the main one first. */
  public static Rule of(String name, String meaning, Body body, Class<?>... faces) {
    return new Rule(name, meaning, List.of(faces), List.of(), body);
  }

  /**
   * Returns this rule, limited to subjects that meet a condition.
   *
   * @param otherwise why it cannot be checked on the others, as a sentence
   */
  public Rule where(String otherwise, Predicate<ContractSubject> holds) {
    List<Condition> more = new ArrayList<>(conditions);
    more.add(new Condition(otherwise, holds));
    return new Rule(name, meaning, faces, List.copyOf(more), body);
  }

  /** Returns the name. */
  public String name() {
    return name;
  }

  /** Returns the rule as a sentence. */
  public String meaning() {
    return meaning;
  }

  /** Returns the interfaces that a reactor must implement to be checked. */
  public List<Class<?>> faces() {
    return faces;
  }

  /** Returns why this cannot be checked on a subject, as a sentence, or null if it can. */
  public @Nullable String obstacle(ContractSubject subject) {
    Object reactor = subject.reactor();
    for (Class<?> face : faces) {
      if (!face.isInstance(reactor)) {
        return "the reactor does not implement " + face.getSimpleName();
      }
    }
    for (Condition condition : conditions) {
      if (!condition.holds.test(subject)) {
        return condition.otherwise;
      }
    }
    return null;
  }

  /**
   * Checks the reactor of a fresh subject, and closes the subject.
   *
   * @throws AssertionError if the reactor breaks this rule, or leaves something behind
   */
  public void check(ContractSubject subject) {
    Rig rig = new Rig(subject);
    try (subject) {
      body.run(rig);
      rig.clear();
    } catch (AssertionError broken) {
      throw new AssertionError(broken.getMessage() + rig.story(), broken);
    } catch (Exception unexpected) {
      throw new AssertionError(
          "nothing may be thrown here: " + unexpected + rig.story(), unexpected);
    }
  }

  /** The program of a check. */
  @FunctionalInterface
  public interface Body {
    /** Checks a reactor. */
    void run(Rig rig) throws Exception;
  }

  private record Condition(String otherwise, Predicate<ContractSubject> holds) {}
}
