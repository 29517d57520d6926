// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.stream;

import dev.assay.contract.peer.Net;
import dev.assay.contract.peer.Pair;
import dev.assay.contract.peer.PeerFactory;
import dev.assay.contract.peer.StreamRule;
import dev.assay.contract.rig.Expect;
import dev.assay.contract.rig.Rig;
import dev.assay.protocol.Connector;
import dev.assay.time.ReactorTime;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;

/** The checks of cancelled attempts, and of repeated ones. */
final class ConnectorChecks {
  static final List<StreamRule> RULES =
      List.of(
          rule(
              "stop.in-started-connecting",
              "The factory can cancel an attempt as soon as it is notified of it.",
              ConnectorChecks::stopInStartedConnecting),
          timed(
              "stop.is-final",
              "An attempt that was cancelled never succeeds, whenever that was.",
              ConnectorChecks::stopIsFinal),
          rule(
              "stop.while-connected-is-refused",
              "To cancel an attempt that has succeeded throws IllegalStateException.",
              ConnectorChecks::stopWhileConnected),
          rule(
              "stop.while-disconnected-is-refused",
              "To cancel an attempt that has failed throws IllegalStateException.",
              ConnectorChecks::stopWhileDisconnected),
          rule(
              "disconnect.closes-a-connection",
              "To disconnect while connected closes the connection in an orderly way, after sending.",
              ConnectorChecks::disconnectCloses),
          rule(
              "disconnect.while-disconnected-is-nothing",
              "To disconnect while disconnected has no effect.",
              ConnectorChecks::disconnectIsNothing),
          rule(
              "connect.while-connecting-is-refused",
              "To connect again during an attempt throws IllegalStateException.",
              ConnectorChecks::connectWhileConnecting),
          rule(
              "connect.while-connected-is-refused",
              "To connect again while connected throws IllegalStateException.",
              ConnectorChecks::connectWhileConnected));

  private ConnectorChecks() {}

  private static StreamRule rule(String name, String meaning, StreamRule.Body body) {
    return StreamRule.of("connector." + name, meaning, body);
  }

  private static StreamRule timed(String name, String meaning, StreamRule.Body body) {
    return StreamRule.of("connector." + name, meaning, body, ReactorTime.class);
  }

  private static Connector connected(Rig rig, Net net) {
    PeerFactory clients = net.factory("client");
    Connector connector = net.connect(net.listen(net.factory("server")).address(), clients);
    rig.await("the connection is made", () -> clients.made().size() == 1);
    return connector;
  }

  private static void stopInStartedConnecting(Rig rig, Net net) {
    SocketAddress address = net.listen(net.factory("server")).address();
    PeerFactory clients = net.factory("client").onConnecting(Connector::stopConnecting);
    net.connect(address, clients);
    rig.await("the factory is stopped", () -> clients.was("stopped"));
    rig.settle();

    Expect.equal(
        "what the factory was told",
        List.of("started", "connecting", "failed ConnectStoppedException", "stopped"),
        clients.events());
  }

  private static void stopIsFinal(Rig rig, Net net) {
    SocketAddress address = net.listen(net.factory("server")).address();
    for (int turns = 0; turns < 8; turns++) {
      PeerFactory clients = net.factory("client");
      Connector connector = net.connect(address, clients);
      boolean[] stopped = {false};
      stopAfter(rig, turns, connector, stopped);
      rig.await("it fails or succeeds", () -> clients.reason() != null || clients.was("build"));
      rig.settle();

      if (stopped[0]) {
        Expect.equal(
            "what the factory was told when the attempt was called off after %d turns"
                .formatted(turns),
            List.of("started", "connecting", "failed ConnectStoppedException", "stopped"),
            clients.events());
      }
    }
  }

  private static void stopAfter(Rig rig, int turns, Connector connector, boolean[] stopped) {
    if (turns > 0) {
      rig.later(Duration.ZERO, () -> stopAfter(rig, turns - 1, connector, stopped));
      return;
    }
    rig.run(
        () -> {
          try {
            connector.stopConnecting();
            stopped[0] = true;
          } catch (IllegalStateException connectedAlready) {
            rig.trace("too late to call it off");
          }
        });
  }

  private static void stopWhileConnected(Rig rig, Net net) {
    Connector connector = connected(rig, net);

    rig.thrown(IllegalStateException.class, "stopConnecting()", connector::stopConnecting);
  }

  private static void stopWhileDisconnected(Rig rig, Net net) {
    PeerFactory clients = net.factory("client");
    Connector connector = net.connect(net.deadAddress(), clients);
    rig.await("the factory is stopped", () -> clients.was("stopped"));

    rig.thrown(IllegalStateException.class, "stopConnecting()", connector::stopConnecting);
  }

  private static void disconnectCloses(Rig rig, Net net) {
    PeerFactory servers = net.factory("server");
    PeerFactory clients = net.factory("client");
    Connector connector = net.connect(net.listen(servers).address(), clients);
    rig.await("both are connected", () -> servers.made().size() + clients.made().size() == 2);
    Pair pair = new Pair(clients.made().get(0), servers.made().get(0));
    rig.await("both are told", () -> pair.client().isMade() && pair.server().isMade());
    rig.run(
        () -> {
          pair.client().write("bye");
          connector.disconnect();
        });
    rig.await("both hear of the end", pair::isOver);

    Expect.equal(
        "the ends", "ConnectionDoneException here, ConnectionDoneException there", pair.ends());
    Expect.equal("what the server received", "bye", pair.server().text());
  }

  private static void disconnectIsNothing(Rig rig, Net net) {
    PeerFactory clients = net.factory("client");
    Connector connector = net.connect(net.deadAddress(), clients);
    rig.await("the factory is stopped", () -> clients.was("stopped"));
    List<String> before = clients.events();
    rig.run(connector::disconnect);
    rig.settle();

    Expect.equal("what the factory was told", before, clients.events());
  }

  private static void connectWhileConnecting(Rig rig, Net net) {
    SocketAddress address = net.listen(net.factory("server")).address();
    PeerFactory clients = net.factory("client");
    rig.run(
        () -> {
          Connector connector = net.connect(address, clients);
          Expect.thrown(IllegalStateException.class, "connect()", connector::connect);
        });
    rig.await("the connection is made", () -> clients.made().size() == 1);
    rig.settle();

    Expect.equal("attempts", 1, clients.count("connecting"));
  }

  private static void connectWhileConnected(Rig rig, Net net) {
    Connector connector = connected(rig, net);

    rig.thrown(IllegalStateException.class, "connect()", connector::connect);
  }
}
