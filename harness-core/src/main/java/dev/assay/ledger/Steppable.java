// SPDX-License-Identifier: Apache-2.0
package dev.assay.ledger;

/**
 * Time that a trial can move: a clock, or a reactor with its network, that was created in it.
 *
 * @since 0.1
 */
public interface Steppable {
  /** The time of an event that never happens. */
  long NEVER = Long.MAX_VALUE;

  /** Returns the present time, in nanoseconds since the beginning. */
  long nanos();

  /**
   * Returns the time of the next event, which is the present if one is ready; or {@link #NEVER}.
   */
  long nextDue();

  /** Moves time to the next event, and runs it. */
  void step();

  /** Writes a note into the record of events. */
  void note(String text);

  /** Returns the record of events, as one JSON object per line. */
  String timeline();
}
