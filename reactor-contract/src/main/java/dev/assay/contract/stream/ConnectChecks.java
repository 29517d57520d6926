// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.stream;

import dev.assay.contract.peer.Net;
import dev.assay.contract.peer.Pair;
import dev.assay.contract.peer.PeerFactory;
import dev.assay.contract.peer.StreamRule;
import dev.assay.contract.rig.Expect;
import dev.assay.contract.rig.Rig;
import dev.assay.protocol.ConnectionRefusedException;
import dev.assay.protocol.Connector;
import dev.assay.reactor.ListeningPort;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;

/** The checks of connecting, and of failures to connect. */
final class ConnectChecks {
  static final List<StreamRule> RULES =
      List.of(
          rule(
              "both-sides-are-told",
              "Both sides are notified of a connection, once.",
              ConnectChecks::bothSidesAreTold),
          rule(
              "beginning-is-told-at-once",
              "The factory is started and notified of the attempt before the request returns.",
              ConnectChecks::beginningIsToldAtOnce),
          rule(
              "success-is-told-later",
              "The factory is never asked for a protocol inside the request.",
              ConnectChecks::successIsToldLater),
          rule(
              "refusal-is-told-later",
              "The factory is never notified of a failure inside the request.",
              ConnectChecks::refusalIsToldLater),
          rule(
              "refused-where-nobody-listens",
              "To connect where nothing listens fails with ConnectionRefusedException, once.",
              ConnectChecks::refused));

  private ConnectChecks() {}

  private static StreamRule rule(String name, String meaning, StreamRule.Body body) {
    return StreamRule.of("connect." + name, meaning, body);
  }

  private static void bothSidesAreTold(Rig rig, Net net) {
    Pair pair = net.pair();
    rig.settle();

    Expect.equal("what the client was told", List.of("made"), pair.client().events());
    Expect.equal("what the server was told", List.of("made"), pair.server().events());
    Expect.equal("isConnected()", true, rig.get(() -> pair.client().transport().isConnected()));
  }

  private static void beginningIsToldAtOnce(Rig rig, Net net) {
    PeerFactory clients = net.factory("client");
    List<Connector> told = new ArrayList<>();
    clients.onConnecting(told::add);
    SocketAddress address = net.deadAddress();
    rig.run(
        () -> {
          Connector given = net.connect(address, clients);
          Expect.equal("what is told", List.of("started", "connecting"), clients.events());
          Expect.equal("the connector", List.of(given), told);
        });
    rig.await("the attempt fails", () -> clients.reason() != null);
  }

  private static void successIsToldLater(Rig rig, Net net) {
    ListeningPort port = net.listen(net.factory("server"));
    PeerFactory clients = net.factory("client");
    rig.run(
        () -> {
          net.connect(port.address(), clients);
          Expect.equal("protocols made inside", 0, clients.made().size());
        });
    rig.await("the connection is made", () -> clients.made().size() == 1);
  }

  private static void refusalIsToldLater(Rig rig, Net net) {
    SocketAddress address = net.deadAddress();
    PeerFactory clients = net.factory("client");
    rig.run(
        () -> {
          net.connect(address, clients);
          Expect.equal("the failure told inside", null, clients.reason());
        });
    rig.await("the attempt fails", () -> clients.reason() != null);
  }

  private static void refused(Rig rig, Net net) {
    PeerFactory clients = net.factory("client");
    net.connect(net.deadAddress(), clients);
    rig.await("the factory is stopped", () -> clients.was("stopped"));
    rig.settle();

    Expect.isA(ConnectionRefusedException.class, "the failure", clients.reason());
    Expect.equal(
        "what the factory was told",
        List.of("started", "connecting", "failed ConnectionRefusedException", "stopped"),
        clients.events());
  }
}
