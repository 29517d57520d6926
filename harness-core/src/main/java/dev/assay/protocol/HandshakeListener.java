// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol;

import dev.assay.tls.TlsSession;

/**
 * A protocol that is notified when TLS protects its connection. If the handshake fails, the
 * connection is lost with a {@link TlsFailedException} instead.
 *
 * @since 0.1
 */
public interface HandshakeListener {
  /**
   * Called once, when the handshake is complete: after {@link Protocol#connectionMade}, and before
   * any bytes that were received through TLS.
   */
  void handshakeCompleted(TlsSession session);
}
