// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import dev.assay.protocol.CertificateRefusedException;
import dev.assay.protocol.ConnectionLostException;
import dev.assay.protocol.TlsFailedException;
import dev.assay.tls.TlsOptions;
import dev.assay.tls.TlsSession;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * TLS at one end of a connection in memory: a mark on it, which both ends agree on as in real TLS,
 * without any cryptography.
 *
 * <p>The client greets the server when everything that was written before is sent. The server
 * answers; the client refuses its certificate, or finishes the handshake. What was written in the
 * meantime waits in the outbox.
 */
final class TlsEnd {
  private final StreamEnd end;
  private final TlsOptions options;

  /** The number of bytes that were written before TLS began and have not been sent. */
  private int clear;

  /** Whether everything that was written before TLS began is sent. */
  private boolean ready;

  /** The client that has greeted this server, or null. */
  private @Nullable TlsEnd greeted;

  private @Nullable String protocol;

  TlsEnd(StreamEnd end, TlsOptions options) {
    this.end = end;
    this.options = options;
    this.clear = end.sender().outbox().size();
  }

  /** Returns how many bytes of those in the outbox may be sent now. */
  int sendable(int kept) {
    return end.life().isInHandshake() ? clear : kept;
  }

  /** Counts bytes that are sent; begins the handshake when those written before it are sent. */
  void sent(int bytes) {
    clear = Math.max(0, clear - bytes);
    if (clear > 0 || ready) {
      return;
    }
    ready = true;
    if (end.isClient()) {
      end.transmit("greeting of", () -> end.other().greetedBy(this));
    } else if (greeted != null) {
      answer(greeted);
    }
  }

  /** Called when the greeting of the client has arrived. */
  void greetedBy(TlsEnd client) {
    greeted = client;
    if (ready) {
      answer(client);
    }
  }

  private void answer(TlsEnd client) {
    List<String> own = options.applicationProtocols();
    List<String> others = client.options.applicationProtocols();
    protocol = own.stream().filter(others::contains).findFirst().orElse(null);
    if (protocol == null && !own.isEmpty() && !others.isEmpty()) {
      fail("no application protocol is common: " + own + " and " + others);
    } else {
      end.transmit("answer to the greeting of", () -> client.answeredBy(this));
    }
  }

  private void answeredBy(TlsEnd server) {
    if (!end.life().isInHandshake()) {
      return;
    }
    String objection = objectionTo(server);
    if (objection != null) {
      refuse(objection);
      return;
    }
    protocol = server.protocol;
    end.transmit("end of the handshake of", () -> server.finishedBy(this));
    complete(server.options.certificates());
  }

  private void finishedBy(TlsEnd client) {
    if (!end.life().isInHandshake()) {
      return;
    }
    String objection = options.isClientCertificateRequired() ? objectionTo(client) : null;
    if (objection != null) {
      refuse(objection);
    } else {
      complete(options.isClientCertificateRequired() ? client.options.certificates() : List.of());
    }
  }

  private void complete(List<X509Certificate> certificates) {
    TlsSession session = new TlsSession(protocol, certificates);
    end.trace("handshakeCompleted", protocol == null ? "" : protocol);
    end.sender().arm();
    end.guard(() -> end.life().completeHandshake(session));
  }

  /** Returns why this side refuses the certificate of the other, or null if it does not. */
  private @Nullable String objectionTo(TlsEnd other) {
    if (other.end.path().refusesCertificates()) {
      return "a fault has it refused";
    }
    String asked = options.hostName();
    String host = asked != null ? asked : end.askedHost();
    boolean checked = end.isClient() && options.isHostNameChecked();
    return Certificates.objection(options, other.options, checked ? host : null);
  }

  private void refuse(String objection) {
    StreamEnd other = end.other();
    end.breakTls(
        new CertificateRefusedException(
            end + " was lost: this side has refused the certificate of the peer: " + objection),
        new CertificateRefusedException(
            other + " was lost: the peer has refused the certificate of this side: " + objection));
  }

  /** Ends the connection, because the two sides do not agree on TLS. */
  private void fail(String why) {
    end.breakTls(failure(end, why), failure(end.other(), why));
  }

  private static ConnectionLostException failure(StreamEnd lost, String why) {
    return new TlsFailedException(lost + " was lost: the handshake failed: " + why);
  }

  /** Called when something other than TLS has arrived. */
  void arriveClear() {
    fail("what has arrived is not TLS");
  }

  /** Called when the peer has ended its stream in the handshake. */
  void arriveEnd() {
    end.finish(new TlsFailedException(end + " was lost: the peer closed it during the handshake"));
  }
}
