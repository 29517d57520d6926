// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract;

import java.util.List;
import java.util.function.Predicate;

/**
 * A rule that a reactor must keep, and the program that checks it.
 *
 * @since 0.1
 */
public final class ContractCheck {
  private final String name;
  private final String meaning;
  private final List<Class<?>> faces;
  private final Predicate<ContractSubject> condition;
  private final Body body;

  private ContractCheck(
      String name,
      String meaning,
      List<Class<?>> faces,
      Predicate<ContractSubject> condition,
      Body body) {
    this.name = name;
    this.meaning = meaning;
    this.faces = faces;
    this.condition = condition;
    this.body = body;
  }

  /** Returns a check for reactors that implement the given interfaces. */
  static ContractCheck of(String name, String meaning, Body body, Class<?>... faces) {
    return new ContractCheck(name, meaning, List.of(faces), subject -> true, body);
  }

  /** Returns this check, limited to subjects that meet a condition. */
  ContractCheck where(Predicate<ContractSubject> holds) {
    return new ContractCheck(name, meaning, faces, holds, body);
  }

  /** Returns the name of this rule, such as {@code tcp.abort.there-connection-lost}. */
  public String name() {
    return name;
  }

  /** Returns the rule as a sentence. */
  public String meaning() {
    return meaning;
  }

  /**
   * Returns the interfaces that a reactor must implement for this check to apply, the main one
   * first.
   */
  public List<Class<?>> faces() {
    return faces;
  }

  /** Returns whether this check applies to the reactor of a subject. */
  public boolean appliesTo(ContractSubject subject) {
    Object reactor = subject.reactor();
    return faces.stream().allMatch(face -> face.isInstance(reactor)) && condition.test(subject);
  }

  /**
   * Checks the reactor of a fresh subject, and closes the subject.
   *
   * @throws AssertionError if the reactor breaks this rule, or leaves something behind
   */
  public void run(ContractSubject subject) {
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

  /** Returns {@code tcp.abort.is-connected: A transport that was aborted is not connected.} */
  @Override
  public String toString() {
    return name + ": " + meaning;
  }

  /** The program of a check. */
  @FunctionalInterface
  interface Body {
    void run(Rig rig) throws Exception;
  }
}
