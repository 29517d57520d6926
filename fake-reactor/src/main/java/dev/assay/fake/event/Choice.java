// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.event;

/**
 * A decision between several ways in which a fake may go on.
 *
 * @since 0.1
 */
public enum Choice {
  /** Which of the things that could happen next does. */
  ORDER,
  /** How many of the bytes that have arrived are received in one piece; all, or n of them. */
  CUT,
  /** Whether a datagram arrives; it does, or it is lost. */
  LOSS,
  /** How many more times a datagram arrives. */
  DUPLICATION,
  /** How long a datagram is held up, in steps of the path's jitter, so that others overtake it. */
  JITTER
}
