// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract;

import dev.assay.protocol.ConnectStoppedException;
import dev.assay.protocol.Connector;
import dev.assay.reactor.ConnectOptions;
import dev.assay.reactor.ReactorTcp;
import dev.assay.time.ReactorTime;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/** The checks of cancelled attempts, and of repeated ones. */
final class TcpConnectorChecks {
  static final List<ContractCheck> CHECKS =
      List.of(
          silent(
              "stop.is-told-later",
              "An attempt that is cancelled fails with ConnectStoppedException, not inside the request.",
              TcpConnectorChecks::stopIsToldLater),
          tcp(
              "stop.in-started-connecting",
              "The factory can cancel an attempt as soon as it is notified of it.",
              TcpConnectorChecks::stopInStartedConnecting),
          timed(
              "stop.is-final",
              "An attempt that was cancelled never succeeds, whenever that was.",
              TcpConnectorChecks::stopIsFinal),
          silent(
              "stop.nothing-more-is-told",
              "A cancelled attempt causes no further event when its time would be up.",
              TcpConnectorChecks::nothingMoreIsTold),
          tcp(
              "stop.while-connected-is-refused",
              "To cancel an attempt that has succeeded throws IllegalStateException.",
              TcpConnectorChecks::stopWhileConnected),
          tcp(
              "stop.while-disconnected-is-refused",
              "To cancel an attempt that has failed throws IllegalStateException.",
              TcpConnectorChecks::stopWhileDisconnected),
          silent(
              "disconnect.calls-off-an-attempt",
              "To disconnect while connecting cancels the attempt.",
              TcpConnectorChecks::disconnectCallsOff),
          tcp(
              "disconnect.closes-a-connection",
              "To disconnect while connected closes the connection in an orderly way, after sending.",
              TcpConnectorChecks::disconnectCloses),
          tcp(
              "disconnect.while-disconnected-is-nothing",
              "To disconnect while disconnected has no effect.",
              TcpConnectorChecks::disconnectIsNothing),
          tcp(
              "connect.while-connecting-is-refused",
              "To connect again during an attempt throws IllegalStateException.",
              TcpConnectorChecks::connectWhileConnecting),
          tcp(
              "connect.while-connected-is-refused",
              "To connect again while connected throws IllegalStateException.",
              TcpConnectorChecks::connectWhileConnected));

  private TcpConnectorChecks() {}

  private static ContractCheck tcp(String name, String meaning, ContractCheck.Body body) {
    return ContractCheck.of("tcp.connector." + name, meaning, body, ReactorTcp.class);
  }

  private static ContractCheck timed(String name, String meaning, ContractCheck.Body body) {
    return ContractCheck.of(
        "tcp.connector." + name, meaning, body, ReactorTcp.class, ReactorTime.class);
  }

  private static ContractCheck silent(String name, String meaning, ContractCheck.Body body) {
    return tcp(name, meaning, body).where(subject -> subject.blackHole() != null);
  }

  private static Connector connectToNobody(Rig rig, PeerFactory clients, Duration timeout) {
    InetSocketAddress target = rig.net().blackHole();
    return rig.net()
        .connect(
            target.getHostString(),
            target.getPort(),
            clients,
            ConnectOptions.DEFAULT.withTimeout(timeout));
  }

  private static Connector connected(Rig rig) {
    PeerFactory clients = rig.net().factory("client");
    Connector connector =
        rig.net().connect(Net.portOf(rig.net().listen(rig.net().factory("server"))), clients);
    rig.await("the connection is made", () -> clients.made().size() == 1);
    return connector;
  }

  private static void stopIsToldLater(Rig rig) {
    PeerFactory clients = rig.net().factory("client").onFailed((c, failure) -> rig.say("told"));
    Connector connector = connectToNobody(rig, clients, Duration.ofSeconds(30));
    rig.run(
        () -> {
          connector.stopConnecting();
          rig.say("asked");
        });
    rig.await("the factory is stopped", () -> clients.was("stopped"));

    Expect.equal("the order", List.of("asked", "told"), rig.said());
    Expect.isA(ConnectStoppedException.class, "the failure", clients.reason());
  }

