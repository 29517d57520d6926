// SPDX-License-Identifier: Apache-2.0
package dev.assay.reactor;

/**
 * The options of a listening port.
 *
 * @param host the address of the interface, or an empty string for all interfaces
 * @param backlog the number of connections that may wait to be accepted
 * @since 0.1
 */
public record ListenOptions(String host, int backlog) {
  /** All interfaces, with a backlog of 50. */
  public static final ListenOptions DEFAULT = new ListenOptions("", 50);

  /**
   * Creates options.
   *
   * @throws IllegalArgumentException if the backlog is not positive
   */
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
