// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import java.net.InetAddress;

/**
 * A host on a network, as what stands on it sees it.
 *
 * @since 0.1
 */
public interface Host {
  /** Returns its name, by which others look it up. */
  String name();

  /** Returns whether it has gone down: it says nothing to anybody. */
  boolean isDown();

  /** Returns the address of this host that another sees when something is sent there. */
  InetAddress localFor(InetAddress target);
}
