// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import java.util.Comparator;
import java.util.Optional;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;

/**
 * The order that a seed determines, by the configuration parameter {@code trial.order.seed}: the
 * order of classes, and inside a class the order of its trials, followed by its nested classes. The
 * order of two elements depends only on the seed and on these two, so that a part of a run keeps
 * the order of the whole.
 *
 * @param root the node below which the names that count begin: in a suite, the engine has another
 *     one
 */
record SeededOrder(long seed, UniqueId root) implements TestDescriptor.Visitor {
  private static final String PARAMETER = "trial.order.seed";

  /** Returns a visitor that applies the order that is set, if one is: a bad seed sets none. */
  static TestDescriptor.Visitor of(ConfigurationParameters parameters, UniqueId root) {
    try {
      Optional<Long> seed = seed(parameters);
      return seed.isPresent() ? new SeededOrder(seed.get(), root) : descriptor -> {};
    } catch (IllegalArgumentException toldWhenTrialsAreRun) {
      return descriptor -> {};
    }
  }

  /** Returns the seed that is set, if one is. */
  static Optional<Long> seed(ConfigurationParameters parameters) {
    return parameters.get(PARAMETER).map(SeededOrder::parse);
  }

  private static long parse(String text) {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(PARAMETER + " must be a whole number: " + text, e);
    }
  }

  @Override
  public void visit(TestDescriptor descriptor) {
    Comparator<TestDescriptor> trialsFirst = Comparator.comparing(TestDescriptor::isContainer);
    descriptor.orderChildren(
        children -> children.stream().sorted(trialsFirst.thenComparingLong(this::rank)).toList());
  }

  private long rank(TestDescriptor node) {
    String name = node.getUniqueId().toString().substring(root.toString().length());
    long rank = seed;
    for (int i = 0; i < name.length(); i++) {
      rank = mixed(rank + name.charAt(i));
    }
    return rank;
  }

  /** Returns a number each bit of which depends on all bits of another, as MurmurHash3 ends. */
  private static long mixed(long number) {
    long mixed = (number ^ (number >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }
}
