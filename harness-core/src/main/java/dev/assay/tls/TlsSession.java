// SPDX-License-Identifier: Apache-2.0
package dev.assay.tls;

import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the two sides of a connection have agreed on in a handshake.
 *
 * @param applicationProtocol the protocol that both sides have, or null if one of them named none
 * @param peerCertificates the certificates of the other side, its own first; empty if it has shown
 *     none
 * @since 0.1
 */
public record TlsSession(
    @Nullable String applicationProtocol, List<X509Certificate> peerCertificates) {
  /** Creates a session with a copy of the certificates. */
  public TlsSession {
    peerCertificates = List.copyOf(peerCertificates);
  }
}
