// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract;

import dev.assay.protocol.BindFailedException;
import dev.assay.protocol.ConnectionAbortedException;
import dev.assay.protocol.ConnectionRefusedException;
import dev.assay.protocol.Connector;
import dev.assay.reactor.ListeningPort;
import dev.assay.reactor.ReactorUnix;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.List;

/** The checks of connections within one machine. */
final class UnixChecks {
  private static final int MUCH = 1 << 20;

  static final List<ContractCheck> CHECKS =
      List.of(
          unix(
              "connect.both-sides-are-told",
              "Both sides are notified of a connection.",
              UnixChecks::meet),
          unix(
              "connect.is-told-later",
              "The factory is notified of the attempt inside connectUnix, of its success later.",
              UnixChecks::isToldLater),
          unix(
              "connect.refused-where-nobody-listens",
              "To connect to a path where nothing listens fails with ConnectionRefusedException.",
              UnixChecks::refused),
          unix(
              "connect.addresses",
              "The path is the server's own address, the client's peer, and the destination.",
              UnixChecks::addresses),
          unix(
              "connect.stop",
              "An attempt can be cancelled as soon as the factory is notified of it.",
              UnixChecks::stop),
          unix(
              "connect.several",
              "Several connections can be made to one path, and do not mix.",
              UnixChecks::several),
          unix(
              "data.both-ways", "Megabytes pass both ways at the same time.", UnixChecks::bothWays),
          unix(
              "close.flushes",
              "What was written before loseConnection arrives; both are notified with ConnectionDoneException.",
              UnixChecks::closeFlushes),
          unix(
              "close.is-told-later",
              "A protocol is never notified of the end inside loseConnection or abortConnection.",
              UnixChecks::isToldOfTheEndLater),
          unix(
              "abort",
              "The side that aborts is notified with ConnectionAbortedException, the other one of an end.",
              UnixChecks::abort),
          unix(
              "half-close",
              "A side that has ended its sending continues to receive.",
              UnixChecks::halfClose),
          unix(
              "pause",
              "A side that is paused receives nothing until it is resumed, and then everything.",
              UnixChecks::pause),
          unix(
              "listen.taken-is-refused",
              "To listen on a path that is taken throws BindFailedException.",
              UnixChecks::taken),
          unix(
              "listen.stop",
              "When stopListening has fired, connections are refused and the path is free.",
              UnixChecks::stopListening),
          unix(
              "listen.connections-stay",
              "Accepted connections stay open when the port is closed.",
              UnixChecks::connectionsStay));

  private UnixChecks() {}

  private static ContractCheck unix(String name, String meaning, ContractCheck.Body body) {
    return ContractCheck.of("unix." + name, meaning, body, ReactorUnix.class);
  }

  private static String path(Rig rig) {
    return rig.subject().unixPath("a");
  }

  private static void meet(Rig rig) {
    Pair pair = rig.net().unixPair(path(rig));
    rig.settle();

    Expect.equal("what the client was told", List.of("made"), pair.client().events());
    Expect.equal("what the server was told", List.of("made"), pair.server().events());
  }

  private static void isToldLater(Rig rig) {
    rig.net().listenUnix(path(rig), rig.net().factory("server"));
    PeerFactory clients = rig.net().factory("client");
    rig.run(
        () -> {
          rig.net().connectUnix(path(rig), clients);
          Expect.equal("what is told", List.of("started", "connecting"), clients.events());
        });
    rig.await("the connection is made", () -> clients.made().size() == 1);
  }

  private static void refused(Rig rig) {
    PeerFactory clients = rig.net().factory("client");
    rig.net().connectUnix(path(rig), clients);
    rig.await("the factory is stopped", () -> clients.was("stopped"));

    Expect.isA(ConnectionRefusedException.class, "the failure", clients.reason());
  }

  private static void addresses(Rig rig) {
    SocketAddress expected = UnixDomainSocketAddress.of(path(rig));
    PeerFactory servers = rig.net().factory("server");
    PeerFactory clients = rig.net().factory("client");
    ListeningPort port = rig.net().listenUnix(path(rig), servers);
    Connector connector = rig.net().connectUnix(path(rig), clients);
    rig.await("both are connected", () -> servers.made().size() + clients.made().size() == 2);

    Expect.equal("the port's address", expected, port.address());
    Expect.equal("the destination", expected, rig.get(connector::destination));
    Expect.equal(
        "the client's peer", expected, rig.get(() -> clients.made().get(0).transport().peer()));
    Expect.equal(
        "the server's own", expected, rig.get(() -> servers.made().get(0).transport().host()));
  }

  private static void stop(Rig rig) {
    rig.net().listenUnix(path(rig), rig.net().factory("server"));
    PeerFactory clients = rig.net().factory("client").onConnecting(Connector::stopConnecting);
    rig.net().connectUnix(path(rig), clients);
    rig.await("the factory is stopped", () -> clients.was("stopped"));

    Expect.equal(
        "what the factory was told",
        List.of("started", "connecting", "failed ConnectStoppedException", "stopped"),
        clients.events());
  }

