// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.peer;

import dev.assay.contract.certificate.TestCertificate;
import dev.assay.contract.rig.Rig;
import dev.assay.protocol.BindFailedException;
import dev.assay.protocol.ClientFactory;
import dev.assay.protocol.Connector;
import dev.assay.protocol.ProtocolFactory;
import dev.assay.reactor.ListeningPort;
import dev.assay.reactor.ReactorTls;
import dev.assay.tls.TlsOptions;
import java.net.SocketAddress;

/**
 * The ports of the subject's address, with connections that TLS protects from the beginning.
 *
 * @param client the options of clients
 * @param server the options of servers
 * @since 0.1
 */
public record Tls(TlsOptions client, TlsOptions server) implements PortFamily {
  /** The host that the certificate of {@link #certificate()} is for. */
  public static final String HOST = "localhost";

  /** Returns ports whose certificate the clients trust. */
  public static Tls trusted() {
    TestCertificate certificate = certificate();
    return new Tls(certificate.trusting().withHostName(HOST), certificate.options());
  }

  /** Returns a certificate, always the same. */
  public static TestCertificate certificate() {
    return Constant.CERTIFICATE;
  }

  @Override
  public String name() {
    return "tls";
  }

  @Override
  public Class<?> face() {
    return ReactorTls.class;
  }

  @Override
  public ListeningPort listen(Rig rig, SocketAddress address, ProtocolFactory factory)
      throws BindFailedException {
    return rig.reactor(ReactorTls.class)
        .listenTls(Tcp.portOf(address), factory, server, onHost(rig));
  }

  @Override
  public Connector connect(Rig rig, SocketAddress address, ClientFactory factory) {
    String host = rig.subject().host();
    return rig.reactor(ReactorTls.class).connectTls(host, Tcp.portOf(address), factory, client);
  }

  @Override
  public boolean isReady(Peer peer) {
    return !peer.handshakes().isEmpty();
  }

  /** The certificate, made when it is first needed. */
  private static final class Constant {
    static final TestCertificate CERTIFICATE = TestCertificate.of(HOST);
  }
}
