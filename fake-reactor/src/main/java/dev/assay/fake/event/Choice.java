// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.event;

/**
 * A decision between several ways in which a fake may continue.
 *
 * @since 0.1
 */
public enum Choice {
  /** Which of the possible next events happens. */
  ORDER,
  /** How many of the bytes that have arrived are received in one piece: all, or n of them. */
  CUT,
  /** Whether a datagram arrives or is lost. */
  LOSS,
  /** How many additional times a datagram arrives. */
  DUPLICATION,
  /** How long a datagram is delayed, in steps of the path's jitter, so that others overtake it. */
  JITTER
}
