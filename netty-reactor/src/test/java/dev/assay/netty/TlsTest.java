// SPDX-License-Identifier: Apache-2.0
package dev.assay.netty;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.contract.certificate.TestCertificate;
import dev.assay.protocol.BindFailedException;
import dev.assay.protocol.CertificateRefusedException;
import dev.assay.protocol.ConnectionLostException;
import dev.assay.protocol.TlsFailedException;
import dev.assay.reactor.ConnectOptions;
import dev.assay.reactor.ListenOptions;
import dev.assay.reactor.ListeningPort;
import dev.assay.tls.TlsOptions;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TlsTest {
  private static final String HERE = "127.0.0.1";
  private static final Duration SHORT = Duration.ofMillis(20);
  private static final Duration AMPLE = Duration.ofSeconds(20);

  private final TestCertificate certificate = TestCertificate.of(HERE);
  private final NettyReactor reactor = new NettyReactor();
  private final Recorder client = new Recorder();
  private final Recorder server = new Recorder();

  @TempDir private Path directory;

  @AfterEach
  void close() {
    reactor.close();
  }

  @Test
  void connectTls_optionsFromPemFiles_exchangesBytes() throws Exception {
    Path chain = file("server.pem", "A comment.\n" + certificate.certificatePem());
    Path key = file("server.key", certificate.keyPem());
    connect(
        listenTls(TlsOptions.ofPem(chain, key)), TlsOptions.DEFAULT.withTrustedPem(chain), client);
    client.transport().write("hello".getBytes(ISO_8859_1));

    await(() -> server.text().equals("hello"));
    assertThat(client.session()).isNotNull();
  }

  @Test
  void connectTls_streamEndedBySomebodyBetween_isLostAndNotDone() throws Exception {
    InetSocketAddress port = listenTls(certificate.options());
    Recorder[] relay = new Recorder[1];
    Recorder onward = new Recorder(data -> relay[0].transport().write(data));
    relay[0] = new Recorder(data -> onward.transport().write(data));
    reactor.connectTcp(HERE, port.getPort(), peer -> onward);
    await(onward::isConnected);
    ListeningPort between =
        reactor.listenTcp(0, peer -> relay[0], ListenOptions.DEFAULT.withHost(HERE));
    connect((InetSocketAddress) between.address(), certificate.trusting(), client);
    await(() -> client.session() != null && server.session() != null);

    relay[0].transport().loseConnection();
    onward.transport().loseConnection();

    await(() -> client.reason() != null && server.reason() != null);
    assertThat(client.reason())
        .isExactlyInstanceOf(ConnectionLostException.class)
        .hasMessageEndingWith("the peer ended it without closing TLS, so bytes may be missing");
    assertThat(server.reason()).isExactlyInstanceOf(ConnectionLostException.class);
  }

  @Test
  void connectTls_streamEndedInTheHandshake_fails() throws Exception {
    Recorder silent = new Recorder();
    ListeningPort port = reactor.listenTcp(0, peer -> silent, ListenOptions.DEFAULT.withHost(HERE));
    connect((InetSocketAddress) port.address(), certificate.trusting(), client);
    await(() -> !silent.text().isEmpty());

    silent.transport().loseConnection();

    await(() -> client.reason() != null);
    assertThat(client.reason())
        .isExactlyInstanceOf(TlsFailedException.class)
        .hasMessageEndingWith("the peer closed it during the handshake");
  }

  @Test
  void connectTls_certificateOfTheJdkOnly_refusesOurs() throws Exception {
    connect(listenTls(certificate.options()), TlsOptions.DEFAULT, client);

    await(() -> client.reason() != null && server.reason() != null);
    assertThat(client.reason()).isInstanceOf(CertificateRefusedException.class);
    assertThat(server.reason()).isInstanceOf(CertificateRefusedException.class);
  }

  @Test
  void ofPem_filesThatAreNotWhatTheyMustBe_namesTheFile() throws Exception {
    Path chain = file("chain.pem", certificate.certificatePem());
    Path key = file("key.pem", certificate.keyPem());
    Path encrypted =
        file("encrypted.pem", certificate.keyPem().replace("PRIVATE", "ENCRYPTED PRIVATE"));
    Path broken = file("broken.pem", certificate.keyPem().replaceFirst("\nM", "\nN"));

    assertThatThrownBy(() -> TlsOptions.ofPem(key, key))
        .isInstanceOf(IOException.class)
        .hasMessage(key + " has no certificate; it must have a block BEGIN CERTIFICATE");
    assertThatThrownBy(() -> TlsOptions.ofPem(chain, encrypted))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith("block BEGIN PRIVATE KEY: ENCRYPTED PRIVATE KEY");
    assertThatThrownBy(() -> TlsOptions.ofPem(chain, chain))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith("block BEGIN PRIVATE KEY: none");
    assertThatThrownBy(() -> TlsOptions.ofPem(chain, broken))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(broken + " has no EC key, as the certificate has: ");
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  private InetSocketAddress listenTls(TlsOptions options) throws BindFailedException {
    return (InetSocketAddress)
        reactor
            .listenTls(0, peer -> server, options, ListenOptions.DEFAULT.withHost(HERE))
            .address();
  }

  private void connect(InetSocketAddress port, TlsOptions options, Recorder protocol) {
    reactor.connectTls(HERE, port.getPort(), peer -> protocol, options, ConnectOptions.DEFAULT);
    await(protocol::isConnected);
  }

  private void await(BooleanSupplier condition) {
    Duration end = reactor.elapsed().plus(AMPLE);
    while (!condition.getAsBoolean()) {
      assertThat(reactor.elapsed()).isLessThan(end);
      reactor.turn(SHORT);
    }
  }
}
