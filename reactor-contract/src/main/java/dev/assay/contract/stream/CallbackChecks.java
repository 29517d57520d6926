// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.stream;

import dev.assay.contract.peer.Net;
import dev.assay.contract.peer.Pair;
import dev.assay.contract.peer.Pattern;
import dev.assay.contract.peer.Peer;
import dev.assay.contract.peer.PeerFactory;
import dev.assay.contract.peer.StreamRule;
import dev.assay.contract.rig.Expect;
import dev.assay.contract.rig.Rig;
import dev.assay.deferred.Deferred;
import dev.assay.deferred.Sequential;
import dev.assay.reactor.ListeningPort;
import dev.assay.time.ReactorTime;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The checks of what callbacks may do, and of their order. */
final class CallbackChecks {
  private static final int MUCH = 3 << 20;

  static final List<StreamRule> RULES =
      List.of(
          rule(
              "callbacks-on-one-thread",
              "Protocols and factories are called on the thread on which calls run.",
              CallbackChecks::oneThread),
          rule(
              "callbacks-one-at-a-time",
              "No protocol is called while another callback runs.",
              CallbackChecks::oneAtATime),
          rule(
              "calls-do-not-starve-the-network",
              "Calls without delay that arm each other forever let bytes pass.",
              CallbackChecks::callsDoNotStarveTheNetwork),
          rule(
              "network-does-not-starve-calls",
              "Two sides that answer each other forever let calls run.",
              CallbackChecks::networkDoesNotStarveCalls),
          rule(
              "connect-in-a-callback",
              "A protocol can open another connection in a callback.",
              CallbackChecks::connectInACallback),
          rule(
              "listen-in-a-callback",
              "A protocol can open a port in a callback.",
              CallbackChecks::listenInACallback),
          rule(
              "straight-line-code",
              "Straight-line code can open a port, connect, write, wait and close.",
              CallbackChecks::straightLineCode),
          rule(
              "end-another-in-a-callback",
              "A protocol can abort another connection in a callback.",
              CallbackChecks::endAnotherInACallback),
          rule(
              "relay",
              "One connection can be the producer of another, so that a slow reader slows the"
                  + " writer.",
              CallbackChecks::relay),
          rule(
              "hundred-connections",
              "A hundred connections at once answer each other without mixing.",
              CallbackChecks::hundredConnections),
          rule(
              "hundred-in-a-row",
              "A hundred connections in a row, each closed by its client, leave nothing behind.",
              CallbackChecks::hundredInARow));

  private CallbackChecks() {}

  private static StreamRule rule(String name, String meaning, StreamRule.Body body) {
    return StreamRule.of("turn." + name, meaning, body, ReactorTime.class);
  }

  private static void oneThread(Rig rig, Net net) {
    List<Thread> threads = new ArrayList<>();
    Peer client =
        net.peer("client")
            .onMade(peer -> threads.add(Thread.currentThread()))
            .onLost(peer -> threads.add(Thread.currentThread()));
    Peer server =
        net.peer("server")
            .onMade(peer -> threads.add(Thread.currentThread()))
            .onData(
                (peer, data) -> {
                  threads.add(Thread.currentThread());
                  peer.lose();
                });
    PeerFactory clients =
        net.factory("client", () -> client)
            .onLost((connector, reason) -> threads.add(Thread.currentThread()));
    rig.later(Duration.ZERO, () -> threads.add(Thread.currentThread()));
    SocketAddress address = net.listen(net.factory("server", () -> server)).address();
    net.connect(address, clients);
    rig.await("the connection is made", client::isMade);
    rig.run(() -> client.write("x"));
    rig.await("the factory is stopped", () -> clients.was("stopped"));

    Expect.equal("what was told, and the call", 6, threads.size());
    Expect.equal("the number of threads", 1L, threads.stream().distinct().count());
  }

