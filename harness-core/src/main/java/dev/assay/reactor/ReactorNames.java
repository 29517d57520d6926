// SPDX-License-Identifier: Apache-2.0
package dev.assay.reactor;

import dev.assay.deferred.Deferred;
import dev.assay.protocol.DnsLookupException;
import java.net.InetAddress;
import java.util.List;

/**
 * The lookup of host names.
 *
 * @since 0.1
 */
public interface ReactorNames {
  /**
   * Returns the addresses of a host, at least one, the preferred one first. An address as host
   * stands for itself. If there are none, the Deferred fails with a {@link DnsLookupException}.
   */
  Deferred<List<InetAddress>> resolve(String host);
}
