// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fake.FakeNetwork;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.Fault;
import dev.assay.protocol.BindFailedException;
import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.HandshakeListener;
import dev.assay.protocol.Protocol;
import dev.assay.tls.TlsOptions;
import dev.assay.tls.TlsSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FakeTlsTest {
  private static final int PORT = 443;
  private static final TlsOptions TLS = TlsOptions.DEFAULT;
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final FakeNetwork network = new FakeNetwork();
  private final FakeReactor near = network.host("near");
  private final FakeReactor far = network.host("far");
  private final List<String> log = new ArrayList<>();
  private final End client = new End("client");
  private final End server = new End("server");

  @Test
  void connectTls_slowPath_completesAfterARoundTrip() throws Exception {
    network.strike(new Fault.Latency("near", "far", SECOND));
    connect();
    near.advance(SECOND.multipliedBy(9));

    assertThat(log)
        .containsExactly(
            "server made at 1",
            "client made at 2",
            "client protected at 4",
            "server protected at 5");
  }

  @Test
  void connectTls_peerThatIsOver_isFailure() throws Exception {
    network.strike(new Fault.Latency("near", "far", SECOND));
    connect();
    near.advance(SECOND.multipliedBy(2));
    server.transport().loseConnection();
    near.advance(SECOND.multipliedBy(9));

    assertThat(log)
        .containsExactly(
            "server made at 1",
            "client made at 2",
            "server lost ConnectionDoneException at 2",
            "client lost TlsFailedException at 3");
  }

  @Test
  void refuseCertificate_ofTheServer_isToldOnBothSides() throws Exception {
    network.strike(new Fault.RefuseCertificate("near", "far"));
    connect();
    near.settle();

    assertThat(log)
        .containsExactly(
            "client made at 0",
            "server made at 0",
            "client lost CertificateRefusedException at 0",
            "server lost CertificateRefusedException at 0");
    assertThat(client.why)
        .endsWith("this side has refused the certificate of the peer: a fault has it refused");
    assertThat(server.why)
        .endsWith("the peer has refused the certificate of this side: a fault has it refused");
  }

  @Test
  void refuseCertificate_ofAClientThatShowsNone_hasNoEffect() throws Exception {
    network.strike(new Fault.RefuseCertificate("far", "near"));
    connect();
    near.settle();

    assertThat(log).contains("client protected at 0", "server protected at 0");
  }

  @Test
  void truncate_protectedConnection_isLostAndNotDone() throws Exception {
    connect();
    near.settle();
    log.clear();
    network.strike(new Fault.Truncate("near", "far"));
    near.settle();

    assertThat(log)
        .containsExactly(
            "client lost ConnectionLostException at 0", "server lost ConnectionLostException at 0");
  }

  @Test
  void truncate_plainConnection_looksLikeAnEnd() throws Exception {
    far.listenTcp(PORT, peer -> server);
    near.connectTcp("far", PORT, peer -> client);
    near.settle();
    log.clear();
    network.strike(new Fault.Truncate("near", "far"));
    near.settle();

    assertThat(log)
        .containsExactly(
            "client lost ConnectionDoneException at 0", "server lost ConnectionDoneException at 0");
  }

  @Test
  void connectTls_plainPort_failsOnBothSides() throws Exception {
    far.listenTcp(PORT, peer -> server);
    near.connectTls("far", PORT, peer -> client, TLS);
    near.settle();

    assertThat(client.why).endsWith("the peer has not started TLS");
    assertThat(server.why).endsWith("the peer has started TLS, and this side has not");
    assertThat(log)
        .contains("client lost TlsFailedException at 0", "server lost TlsFailedException at 0");
  }

  @Test
  void connectTcp_portWithTls_failsOnBothSidesWhenItWrites() throws Exception {
    far.listenTls(PORT, peer -> server, TLS);
    near.connectTcp("far", PORT, peer -> client);
    near.settle();
    client.transport().write(new byte[] {1});
    near.settle();

    assertThat(server.why).endsWith("the handshake failed: what has arrived is not TLS");
    assertThat(log)
        .contains("client lost TlsFailedException at 0", "server lost TlsFailedException at 0");
  }

  @Test
  void startTls_bytesNotReceivedBefore_areNotTakenForProtectedOnes() throws Exception {
    far.listenTcp(PORT, peer -> server);
    near.connectTcp("far", PORT, peer -> client);
    near.settle();
    server.transport().pauseProducing();
    client.transport().write(new byte[] {1});
    near.settle();
    server.transport().startTls(TLS);
    server.transport().resumeProducing();
    near.settle();

    assertThat(log).contains("server lost TlsFailedException at 0").doesNotContain("server got 1");
  }

  @Test
  void startTls_greetingThatWaits_isAnswered() throws Exception {
    far.listenTcp(PORT, peer -> server);
    near.connectTcp("far", PORT, peer -> client);
    near.settle();
    server.transport().pauseProducing();
    client.transport().startTls(TLS);
    client.transport().write(new byte[] {1});
    near.settle();
    server.transport().startTls(TLS);
    server.transport().resumeProducing();
    near.settle();

    assertThat(log)
        .contains("client protected at 0", "server protected at 0")
        .endsWith("server got 1");
  }

  private void connect() throws BindFailedException {
    far.listenTls(PORT, peer -> server, TLS);
    near.connectTls("far", PORT, peer -> client, TLS);
  }

  /** A protocol that writes down what it is told, and when. */
  private final class End extends Protocol implements HandshakeListener {
    private final String name;
    private String why = "";

    End(String name) {
      this.name = name;
    }

    @Override
    protected void connectionMade() {
      note("made");
    }

    @Override
    public void handshakeCompleted(TlsSession session) {
      note("protected");
    }

    @Override
    public void dataReceived(byte[] data) {
      log.add(name + " got " + data.length);
    }

    @Override
    protected void connectionLost(ConnectionClosedException reason) {
      why = String.valueOf(reason.getMessage());
      note("lost " + reason.getClass().getSimpleName());
    }

    private void note(String what) {
      log.add(name + " " + what + " at " + near.elapsed().toSeconds());
    }
  }
}
