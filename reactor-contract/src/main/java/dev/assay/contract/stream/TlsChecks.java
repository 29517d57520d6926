// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.stream;

import dev.assay.contract.certificate.TestCertificate;
import dev.assay.contract.peer.Net;
import dev.assay.contract.peer.Pair;
import dev.assay.contract.peer.Peer;
import dev.assay.contract.peer.StreamRule;
import dev.assay.contract.peer.Tcp;
import dev.assay.contract.peer.Tls;
import dev.assay.contract.rig.Expect;
import dev.assay.contract.rig.Rig;
import dev.assay.contract.rig.Rule;
import dev.assay.protocol.CertificateRefusedException;
import dev.assay.protocol.ConnectionDoneException;
import dev.assay.protocol.TlsFailedException;
import dev.assay.reactor.ConnectOptions;
import dev.assay.reactor.ListeningPort;
import dev.assay.reactor.ReactorTcp;
import dev.assay.tls.TlsOptions;
import java.util.List;

/** The checks of connections that TLS protects from the beginning. */
final class TlsChecks {
  private static final String REFUSED = CertificateRefusedException.class.getSimpleName();
  private static final String FAILED = TlsFailedException.class.getSimpleName();

  static final List<Rule> RULES =
      List.of(
          rule(
              "handshake.is-told-once",
              "Each side is notified of the handshake once, with the certificate of the server.",
              TlsChecks::isToldOnce),
          rule(
              "handshake.comes-before-data",
              "A protocol writes before the handshake, and receives after it.",
              TlsChecks::comesBeforeData),
          rule(
              "handshake.while-paused",
              "The handshake completes even if a protocol has paused the delivery of data.",
              TlsChecks::whilePaused),
          rule(
              "handshake.lose-waits-for-it",
              "What was written before the handshake arrives, even if the connection is closed at once.",
              TlsChecks::loseWaits),
          rule(
              "handshake.lose-before-it",
              "A side that closes before the handshake is done; the other side hears of a failure.",
              TlsChecks::loseBefore),
          rule(
              "protocol.first-of-the-server",
              "The first application protocol of the server that the client has is agreed on.",
              TlsChecks::firstOfTheServer),
          rule(
              "protocol.none-in-common",
              "The handshake fails on both sides if there is no common application protocol.",
              TlsChecks::noneInCommon),
          rule(
              "certificate.untrusted",
              "A certificate that the client does not trust is refused; both sides are notified.",
              TlsChecks::untrusted),
          rule(
              "certificate.of-another-host",
              "A certificate for another host is refused; both sides are notified.",
              TlsChecks::ofAnotherHost),
          rule(
              "certificate.unchecked-host",
              "A certificate for another host is accepted without the check of the host name.",
              TlsChecks::uncheckedHost),
          rule(
              "certificate.of-the-client",
              "A server that requires a certificate of the client is given it.",
              TlsChecks::ofTheClient),
          rule(
              "certificate.missing",
              "A client without the required certificate is refused; both sides are notified.",
              TlsChecks::missing),
          rule(
              "plain.client-of-tls",
              "A port with TLS fails a connection on which something else arrives.",
              TlsChecks::plainClient),
          rule(
              "plain.server-of-tls",
              "The connection of a client with TLS fails if the server sends something else.",
              TlsChecks::plainServer));

  private TlsChecks() {}

  private static Rule rule(String name, String meaning, StreamRule.Body body) {
    return StreamRule.of(name, meaning, body).over(Tls.trusted());
  }

  /** Returns a net whose clients and servers have other options than usual. */
  private static Net net(Rig rig, TlsOptions client, TlsOptions server) {
    return new Net(rig, new Tls(client, server));
  }

  private static TlsOptions client() {
    return Tls.trusted().client();
  }

  private static TlsOptions server() {
    return Tls.trusted().server();
  }

  static void awaitHandshakes(Rig rig, Pair pair) {
    rig.await(
        "both sides are told of the handshake",
        () -> !pair.client().handshakes().isEmpty() && !pair.server().handshakes().isEmpty());
  }

  private static void expectEnds(Rig rig, Pair pair, String client, String server) {
    rig.await("both hear of the end", pair::isOver);
    Expect.equal("the ends", client + " here, " + server + " there", pair.ends());
  }

  private static void isToldOnce(Rig rig, Net net) {
    Pair pair = net.pair();
    awaitHandshakes(rig, pair);
    rig.settle();

    Expect.equal("the times the client was told", 1, pair.client().handshakes().size());
    Expect.equal("the times the server was told", 1, pair.server().handshakes().size());
    Expect.equal(
        "the certificates of the server",
        List.of(Tls.certificate().certificate()),
        pair.client().handshakes().get(0).peerCertificates());
    Expect.equal(
        "the certificates of the client",
        List.of(),
        pair.server().handshakes().get(0).peerCertificates());
  }

  private static void comesBeforeData(Rig rig, Net net) {
    Peer client = net.peer("client").onMade(peer -> peer.write("hello"));
    Peer server =
        net.peer("server")
            .onHandshake(peer -> rig.say("handshake with " + peer.received() + " bytes"));
    net.pair(client, server);
    rig.await("the data arrives", () -> server.received() == 5);

    Expect.equal("what was said", List.of("handshake with 0 bytes"), rig.said());
    Expect.equal("what arrives", "hello", server.text());
  }

