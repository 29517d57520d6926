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
  /** The reactor is being stopped. */
  SHUTDOWN;

  /**
   * The phases of an event. Each begins when all that the phase before waits for is done.
   *
   * @since 0.1
   */
  public enum Phase {
    /** The first phase. The Deferreds that its triggers return are waited for. */
    BEFORE,
    /** The second phase. */
    DURING,
    /** The last phase. */
    AFTER
  }
}
