// SPDX-License-Identifier: Apache-2.0
package dev.assay.reactor;

/**
 * How to listen: on which interface, and how many connections may wait to be accepted.
 *
 * @param host the address of the interface, or an empty text for all
 * @param backlog the number of connections that may wait
 * @since 0.1
 */
public record ListenOptions(String host, int backlog) {
  /** All interfaces, with 50 waiting. */
  public static final ListenOptions DEFAULT = new ListenOptions("", 50);

  /** Refuses a backlog that is not positive. */
  public ListenOptions {
    if (backlog < 1) {
      throw new IllegalArgumentException("backlog must be positive: " + backlog);
    }
  }

  /** Returns these options with another interface. */
  public ListenOptions withHost(String other) {
    return new ListenOptions(other, backlog);
  }

  /** Returns these options with another backlog. */
  public ListenOptions withBacklog(int other) {
    return new ListenOptions(host, other);
  }
}