  private static void several(Rig rig) {
    PeerFactory servers =
        rig.net()
            .factory(
                "server",
                () -> rig.net().peer("server").onData((p, data) -> p.transport().write(data)));
    PeerFactory clients = rig.net().factory("client");
    rig.net().listenUnix(path(rig), servers);
    for (int i = 0; i < 10; i++) {
      rig.net().connectUnix(path(rig), clients);
    }
    rig.await(
        "all are connected", () -> clients.made().stream().filter(Peer::isMade).count() == 10);
    List<Peer> all = clients.made();
    rig.run(() -> all.forEach(peer -> peer.write("number " + all.indexOf(peer))));
    rig.await("all are answered", () -> all.stream().allMatch(peer -> peer.received() == 8));

    for (Peer peer : all) {
      Expect.equal("the answer", "number " + all.indexOf(peer), peer.text());
    }
  }

  private static void bothWays(Rig rig) {
    Pair pair = rig.net().unixPair(path(rig));
    rig.run(
        () -> {
          pair.client().transport().write(Pattern.bytes(0, MUCH));
          pair.server().transport().write(Pattern.bytes(0, MUCH));
        });
    rig.await(
        "all arrives", () -> pair.client().received() >= MUCH && pair.server().received() >= MUCH);

    Pattern.check("what the client received", MUCH, pair.client().bytes());
    Pattern.check("what the server received", MUCH, pair.server().bytes());
  }

  private static void closeFlushes(Rig rig) {
    Pair pair = rig.net().unixPair(path(rig));
    rig.run(
        () -> {
          pair.client().transport().write(Pattern.bytes(0, MUCH));
          pair.client().lose();
        });
    rig.await("both hear of the end", pair::isOver);

    Pattern.check("what the server received", MUCH, pair.server().bytes());
    Expect.equal(
        "the ends", "ConnectionDoneException here, ConnectionDoneException there", pair.ends());
  }

  private static void isToldOfTheEndLater(Rig rig) {
    Pair lost = rig.net().unixPair(rig.subject().unixPath("a"));
    Pair aborted = rig.net().unixPair(rig.subject().unixPath("b"));
    rig.run(
        () -> {
          lost.client().lose();
          aborted.client().abort();
          Expect.isTrue(
              "nothing may be told inside", !lost.client().isLost() && !aborted.client().isLost());
        });

    rig.await("all hear of the end", () -> lost.isOver() && aborted.isOver());
  }

  private static void abort(Rig rig) {
    Pair pair = rig.net().unixPair(path(rig));
    rig.run(() -> pair.client().abort());
    rig.await("both hear of the end", pair::isOver);

    Expect.isA(ConnectionAbortedException.class, "what the client hears", pair.client().reason());
  }

  private static void halfClose(Rig rig) {
    HalfPeer server = rig.net().halfPeer("server");
    Pair pair = rig.net().unixPair(path(rig), rig.net().peer("client"), server);
    rig.run(
        () -> {
          pair.client().write("question");
          pair.client().transport().loseWriteConnection();
        });
    rig.await("the server is told", server::isReadEnded);
    rig.run(
        () -> {
          server.write("answer to " + server.text());
          server.lose();
        });
    rig.await("both hear of the end", pair::isOver);

    Expect.equal("what the client received", "answer to question", pair.client().text());
  }

  private static void pause(Rig rig) {
    Pair pair = rig.net().unixPair(path(rig));
    rig.run(() -> pair.server().transport().pauseProducing());
    rig.run(() -> pair.client().transport().write(Pattern.bytes(0, MUCH)));
    rig.settle();
    Expect.equal("what the server was told", List.of("made"), pair.server().events());
    rig.run(() -> pair.server().transport().resumeProducing());
    rig.await("all arrives", () -> pair.server().received() >= MUCH);

    Pattern.check("what the server received", MUCH, pair.server().bytes());
  }

  private static void taken(Rig rig) {
    rig.net().listenUnix(path(rig), rig.net().factory("server"));
    PeerFactory late = rig.net().factory("late server");

    rig.thrown(
        BindFailedException.class,
        "listenUnix on a path that is taken",
        () -> rig.reactor(ReactorUnix.class).listenUnix(path(rig), late));
    Expect.equal("what the factory was told", List.of(), late.events());
  }

  private static void stopListening(Rig rig) {
    rig.net().stop(rig.net().listenUnix(path(rig), rig.net().factory("server")));
    PeerFactory clients = rig.net().factory("client");
    rig.net().connectUnix(path(rig), clients);
    rig.await("the attempt fails", () -> clients.reason() != null);
    Expect.isA(ConnectionRefusedException.class, "the failure", clients.reason());

    PeerFactory next = rig.net().factory("next server");
    rig.net().listenUnix(path(rig), next);
    rig.net().connectUnix(path(rig), rig.net().factory("next client"));
    rig.await("the connection is accepted", () -> next.made().size() == 1);
  }

  private static void connectionsStay(Rig rig) {
    Peer client = rig.net().peer("client");
    Peer server = rig.net().peer("server");
    ListeningPort port = rig.net().listenUnix(path(rig), rig.net().factory("s", () -> server));
    rig.net().connectUnix(path(rig), rig.net().factory("c", () -> client));
    rig.await("both sides are told", () -> client.isMade() && server.isMade());
    rig.net().stop(port);
    rig.run(() -> client.write("still here"));

    rig.await("the server receives", () -> server.text().equals("still here"));
  }
}