  private static void whilePaused(Rig rig, Net net) {
    Peer client = net.peer("client").onMade(peer -> peer.transport().pauseProducing());
    Peer server = net.peer("server").onMade(peer -> peer.transport().pauseProducing());
    Pair pair = net.pair(client, server);
    awaitHandshakes(rig, pair);
    rig.run(() -> client.write("hello"));
    rig.settle();
    Expect.equal("what arrives while paused", "", server.text());
    rig.run(() -> server.transport().resumeProducing());

    rig.await("the data arrives", () -> server.text().equals("hello"));
  }

  private static void loseWaits(Rig rig, Net net) {
    Peer client =
        net.peer("client")
            .onMade(
                peer -> {
                  peer.write("hello");
                  peer.lose();
                });
    Pair pair = net.pair(client, net.peer("server"));
    String done = ConnectionDoneException.class.getSimpleName();

    expectEnds(rig, pair, done, done);
    Expect.equal("what arrives", "hello", pair.server().text());
  }

  private static void loseBefore(Rig rig, Net net) {
    Pair pair = net.pair(net.peer("client").onMade(Peer::lose), net.peer("server"));

    expectEnds(rig, pair, ConnectionDoneException.class.getSimpleName(), FAILED);
  }

  private static void firstOfTheServer(Rig rig, Net net) {
    Pair pair =
        net(
                rig,
                client().withApplicationProtocols("one", "two", "three"),
                server().withApplicationProtocols("four", "three", "two"))
            .pair();
    awaitHandshakes(rig, pair);

    for (Peer each : List.of(pair.client(), pair.server())) {
      Expect.equal("the protocol", "three", each.handshakes().get(0).applicationProtocol());
    }
  }

  private static void noneInCommon(Rig rig, Net net) {
    Pair pair =
        net(rig, client().withApplicationProtocols("one"), server().withApplicationProtocols("two"))
            .pair();

    expectEnds(rig, pair, FAILED, FAILED);
    Expect.equal("the handshakes", List.of(), pair.client().handshakes());
  }

  private static void untrusted(Rig rig, Net net) {
    TlsOptions trusting = TestCertificate.of(Tls.HOST).trusting().withHostName(Tls.HOST);
    Pair pair = net(rig, trusting, server()).pair();

    expectEnds(rig, pair, REFUSED, REFUSED);
    Expect.equal("the handshakes", List.of(), pair.client().handshakes());
  }

  private static void ofAnotherHost(Rig rig, Net net) {
    Pair pair = net(rig, client().withHostName("another.example"), server()).pair();

    expectEnds(rig, pair, REFUSED, REFUSED);
    Expect.equal("the handshakes", List.of(), pair.client().handshakes());
  }

  private static void uncheckedHost(Rig rig, Net net) {
    TlsOptions unchecked = client().withHostName("another.example").withoutHostNameCheck();

    awaitHandshakes(rig, net(rig, unchecked, server()).pair());
  }

  private static void ofTheClient(Rig rig, Net net) {
    TestCertificate own = TestCertificate.of("client.example");
    TlsOptions client =
        own.options().withTrusted(List.of(Tls.certificate().certificate())).withHostName(Tls.HOST);
    TlsOptions server =
        server().withTrusted(List.of(own.certificate())).withClientCertificateRequired();
    Pair pair = net(rig, client, server).pair();
    awaitHandshakes(rig, pair);

    Expect.equal(
        "the certificates of the client",
        List.of(own.certificate()),
        pair.server().handshakes().get(0).peerCertificates());
  }

  private static void missing(Rig rig, Net net) {
    TlsOptions server =
        server()
            .withTrusted(List.of(Tls.certificate().certificate()))
            .withClientCertificateRequired();

    expectEnds(rig, net(rig, client(), server).pair(), REFUSED, REFUSED);
  }

  private static void plainClient(Rig rig, Net net) {
    Peer server = net.peer("server");
    Peer client = net.peer("client").onMade(peer -> peer.write("hello, this is not TLS"));
    ListeningPort port = net.listen(net.factory("server", () -> server));
    net.connectTcp(
        rig.subject().host(),
        Tcp.portOf(port.address()),
        net.factory("client", () -> client),
        ConnectOptions.DEFAULT);
    rig.await("both hear of the end", () -> client.isLost() && server.isLost());

    Expect.isA(TlsFailedException.class, "the end of the server", server.reason());
  }

  private static void plainServer(Rig rig, Net net) {
    Peer server = net.peer("server").onMade(peer -> peer.write("hello, this is not TLS"));
    Peer client = net.peer("client");
    ListeningPort port =
        rig.get(
            () -> rig.reactor(ReactorTcp.class).listenTcp(0, net.factory("server", () -> server)));
    net.connect(port.address(), net.factory("client", () -> client));
    rig.await("both hear of the end", () -> client.isLost() && server.isLost());
    net.stop(port);

    Expect.isA(TlsFailedException.class, "the end of the client", client.reason());
  }
}