  private static void oneAtATime(Rig rig, Net net) {
    int[] depth = {0};
    Peer client = net.peer("client");
    Peer server = net.peer("server");
    for (Peer peer : List.of(client, server)) {
      peer.onMade(p -> alone(depth, () -> p.write("hello")));
      peer.onData((p, data) -> alone(depth, () -> answer(p)));
      peer.onLost(p -> alone(depth, () -> p.write("too late")));
    }
    Pair pair = net.pair(client, server);
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

  private static void callsDoNotStarveTheNetwork(Rig rig, Net net) {
    Pair pair = net.pair();
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

  private static void networkDoesNotStarveCalls(Rig rig, Net net) {
    Peer server = net.peer("server").onData((peer, data) -> peer.write("."));
    Peer client =
        net.peer("client")
            .onData(
                (peer, data) -> {
                  if (!rig.hasSaid("called")) {
                    peer.write("!");
                  }
                });
    net.pair(client, server);
    rig.run(() -> client.write("!"));
    rig.await("the exchange goes on", () -> client.received() > 3);
    rig.sayLater(Duration.ZERO, "called");

    rig.await("the call runs", () -> rig.hasSaid("called"));
  }

  private static void connectInACallback(Rig rig, Net net) {
    PeerFactory second = net.factory("second server");
    SocketAddress address = net.listen(second).address();
    PeerFactory clients = net.factory("second client");
    Peer server = net.peer("server").onData((peer, data) -> net.connect(address, clients));
    Pair pair = net.pair(net.peer("client"), server);
    rig.run(() -> pair.client().write("x"));

    rig.await("both are connected", () -> second.made().size() + clients.made().size() == 2);
  }

  private static void listenInACallback(Rig rig, Net net) {
    PeerFactory second = net.factory("second server");
    List<ListeningPort> ports = new ArrayList<>();
    Peer server = net.peer("server").onMade(peer -> ports.add(net.listen(second)));
    net.pair(net.peer("client"), server);
    net.connect(ports.get(0).address(), net.factory("second client"));

    rig.await("the connection is accepted", () -> second.made().size() == 1);
  }

  private static void straightLineCode(Rig rig, Net net) {
    Deferred<String> made = new Deferred<>();
    Deferred<String> answered = new Deferred<>();
    Peer server = net.peer("server").onData((peer, data) -> peer.write("answer"));
    Peer client =
        net.peer("client")
            .onMade(peer -> made.callback("made"))
            .onData((peer, data) -> answered.callback(peer.text()));
    PeerFactory servers = net.factory("server", () -> server);
    PeerFactory clients = net.factory("client", () -> client);
    Deferred<String> code =
        rig.get(
            () ->
                Sequential.run(
                    line -> {
                      net.connectHere(net.listenHere(servers).address(), clients);
                      line.await(made);
                      client.write("question");
                      String answer = line.await(answered);
                      client.lose();
                      return answer;
                    }));

    Expect.equal("the answer", "answer", rig.value("the code ends", code));
    CloseChecks.expectBothDone(rig, new Pair(client, server));
  }

  private static void endAnotherInACallback(Rig rig, Net net) {
    Pair other = net.pair();
    Peer server = net.peer("server").onData((peer, data) -> other.server().abort());
    Pair pair = net.pair(net.peer("client"), server);
    rig.run(
        () -> {
          other.client().write("never read");
          pair.client().write("x");
        });

    net.expectAborted(other.swapped());
    Expect.isTrue("this one must go on", !pair.client().isLost() && !server.isLost());
  }

  private static void relay(Rig rig, Net net) {
    Peer middleOut = net.peer("relay out");
    Peer middleIn =
        net.peer("relay in")
            .onData((peer, data) -> middleOut.transport().write(data))
            .onLost(
                peer -> {
                  middleOut.transport().unregisterProducer();
                  middleOut.lose();
                });
    Pair in = net.pair(net.peer("writer"), middleIn);
    Pair out = net.pair(middleOut, net.peer("reader"));
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

  private static void hundredConnections(Rig rig, Net net) {
    PeerFactory servers =
        net.factory(
            "server",
            () -> net.peer("server").onData((peer, data) -> peer.transport().write(data)));
    PeerFactory clients = net.factory("client");
    SocketAddress address = net.listen(servers).address();
    for (int i = 0; i < 100; i++) {
      net.connect(address, clients);
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

  private static void hundredInARow(Rig rig, Net net) {
    PeerFactory servers = net.factory("server");
    SocketAddress address = net.listen(servers).address();
    PeerFactory clients =
        net.factory("client", () -> net.peer("client").onMade(CallbackChecks::sayBye));
    clients.onLost(
        (connector, reason) -> {
          if (clients.made().size() < 100) {
            connector.connect();
          }
        });
    net.connect(address, clients);
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
