// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract;

import dev.assay.reactor.ListeningPort;
import dev.assay.reactor.ReactorTcp;
import dev.assay.time.ReactorTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The checks of what callbacks may do, and of their order. */
final class TcpTurnChecks {
  private static final int MUCH = 3 << 20;

  static final List<ContractCheck> CHECKS =
      List.of(
          tcp(
              "callbacks-on-one-thread",
              "Protocols and factories are called on the thread on which calls run.",
              TcpTurnChecks::oneThread),
          tcp(
              "callbacks-one-at-a-time",
              "No protocol is called while another callback runs.",
              TcpTurnChecks::oneAtATime),
          tcp(
              "calls-do-not-starve-the-network",
              "Calls without delay that arm each other forever let bytes pass.",
              TcpTurnChecks::callsDoNotStarveTheNetwork),
          tcp(
              "network-does-not-starve-calls",
              "Two sides that answer each other forever let calls run.",
              TcpTurnChecks::networkDoesNotStarveCalls),
          tcp(
              "connect-in-a-callback",
              "A protocol can open another connection in a callback.",
              TcpTurnChecks::connectInACallback),
          tcp(
              "listen-in-a-callback",
              "A protocol can open a port in a callback.",
              TcpTurnChecks::listenInACallback),
          tcp(
              "end-another-in-a-callback",
              "A protocol can abort another connection in a callback.",
              TcpTurnChecks::endAnotherInACallback),
          tcp(
              "relay",
              "One connection can be the producer of another, so that a slow reader slows the"
                  + " writer.",
              TcpTurnChecks::relay),
          tcp(
              "hundred-connections",
              "A hundred connections at once answer each other without mixing.",
              TcpTurnChecks::hundredConnections),
          tcp(
              "hundred-in-a-row",
              "A hundred connections in a row, each closed by its client, leave nothing behind.",
              TcpTurnChecks::hundredInARow));

  private TcpTurnChecks() {}

  private static ContractCheck tcp(String name, String meaning, ContractCheck.Body body) {
    return ContractCheck.of("tcp.turn." + name, meaning, body, ReactorTcp.class, ReactorTime.class);
  }

  private static void oneThread(Rig rig) {
    List<Thread> threads = new ArrayList<>();
    Peer client =
        rig.net()
            .peer("client")
            .onMade(peer -> threads.add(Thread.currentThread()))
            .onLost(peer -> threads.add(Thread.currentThread()));
    Peer server =
        rig.net()
            .peer("server")
            .onMade(peer -> threads.add(Thread.currentThread()))
            .onData(
                (peer, data) -> {
                  threads.add(Thread.currentThread());
                  peer.lose();
                });
    PeerFactory clients =
        rig.net()
            .factory("client", () -> client)
            .onLost((connector, reason) -> threads.add(Thread.currentThread()));
    rig.later(Duration.ZERO, () -> threads.add(Thread.currentThread()));
    int port = Net.portOf(rig.net().listen(rig.net().factory("server", () -> server)));
    rig.net().connect(port, clients);
    rig.await("the connection is made", client::isMade);
    rig.run(() -> client.write("x"));
    rig.await("the factory is stopped", () -> clients.was("stopped"));

    Expect.equal("what was told, and the call", 6, threads.size());
    Expect.equal("the number of threads", 1L, threads.stream().distinct().count());
  }

  private static void oneAtATime(Rig rig) {
    int[] depth = {0};
    Peer client = rig.net().peer("client");
    Peer server = rig.net().peer("server");
    for (Peer peer : List.of(client, server)) {
      peer.onMade(p -> alone(depth, () -> p.write("hello")));
      peer.onData((p, data) -> alone(depth, () -> answer(p)));
      peer.onLost(p -> alone(depth, () -> p.write("too late")));
    }
    Pair pair = rig.net().pair(client, server);
    rig.await("both hear of the end", pair::isOver);
  }

  private static void answer(Peer peer) {
    peer.write("and so on");
    peer.transport().pauseProducing();
    peer.transport().resumeProducing();
    if (peer.received() > 200) {
      peer.lose();
    }
  }

  private static void alone(int[] depth, Runnable callback) {
    Expect.equal("callbacks that run", 0, depth[0]);
    depth[0]++;
    callback.run();
    depth[0]--;
  }

  private static void callsDoNotStarveTheNetwork(Rig rig) {
    Pair pair = rig.net().pair();
    Runnable[] again = {() -> {}};
    again[0] =
        () -> {
          if (pair.server().received() == 0) {
            rig.later(Duration.ZERO, again[0]);
          }
        };
    rig.later(Duration.ZERO, again[0]);
    rig.run(() -> pair.client().write("hello"));

    rig.await("the server receives", () -> pair.server().received() == 5);
  }

