// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.peer;

import dev.assay.contract.rig.Rig;
import dev.assay.contract.rig.Rule;
import java.util.List;
import java.util.stream.Stream;

/**
 * A rule about streams of bytes, whichever family of addresses they connect.
 *
 * @param faces the interfaces that a reactor must implement besides that of the family
 * @since 0.1
 */
public record StreamRule(String name, String meaning, Body body, List<Class<?>> faces) {
  /** Returns a rule. */
  public static StreamRule of(String name, String meaning, Body body, Class<?>... faces) {
    return new StreamRule(name, meaning, body, List.of(faces));
  }

  /** Returns the rule for a family of addresses. */
  public Rule over(Family family) {
    Class<?>[] all =
        Stream.concat(Stream.of(family.face()), faces.stream()).toArray(Class<?>[]::new);
    return Rule.of(
            family.name() + "." + name, meaning, rig -> body.run(rig, new Net(rig, family)), all)
        .where("the subject has no " + family.name() + " sockets", family::isUsable);
  }

  /** The program of a check. */
  @FunctionalInterface
  public interface Body {
    /** Checks a reactor. */
    void run(Rig rig, Net net) throws Exception;
  }
}
