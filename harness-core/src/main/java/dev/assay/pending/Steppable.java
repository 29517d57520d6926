// SPDX-License-Identifier: Apache-2.0
package dev.assay.pending;

/**
 * Time that a trial can move on: a clock, or a reactor with its network, that was made in it.
 *
 * @since 0.1
 */
public interface Steppable {
  /** The time of what never happens. */
  long NEVER = Long.MAX_VALUE;

  /** Returns the time now, in nanoseconds since the beginning. */
  long nanos();

  /**
   * Returns the time at which the next thing is to happen, which has come if something is ready
   * now; or {@link #NEVER}.
   */
  long nextDue();

  /** Does the next thing, and moves time to it. */
  void step();

  /** Writes a note into the record of what has happened. */
  void note(String text);

  /** Returns the record of what has happened, as an object of JSON a line. */
  String timeline();
}
