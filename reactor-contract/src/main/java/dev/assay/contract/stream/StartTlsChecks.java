// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.stream;

import dev.assay.contract.peer.HalfPeer;
import dev.assay.contract.peer.Net;
import dev.assay.contract.peer.Pair;
import dev.assay.contract.peer.Pattern;
import dev.assay.contract.peer.Peer;
import dev.assay.contract.peer.Pusher;
import dev.assay.contract.peer.StreamRule;
import dev.assay.contract.peer.Tcp;
import dev.assay.contract.peer.Tls;
import dev.assay.contract.rig.Expect;
import dev.assay.contract.rig.Rig;
import dev.assay.contract.rig.Rule;
import dev.assay.protocol.ConnectionDoneException;
import dev.assay.reactor.ReactorTls;
import java.util.List;

/** The checks of connections that TLS protects from a later moment on. */
final class StartTlsChecks {
  private static final int MUCH = 1 << 20;

  static final List<Rule> RULES =
      List.of(
          rule(
              "in-order",
              "What was written before startTls arrives before the handshake, and the rest after it.",
              StartTlsChecks::inOrder),
          rule(
              "is-told-later",
              "A protocol is never notified of anything inside startTls.",
              StartTlsChecks::isToldLater),
          rule(
              "keeps-the-producer",
              "A producer that was registered before is paused and resumed as before.",
              StartTlsChecks::keepsTheProducer),
          rule(
              "twice-is-refused",
              "To start TLS a second time is refused with IllegalStateException.",
              StartTlsChecks::twice),
          rule(
              "when-closing-is-refused",
              "To start TLS while closing is refused with IllegalStateException.",
              StartTlsChecks::whenClosing),
          rule(
              "when-over-is-nothing",
              "To start TLS on a connection that has ended has no effect.",
              StartTlsChecks::whenOver),
          rule(
              "has-no-half-close",
              "To end only the sending is refused; the end of the other side is the end, also of a HalfCloseable.",
              StartTlsChecks::noHalfClose));

  private StartTlsChecks() {}

  private static Rule rule(String name, String meaning, StreamRule.Body body) {
    return StreamRule.of("start-tls." + name, meaning, body, ReactorTls.class).over(new Tcp());
  }

  private static void startClient(Peer client) {
    client.transport().startTls(Tls.trusted().client());
  }

  private static void startServer(Peer server) {
    server.transport().startTls(Tls.trusted().server());
  }

  /** Returns a pair of which the client asks for TLS and the server agrees, before they start. */
  private static Pair upgraded(Rig rig, Net net, Peer client, Peer server) {
    server.onData(
        (peer, data) -> {
          if (peer.text().equals("start?")) {
            peer.write("yes.");
            startServer(peer);
            peer.write("welcome");
          }
        });
    client
        .onMade(peer -> peer.write("start?"))
        .onData(
            (peer, data) -> {
              if (peer.text().equals("yes.")) {
                startClient(peer);
                peer.write("secret");
              }
            });
    Pair pair = net.pair(client, server);
    TlsChecks.awaitHandshakes(rig, pair);
    return pair;
  }

  private static void inOrder(Rig rig, Net net) {
    Peer client = net.peer("client").onHandshake(peer -> rig.say("client after " + peer.text()));
    Peer server = net.peer("server").onHandshake(peer -> rig.say("server after " + peer.text()));
    upgraded(rig, net, client, server);
    rig.await("the data arrives", () -> client.received() == 11 && server.received() == 12);

    Expect.equal("what the client gets", "yes.welcome", client.text());
    Expect.equal("what the server gets", "start?secret", server.text());
    Expect.equal(
        "the moments of the handshakes",
        List.of("client after yes.", "server after start?"),
        rig.said());
  }

  private static void isToldLater(Rig rig, Net net) {
    Pair pair = net.pair();
    rig.run(
        () -> {
          pair.client().onHandshake(peer -> rig.say("handshake"));
          startServer(pair.server());
          startClient(pair.client());
          rig.say("started");
        });
    TlsChecks.awaitHandshakes(rig, pair);

    Expect.equal("what was said", List.of("started", "handshake"), rig.said());
  }

  private static void keepsTheProducer(Rig rig, Net net) {
    Pair pair = net.pair();
    Pusher pusher = new Pusher(rig, pair.client());
    rig.run(() -> pair.client().transport().registerProducer(pusher));
    rig.run(
        () -> {
          startServer(pair.server());
          startClient(pair.client());
        });
    TlsChecks.awaitHandshakes(rig, pair);
    rig.run(() -> pair.client().transport().write(Pattern.bytes(0, MUCH)));
    rig.await("it is paused, and resumed", () -> pusher.was("paused") && pusher.was("resumed"));
    rig.run(
        () -> {
          pusher.stop();
          pair.client().transport().unregisterProducer();
        });

    rig.await("all arrives", () -> pair.server().received() == MUCH + pusher.written());
  }

  private static void twice(Rig rig, Net net) {
    Pair pair = upgraded(rig, net, net.peer("client"), net.peer("server"));

    rig.thrown(
        IllegalStateException.class, "startTls when protected", () -> startClient(pair.client()));
  }

  private static void whenClosing(Rig rig, Net net) {
    Pair pair = net.pair();
    rig.run(() -> pair.client().lose());

    rig.thrown(
        IllegalStateException.class, "startTls while closing", () -> startClient(pair.client()));
  }

  private static void whenOver(Rig rig, Net net) {
    Pair pair = net.pair();
    rig.run(() -> pair.client().abort());
    rig.await("both hear of the end", pair::isOver);

    rig.run(() -> startClient(pair.client()));
    Expect.equal("the handshakes", List.of(), pair.client().handshakes());
  }

  private static void noHalfClose(Rig rig, Net net) {
    HalfPeer client = net.halfPeer("client");
    Pair pair = upgraded(rig, net, client, net.peer("server"));
    rig.thrown(
        UnsupportedOperationException.class,
        "loseWriteConnection",
        () -> client.transport().loseWriteConnection());
    rig.run(() -> pair.server().lose());
    rig.await("both hear of the end", pair::isOver);

    Expect.isA(ConnectionDoneException.class, "the end of the client", client.reason());
    Expect.isTrue("no half close is told", !client.isReadEnded() && !client.isWriteEnded());
  }
}
