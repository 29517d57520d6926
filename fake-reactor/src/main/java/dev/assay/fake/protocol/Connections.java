// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.protocol;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Deferreds;
import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.Protocol;
import java.util.Collection;
import java.util.List;

/**
 * Questions about several connections at a time.
 *
 * @since 0.1
 */
public final class Connections {
  private Connections() {}

  /**
   * Returns a Deferred with the reasons, in order, once the connections of all these protocols are
   * over. A protocol whose connection is not made yet is waited for, too.
   */
  public static Deferred<List<ConnectionClosedException>> waitUntilAllDisconnected(
      Protocol... protocols) {
    return waitUntilAllDisconnected(List.of(protocols));
  }

  /**
   * Returns a Deferred with the reasons, in order, once the connections of all these protocols are
   * over. A protocol whose connection is not made yet is waited for, too.
   */
  public static Deferred<List<ConnectionClosedException>> waitUntilAllDisconnected(
      Collection<? extends Protocol> protocols) {
    return Deferreds.gather(protocols.stream().map(Protocol::whenDisconnected).toList());
  }
}
