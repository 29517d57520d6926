// SPDX-License-Identifier: Apache-2.0
package dev.assay.netty.stream;

import dev.assay.protocol.CertificateRefusedException;
import dev.assay.protocol.ConnectionLostException;
import dev.assay.protocol.TlsFailedException;
import io.netty.handler.codec.DecoderException;
import java.security.cert.CertificateException;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** The typed reasons for what the engine of the JDK and Netty report of TLS. */
final class TlsReasons {
  /** The start of the text in which the engine reports an alert of the peer. */
  private static final String ALERT = "Received fatal alert: ";

  /** The text in which the engine reports that a client has no certificate. */
  private static final String MISSING = "Empty client certificate chain";

  /** The alerts of RFC 8446 about certificates. */
  private static final List<String> ABOUT_CERTIFICATES =
      List.of(
          "bad_certificate",
          "unsupported_certificate",
          "certificate_revoked",
          "certificate_expired",
          "certificate_unknown",
          "unknown_ca",
          "certificate_required");

  private TlsReasons() {}

  /** Returns the reason of an end of a connection that TLS or the network has broken. */
  static ConnectionLostException of(Object end, Throwable reported, boolean handshaken) {
    Throwable cause = reported;
    if (reported instanceof DecoderException && reported.getCause() != null) {
      cause = reported.getCause();
    }
    String lost = end + " was lost: ";
    if (refusesHere(cause)) {
      return new CertificateRefusedException(
          lost + "this side has refused the certificate of the peer: " + cause.getMessage(), cause);
    }
    if (refusesThere(cause)) {
      return new CertificateRefusedException(
          lost + "the peer has refused the certificate of this side: " + cause.getMessage(), cause);
    }
    if (!handshaken) {
      return new TlsFailedException(lost + "the handshake failed: " + cause.getMessage(), cause);
    }
    return cause instanceof SSLException
        ? new TlsFailedException(lost + "TLS failed: " + cause.getMessage(), cause)
        : new ConnectionLostException(lost + cause.getMessage(), cause);
  }

  private static boolean refusesHere(Throwable reported) {
    for (@Nullable Throwable cause = reported; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateException || cause instanceof SSLPeerUnverifiedException) {
        return true;
      }
    }
    return String.valueOf(reported.getMessage()).contains(MISSING);
  }

  private static boolean refusesThere(Throwable cause) {
    String text = String.valueOf(cause.getMessage());
    int alert = text.indexOf(ALERT);
    return cause instanceof SSLException
        && alert >= 0
        && ABOUT_CERTIFICATES.contains(text.substring(alert + ALERT.length()));
  }
}
