// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract;

import dev.assay.protocol.Connector;
import dev.assay.reactor.ReactorTcp;
import java.util.List;

/** The checks of connectors that connect again. */
final class TcpReconnectChecks {
  static final List<ContractCheck> CHECKS =
      List.of(
          tcp(
              "connect.again-when-it-failed",
              "A factory that is notified of a failure can try again at once, and stays started.",
              TcpReconnectChecks::connectAgainWhenItFailed),
          tcp(
              "connect.again-when-it-was-lost",
              "A factory that is notified of a loss can connect again at once, and stays started.",
              TcpReconnectChecks::connectAgainWhenItWasLost),
          tcp(
              "connect.again-later",
              "A connector that has ended can connect again, and starts its factory again.",
              TcpReconnectChecks::connectAgainLater));

  private TcpReconnectChecks() {}

  private static ContractCheck tcp(String name, String meaning, ContractCheck.Body body) {
    return ContractCheck.of("tcp.connector." + name, meaning, body, ReactorTcp.class);
  }

  private static void connectAgainWhenItFailed(Rig rig) {
    PeerFactory clients = rig.net().factory("client");
    clients.onFailed(
        (connector, failure) -> {
          if (clients.count("connecting") < 3) {
            connector.connect();
          }
        });
    rig.net().connect(rig.net().deadPort(), clients);
    rig.await("the factory is stopped", () -> clients.was("stopped"));

    String failed = "failed ConnectionRefusedException";
    Expect.equal(
        "what the factory was told",
        List.of(
            "started", "connecting", failed, "connecting", failed, "connecting", failed, "stopped"),
        clients.events());
  }

  private static void connectAgainWhenItWasLost(Rig rig) {
    PeerFactory clients = rig.net().factory("client", () -> rig.net().peer("c").onMade(Peer::lose));
    clients.onLost(
        (connector, reason) -> {
          if (clients.count("connecting") < 3) {
            connector.connect();
          }
        });
    rig.net().connect(Net.portOf(rig.net().listen(rig.net().factory("server"))), clients);
    rig.await("the factory is stopped", () -> clients.was("stopped"));

    Expect.equal("connections", 3, clients.made().size());
    Expect.equal("factoryStarted()", 1, clients.count("started"));
    Expect.equal("factoryStopped()", 1, clients.count("stopped"));
  }

  private static void connectAgainLater(Rig rig) {
    PeerFactory clients = rig.net().factory("client");
    Connector connector = rig.net().connect(rig.net().deadPort(), clients);
    rig.await("the factory is stopped", () -> clients.count("stopped") == 1);
    rig.run(connector::connect);
    rig.await("the factory is stopped again", () -> clients.count("stopped") == 2);

    String failed = "failed ConnectionRefusedException";
    Expect.equal(
        "what the factory was told",
        List.of(
            "started", "connecting", failed, "stopped", "started", "connecting", failed, "stopped"),
        clients.events());
  }
}
