// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.stream;

import static java.util.Objects.requireNonNull;

import dev.assay.contract.peer.Net;
import dev.assay.contract.peer.PeerFactory;
import dev.assay.contract.peer.StreamRule;
import dev.assay.contract.peer.Tcp;
import dev.assay.contract.rig.Expect;
import dev.assay.contract.rig.Moment;
import dev.assay.contract.rig.Rig;
import dev.assay.contract.rig.Rule;
import dev.assay.protocol.ConnectStoppedException;
import dev.assay.protocol.ConnectTimedOutException;
import dev.assay.protocol.Connector;
import dev.assay.reactor.ConnectOptions;
import dev.assay.time.ReactorTime;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The checks of attempts that are not answered. */
final class TcpSilenceChecks {
  static final List<Rule> RULES =
      List.of(
          silent(
              "connect.times-out",
              "An attempt that is not answered fails with ConnectTimedOutException when its time is up.",
              TcpSilenceChecks::timesOut,
              ReactorTime.class),
          silent(
              "connector.stop.is-told-later",
              "An attempt that is cancelled fails with ConnectStoppedException, not inside the request.",
              TcpSilenceChecks::stopIsToldLater),
          silent(
              "connector.stop.nothing-more-is-told",
              "A cancelled attempt causes no further event when its time would be up.",
              TcpSilenceChecks::nothingMoreIsTold),
          silent(
              "connector.disconnect.calls-off-an-attempt",
              "To disconnect while connecting cancels the attempt.",
              TcpSilenceChecks::disconnectCallsOff));

  private TcpSilenceChecks() {}

  private static Rule silent(String name, String meaning, StreamRule.Body body, Class<?>... faces) {
    return StreamRule.of(name, meaning, body, faces)
        .over(new Tcp())
        .where(
            "the subject has no address that never answers",
            subject -> subject.blackHole() != null);
  }

  private static Connector connectToNobody(
      Rig rig, Net net, PeerFactory clients, Duration timeout) {
    InetSocketAddress target = requireNonNull(rig.subject().blackHole());
    return net.connectTcp(
        target.getHostString(),
        target.getPort(),
        clients,
        ConnectOptions.DEFAULT.withTimeout(timeout));
  }

  private static void timesOut(Rig rig, Net net) {
    Duration timeout = Rig.ticks(10);
    List<Duration> failedAt = new ArrayList<>();
    PeerFactory clients =
        net.factory("client").onFailed((connector, reason) -> failedAt.add(rig.time().elapsed()));
    Duration began = rig.get(() -> rig.time().elapsed());
    connectToNobody(rig, net, clients, timeout);
    rig.await("the attempt fails", () -> clients.reason() != null);

    Expect.isA(ConnectTimedOutException.class, "the failure", clients.reason());
    Moment.check(rig, "the time of the failure", began.plus(timeout), failedAt.get(0));
  }

  private static void stopIsToldLater(Rig rig, Net net) {
    PeerFactory clients = net.factory("client").onFailed((c, failure) -> rig.say("told"));
    Connector connector = connectToNobody(rig, net, clients, Duration.ofSeconds(30));
    rig.run(
        () -> {
          connector.stopConnecting();
          rig.say("asked");
        });
    rig.await("the factory is stopped", () -> clients.was("stopped"));

    Expect.equal("the order", List.of("asked", "told"), rig.said());
    Expect.isA(ConnectStoppedException.class, "the failure", clients.reason());
  }

  private static void nothingMoreIsTold(Rig rig, Net net) {
    PeerFactory clients = net.factory("client");
    Connector connector = connectToNobody(rig, net, clients, Rig.ticks(5));
    rig.run(connector::stopConnecting);
    rig.await("the factory is stopped", () -> clients.was("stopped"));
    rig.runFor(Rig.ticks(10));

    Expect.equal(
        "what the factory was told",
        List.of("started", "connecting", "failed ConnectStoppedException", "stopped"),
        clients.events());
  }

  private static void disconnectCallsOff(Rig rig, Net net) {
    PeerFactory clients = net.factory("client");
    Connector connector = connectToNobody(rig, net, clients, Duration.ofSeconds(30));
    rig.run(connector::disconnect);
    rig.await("the attempt fails", () -> clients.reason() != null);

    Expect.isA(ConnectStoppedException.class, "the failure", clients.reason());
  }
}
