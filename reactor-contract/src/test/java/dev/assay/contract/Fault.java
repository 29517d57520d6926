// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract;

import dev.assay.fake.FakeReactor;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A reactor that breaks one rule.
 *
 * @param name what it does wrong
 * @param caughtBy the name of the check that says so
 */
record Fault(String name, String caughtBy, Function<FakeReactor, Object> reactor) {
  /** Returns this and, if its rule is one about streams, the same over UNIX sockets. */
  Stream<Fault> overEachFamily() {
    String overUnix = caughtBy.replaceFirst("^tcp\\.", "unix.");
    boolean known =
        ReactorContract.checks().stream().anyMatch(check -> check.name().equals(overUnix));
    return known && !overUnix.equals(caughtBy)
        ? Stream.of(this, new Fault(name + ", over UNIX sockets", overUnix, reactor))
        : Stream.of(this);
  }

  @Override
  public String toString() {
    return name;
  }
}
