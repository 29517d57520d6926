// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.protocol;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Deferreds;
import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.Protocol;
import java.util.Collection;
import java.util.List;

/**
 * Operations on several connections at a time.
 *
 * @since 0.1
 */
public final class Connections {
  private Connections() {}

  /**
   * Returns a Deferred that fires with the reasons, in order, when the connections of all the
   * protocols are over. This includes protocols whose connection is not made yet.
   */
  public static Deferred<List<ConnectionClosedException>> waitUntilAllDisconnected(
      Protocol... protocols) {
    return waitUntilAllDisconnected(List.of(protocols));
  }

  /**
   * Returns a Deferred that fires with the reasons, in order, when the connections of all the
   * protocols are over. This includes protocols whose connection is not made yet.
   */
  public static Deferred<List<ConnectionClosedException>> waitUntilAllDisconnected(
      Collection<? extends Protocol> protocols) {
    return Deferreds.gather(protocols.stream().map(Protocol::whenDisconnected).toList());
  }
}
