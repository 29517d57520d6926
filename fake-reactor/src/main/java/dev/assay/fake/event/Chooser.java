// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.event;

/**
 * A policy that decides everything that a fake leaves open. The first option is always the one
 * without disturbance: first come first served, whole pieces, no fault.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Chooser {
  /**
   * Returns one of the options.
   *
   * @param what the decision to make
   * @param options the number of options, at least two
   * @return the index of the option, from zero
   */
  int choose(Choice what, int options);

  /** Returns the chooser that always takes the first option. */
  static Chooser quiet() {
    enum Quiet implements Chooser {
      INSTANCE;

      @Override
      public int choose(Choice what, int options) {
        return 0;
      }
    }
    return Quiet.INSTANCE;
  }
}
