// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.event;

/**
 * What may turn out in more than one way, and is therefore chosen.
 *
 * @since 0.1
 */
public enum Choice {
  /** Which of the things that could happen next does. */
  ORDER,
  /** How many of the bytes that have arrived are received in one piece; all, or so many. */
  CUT,
  /** Whether a datagram arrives; it does, or it is lost. */
  LOSS,
  /** How many more times a datagram arrives. */
  DUPLICATION,
  /** How long a datagram is held up, in steps of the path's jitter, so that others overtake it. */
  JITTER
}
