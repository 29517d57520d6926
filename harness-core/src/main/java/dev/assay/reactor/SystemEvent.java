// SPDX-License-Identifier: Apache-2.0
package dev.assay.reactor;

/**
 * The events in the life of a reactor.
 *
 * @since 0.1
 */
public enum SystemEvent {
  /** The reactor begins to run. */
  STARTUP,
  /** The reactor was told to stop. */
  SHUTDOWN;

  /**
   * The phases of an event: the next begins when all that the last one waits for is done.
   *
   * @since 0.1
   */
  public enum Phase {
    /** First; the Deferreds that its triggers give are waited for. */
    BEFORE,
    /** When all that came before is done. */
    DURING,
    /** Last. */
    AFTER
  }
}
