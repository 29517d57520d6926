// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.stream;

import dev.assay.contract.peer.Net;
import dev.assay.contract.peer.Peer;
import dev.assay.contract.peer.PeerFactory;
import dev.assay.contract.peer.StreamRule;
import dev.assay.contract.rig.Expect;
import dev.assay.contract.rig.Rig;
import dev.assay.protocol.Connector;
import java.util.List;

/** The checks of connectors that connect again. */
final class ReconnectChecks {
  static final List<StreamRule> RULES =
      List.of(
          rule(
              "connect.again-when-it-failed",
              "A factory that is notified of a failure can try again at once, and stays started.",
              ReconnectChecks::connectAgainWhenItFailed),
          rule(
              "connect.again-when-it-was-lost",
              "A factory that is notified of a loss can connect again at once, and stays started.",
              ReconnectChecks::connectAgainWhenItWasLost),
          rule(
              "connect.again-later",
              "A connector that has ended can connect again, and starts its factory again.",
              ReconnectChecks::connectAgainLater));

  private ReconnectChecks() {}

  private static StreamRule rule(String name, String meaning, StreamRule.Body body) {
    return StreamRule.of("connector." + name, meaning, body);
  }

  private static void connectAgainWhenItFailed(Rig rig, Net net) {
    PeerFactory clients = net.factory("client");
    clients.onFailed(
        (connector, failure) -> {
          if (clients.count("connecting") < 3) {
            connector.connect();
          }
        });
    net.connect(net.deadAddress(), clients);
    rig.await("the factory is stopped", () -> clients.was("stopped"));

    String failed = "failed ConnectionRefusedException";
    Expect.equal(
        "what the factory was told",
        List.of(
            "started", "connecting", failed, "connecting", failed, "connecting", failed, "stopped"),
        clients.events());
  }

  private static void connectAgainWhenItWasLost(Rig rig, Net net) {
    PeerFactory clients = net.factory("client", () -> net.peer("c").onMade(Peer::lose));
    clients.onLost(
        (connector, reason) -> {
          if (clients.count("connecting") < 3) {
            connector.connect();
          }
        });
    net.connect(net.listen(net.factory("server")).address(), clients);
    rig.await("the factory is stopped", () -> clients.was("stopped"));

    Expect.equal("connections", 3, clients.made().size());
    Expect.equal("factoryStarted()", 1, clients.count("started"));
    Expect.equal("factoryStopped()", 1, clients.count("stopped"));
  }

  private static void connectAgainLater(Rig rig, Net net) {
    PeerFactory clients = net.factory("client");
    Connector connector = net.connect(net.deadAddress(), clients);
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