  private static void networkDoesNotStarveCalls(Rig rig) {
    Peer server = rig.net().peer("server").onData((peer, data) -> peer.write("."));
    Peer client =
        rig.net()
            .peer("client")
            .onData(
                (peer, data) -> {
                  if (!rig.hasSaid("called")) {
                    peer.write("!");
                  }
                });
    rig.net().pair(client, server);
    rig.run(() -> client.write("!"));
    rig.await("the exchange goes on", () -> client.received() > 3);
    rig.sayLater(Duration.ZERO, "called");

    rig.await("the call runs", () -> rig.hasSaid("called"));
  }

  private static void connectInACallback(Rig rig) {
    PeerFactory second = rig.net().factory("second server");
    int port = Net.portOf(rig.net().listen(second));
    PeerFactory clients = rig.net().factory("second client");
    Peer server = rig.net().peer("server").onData((peer, data) -> rig.net().connect(port, clients));
    Pair pair = rig.net().pair(rig.net().peer("client"), server);
    rig.run(() -> pair.client().write("x"));

    rig.await("both are connected", () -> second.made().size() + clients.made().size() == 2);
  }

  private static void listenInACallback(Rig rig) {
    PeerFactory second = rig.net().factory("second server");
    List<ListeningPort> ports = new ArrayList<>();
    Peer server = rig.net().peer("server").onMade(peer -> ports.add(rig.net().listen(second)));
    rig.net().pair(rig.net().peer("client"), server);
    rig.net().connect(Net.portOf(ports.get(0)), rig.net().factory("second client"));

    rig.await("the connection is accepted", () -> second.made().size() == 1);
  }

  private static void endAnotherInACallback(Rig rig) {
    Pair other = rig.net().pair();
    Peer server = rig.net().peer("server").onData((peer, data) -> other.server().abort());
    Pair pair = rig.net().pair(rig.net().peer("client"), server);
    rig.run(
        () -> {
          other.client().write("never read");
          pair.client().write("x");
        });
    rig.await("the other connection is over", other::isOver);

    Expect.equal(
        "the other ends",
        "ConnectionLostException here, ConnectionAbortedException there",
        other.ends());
    Expect.isTrue("this one must go on", !pair.client().isLost() && !server.isLost());
  }

  private static void relay(Rig rig) {
    Peer middleOut = rig.net().peer("relay out");
    Peer middleIn =
        rig.net()
            .peer("relay in")
            .onData((peer, data) -> middleOut.transport().write(data))
            .onLost(
                peer -> {
                  middleOut.transport().unregisterProducer();
                  middleOut.lose();
                });
    Pair in = rig.net().pair(rig.net().peer("writer"), middleIn);
    Pair out = rig.net().pair(middleOut, rig.net().peer("reader"));
    rig.run(() -> middleOut.transport().registerProducer(middleIn.transport()));
    rig.run(() -> out.server().transport().pauseProducing());
    rig.run(
        () -> {
          in.client().transport().write(Pattern.bytes(0, MUCH));
          in.client().lose();
        });
    rig.settle();
    rig.run(() -> out.server().transport().resumeProducing());
    rig.await("all connections are over", () -> in.isOver() && out.isOver());

    Pattern.check("what the reader received", MUCH, out.server().bytes());
  }

  private static void hundredConnections(Rig rig) {
    PeerFactory servers =
        rig.net()
            .factory(
                "server",
                () ->
                    rig.net().peer("server").onData((peer, data) -> peer.transport().write(data)));
    PeerFactory clients = rig.net().factory("client");
    int port = Net.portOf(rig.net().listen(servers));
    for (int i = 0; i < 100; i++) {
      rig.net().connect(port, clients);
    }
    rig.await(
        "all are connected", () -> clients.made().stream().filter(Peer::isMade).count() == 100);
    List<Peer> all = clients.made();
    rig.run(() -> all.forEach(peer -> peer.write("line of client " + all.indexOf(peer) + "\n")));
    rig.await("all are answered", () -> all.stream().allMatch(peer -> peer.text().endsWith("\n")));

    for (Peer peer : all) {
      Expect.equal("the answer", "line of client " + all.indexOf(peer) + "\n", peer.text());
    }
  }

  private static void hundredInARow(Rig rig) {
    PeerFactory servers = rig.net().factory("server");
    int port = Net.portOf(rig.net().listen(servers));
    PeerFactory clients =
        rig.net().factory("client", () -> rig.net().peer("client").onMade(TcpTurnChecks::sayBye));
    clients.onLost(
        (connector, reason) -> {
          if (clients.made().size() < 100) {
            connector.connect();
          }
        });
    rig.net().connect(port, clients);
    rig.await("the last one is over", () -> clients.was("stopped"));
    rig.await("the server has heard of all", () -> servers.made().size() == 100);
    rig.await("all are over", () -> servers.made().stream().allMatch(Peer::isLost));

    for (Peer server : servers.made()) {
      Expect.equal(
          "what a server was told",
          List.of("made", "data", "lost ConnectionDoneException"),
          server.events());
    }
  }

  private static void sayBye(Peer peer) {
    peer.write("bye");
    peer.lose();
  }
}
