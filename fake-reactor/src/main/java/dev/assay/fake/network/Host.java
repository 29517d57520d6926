// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import java.net.InetAddress;

/**
 * A host on a network, as seen by its ports and connections.
 *
 * @since 0.1
 */
public interface Host {
  /** Returns the name of the host, by which others look it up. */
  String name();

  /** Returns whether the host is down; a host that is down sends nothing. */
  boolean isDown();

  /**
   * Returns the address of this host that a peer sees when this host sends something to the given
   * address.
   */
  InetAddress localFor(InetAddress target);
}