  private static void stopInStartedConnecting(Rig rig) {
    int port = Net.portOf(rig.net().listen(rig.net().factory("server")));
    PeerFactory clients = rig.net().factory("client").onConnecting(Connector::stopConnecting);
    rig.net().connect(port, clients);
    rig.await("the factory is stopped", () -> clients.was("stopped"));
    rig.settle();

    Expect.equal(
        "what the factory was told",
        List.of("started", "connecting", "failed ConnectStoppedException", "stopped"),
        clients.events());
  }

  private static void stopIsFinal(Rig rig) {
    int port = Net.portOf(rig.net().listen(rig.net().factory("server")));
    for (int turns = 0; turns < 8; turns++) {
      PeerFactory clients = rig.net().factory("client");
      Connector connector = rig.net().connect(port, clients);
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

  private static void nothingMoreIsTold(Rig rig) {
    PeerFactory clients = rig.net().factory("client");
    Connector connector = connectToNobody(rig, clients, Rig.ticks(5));
    rig.run(connector::stopConnecting);
    rig.await("the factory is stopped", () -> clients.was("stopped"));
    rig.runFor(Rig.ticks(10));

    Expect.equal(
        "what the factory was told",
        List.of("started", "connecting", "failed ConnectStoppedException", "stopped"),
        clients.events());
  }

  private static void stopWhileConnected(Rig rig) {
    Connector connector = connected(rig);

    rig.thrown(IllegalStateException.class, "stopConnecting()", connector::stopConnecting);
  }

  private static void stopWhileDisconnected(Rig rig) {
    PeerFactory clients = rig.net().factory("client");
    Connector connector = rig.net().connect(rig.net().deadPort(), clients);
    rig.await("the factory is stopped", () -> clients.was("stopped"));

    rig.thrown(IllegalStateException.class, "stopConnecting()", connector::stopConnecting);
  }

  private static void disconnectCallsOff(Rig rig) {
    PeerFactory clients = rig.net().factory("client");
    Connector connector = connectToNobody(rig, clients, Duration.ofSeconds(30));
    rig.run(connector::disconnect);
    rig.await("the attempt fails", () -> clients.reason() != null);

    Expect.isA(ConnectStoppedException.class, "the failure", clients.reason());
  }

  private static void disconnectCloses(Rig rig) {
    PeerFactory servers = rig.net().factory("server");
    PeerFactory clients = rig.net().factory("client");
    Connector connector = rig.net().connect(Net.portOf(rig.net().listen(servers)), clients);
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

  private static void disconnectIsNothing(Rig rig) {
    PeerFactory clients = rig.net().factory("client");
    Connector connector = rig.net().connect(rig.net().deadPort(), clients);
    rig.await("the factory is stopped", () -> clients.was("stopped"));
    List<String> before = clients.events();
    rig.run(connector::disconnect);
    rig.settle();

    Expect.equal("what the factory was told", before, clients.events());
  }

  private static void connectWhileConnecting(Rig rig) {
    int port = Net.portOf(rig.net().listen(rig.net().factory("server")));
    PeerFactory clients = rig.net().factory("client");
    rig.run(
        () -> {
          Connector connector = rig.net().connect(port, clients);
          Expect.thrown(IllegalStateException.class, "connect()", connector::connect);
        });
    rig.await("the connection is made", () -> clients.made().size() == 1);
    rig.settle();

    Expect.equal("attempts", 1, clients.count("connecting"));
  }

  private static void connectWhileConnected(Rig rig) {
    Connector connector = connected(rig);

    rig.thrown(IllegalStateException.class, "connect()", connector::connect);
  }
}
