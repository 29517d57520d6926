// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract;

import dev.assay.protocol.ConnectTimedOutException;
import dev.assay.protocol.ConnectionRefusedException;
import dev.assay.protocol.Connector;
import dev.assay.protocol.DnsLookupException;
import dev.assay.protocol.LocalAddressException;
import dev.assay.reactor.ConnectOptions;
import dev.assay.reactor.ListeningPort;
import dev.assay.reactor.ReactorTcp;
import dev.assay.time.ReactorTime;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The checks of connecting, and of failures to connect. */
final class TcpConnectChecks {
  static final List<ContractCheck> CHECKS =
      List.of(
          tcp(
              "both-sides-are-told",
              "Both sides are notified of a connection, once.",
              TcpConnectChecks::bothSidesAreTold),
          tcp(
              "beginning-is-told-at-once",
              "The factory is started and notified of the attempt before connectTcp returns.",
              TcpConnectChecks::beginningIsToldAtOnce),
          tcp(
              "success-is-told-later",
              "The factory is never asked for a protocol inside connectTcp.",
              TcpConnectChecks::successIsToldLater),
          tcp(
              "refusal-is-told-later",
              "The factory is never notified of a failure inside connectTcp.",
              TcpConnectChecks::refusalIsToldLater),
          tcp(
              "refused-where-nobody-listens",
              "To connect where nothing listens fails with ConnectionRefusedException, once.",
              TcpConnectChecks::refused),
          tcp("by-name", "The host may be a name, such as localhost.", TcpConnectChecks::byName),
          tcp(
              "unknown-name-fails",
              "To connect to a name without an address fails with DnsLookupException.",
              TcpConnectChecks::unknownName),
          timed(
                  "times-out",
                  "An attempt that is not answered fails with ConnectTimedOutException when its time is up.",
                  TcpConnectChecks::timesOut)
              .where(subject -> subject.blackHole() != null),
          timed(
              "timeout-ends-with-the-attempt",
              "A connection that was made in time stays when the time is up.",
              TcpConnectChecks::timeoutEndsWithTheAttempt),
          tcp(
              "from-a-bind-address",
              "A connection comes from the address that was asked for, and from its port.",
              TcpConnectChecks::fromABindAddress),
          tcp(
              "from-a-foreign-address-fails",
              "To connect from an address of another machine fails with LocalAddressException, later.",
              TcpConnectChecks::fromAForeignAddress),
          tcp(
              "port-out-of-range-is-refused",
              "A port below 0 or above 65535 is refused with IllegalArgumentException.",
              TcpConnectChecks::portOutOfRange),
          tcp(
              "each-has-its-own-port",
              "Connections to the same port come from different ones and do not mix.",
              TcpConnectChecks::eachHasItsOwnPort),
          tcp(
              "destination",
              "A connector returns its destination, with the requested name or address.",
              TcpConnectChecks::destination));

  private TcpConnectChecks() {}

  private static ContractCheck tcp(String name, String meaning, ContractCheck.Body body) {
    return ContractCheck.of("tcp.connect." + name, meaning, body, ReactorTcp.class);
  }

  private static ContractCheck timed(String name, String meaning, ContractCheck.Body body) {
    return ContractCheck.of(
        "tcp.connect." + name, meaning, body, ReactorTcp.class, ReactorTime.class);
  }

  private static void bothSidesAreTold(Rig rig) {
    Pair pair = rig.net().pair();
    rig.settle();

    Expect.equal("what the client was told", List.of("made"), pair.client().events());
    Expect.equal("what the server was told", List.of("made"), pair.server().events());
    Expect.equal("isConnected()", true, rig.get(() -> pair.client().transport().isConnected()));
  }

  private static void beginningIsToldAtOnce(Rig rig) {
    PeerFactory clients = rig.net().factory("client");
    List<Connector> told = new ArrayList<>();
    clients.onConnecting(told::add);
    int port = rig.net().deadPort();
    rig.run(
        () -> {
          Connector given = rig.net().connect(port, clients);
          Expect.equal("what is told", List.of("started", "connecting"), clients.events());
          Expect.equal("the connector", List.of(given), told);
        });
    rig.await("the attempt fails", () -> clients.reason() != null);
  }

  private static void successIsToldLater(Rig rig) {
    ListeningPort port = rig.net().listen(rig.net().factory("server"));
    PeerFactory clients = rig.net().factory("client");
    rig.run(
        () -> {
          rig.net().connect(Net.portOf(port), clients);
          Expect.equal("protocols made inside", 0, clients.made().size());
        });
    rig.await("the connection is made", () -> clients.made().size() == 1);
  }

  private static void refusalIsToldLater(Rig rig) {
    int port = rig.net().deadPort();
    PeerFactory clients = rig.net().factory("client");
    rig.run(
        () -> {
          rig.net().connect(port, clients);
          Expect.equal("the failure told inside", null, clients.reason());
        });
    rig.await("the attempt fails", () -> clients.reason() != null);
  }

  private static void refused(Rig rig) {
    PeerFactory clients = rig.net().factory("client");
    rig.net().connect(rig.net().deadPort(), clients);
    rig.await("the factory is stopped", () -> clients.was("stopped"));
    rig.settle();

    Expect.isA(ConnectionRefusedException.class, "the failure", clients.reason());
    Expect.equal(
        "what the factory was told",
        List.of("started", "connecting", "failed ConnectionRefusedException", "stopped"),
        clients.events());
  }

  private static void byName(Rig rig) {
    ListeningPort port = rig.net().listen(rig.net().factory("server"));
    PeerFactory clients = rig.net().factory("client");
    rig.net().connect("localhost", Net.portOf(port), clients, ConnectOptions.DEFAULT);

    rig.await("the connection is made", () -> clients.made().size() == 1);
  }

  private static void unknownName(Rig rig) {
    PeerFactory clients = rig.net().factory("client");
    rig.net().connect(rig.subject().unknownName(), 80, clients, ConnectOptions.DEFAULT);
    rig.await("the attempt fails", () -> clients.reason() != null);

    Expect.isA(DnsLookupException.class, "the failure", clients.reason());
  }

  private static void timesOut(Rig rig) {
    InetSocketAddress target = rig.net().blackHole();
    Duration timeout = Rig.ticks(10);
    List<Duration> failedAt = new ArrayList<>();
    PeerFactory clients =
        rig.net()
            .factory("client")
            .onFailed((connector, reason) -> failedAt.add(rig.time().elapsed()));
    Duration began = rig.get(() -> rig.time().elapsed());
    rig.net()
        .connect(
            target.getHostString(),
            target.getPort(),
            clients,
            ConnectOptions.DEFAULT.withTimeout(timeout));
    rig.await("the attempt fails", () -> clients.reason() != null);

    Expect.isA(ConnectTimedOutException.class, "the failure", clients.reason());
    Moment.check(rig, "the time of the failure", began.plus(timeout), failedAt.get(0));
  }

  private static void timeoutEndsWithTheAttempt(Rig rig) {
    ListeningPort port = rig.net().listen(rig.net().factory("server"));
    PeerFactory clients = rig.net().factory("client");
    ConnectOptions options = ConnectOptions.DEFAULT.withTimeout(Rig.ticks(20));
    rig.net().connect(rig.subject().host(), Net.portOf(port), clients, options);
    rig.await("the connection is made", () -> clients.made().size() == 1);
    rig.runFor(Rig.ticks(25));

    Expect.equal("what the client was told", List.of("made"), clients.made().get(0).events());
  }

  private static void fromABindAddress(Rig rig) {
    PeerFactory servers = rig.net().factory("server");
    ListeningPort port = rig.net().listen(servers);
    InetSocketAddress local = new InetSocketAddress(rig.subject().host(), rig.net().deadPort());
    rig.net()
        .connect(
            rig.subject().host(),
            Net.portOf(port),
            rig.net().factory("client"),
            ConnectOptions.DEFAULT.withBindAddress(local));
    rig.await("the connection is made", () -> servers.made().size() == 1);

    Expect.equal("the peer that the server sees", local, servers.addresses().get(0));
  }

  private static void fromAForeignAddress(Rig rig) {
    PeerFactory clients = rig.net().factory("client");
    ListeningPort port = rig.net().listen(rig.net().factory("server"));
    InetSocketAddress foreign = new InetSocketAddress("192.0.2.1", 0);
    rig.net()
        .connect(
            rig.subject().host(),
            Net.portOf(port),
            clients,
            ConnectOptions.DEFAULT.withBindAddress(foreign));
    rig.await("the attempt fails", () -> clients.reason() != null);

    Expect.isA(LocalAddressException.class, "the failure", clients.reason());
  }

  private static void portOutOfRange(Rig rig) {
    PeerFactory clients = rig.net().factory("client");
    for (int port : new int[] {-1, 65_536}) {
      rig.thrown(
          IllegalArgumentException.class,
          "connectTcp to port " + port,
          () -> rig.net().tcp().connectTcp(rig.subject().host(), port, clients));
    }
    Expect.equal("what the factory was told", List.of(), clients.events());
  }

  private static void eachHasItsOwnPort(Rig rig) {
    PeerFactory servers = rig.net().factory("server");
    int port = Net.portOf(rig.net().listen(servers));
    PeerFactory clients = rig.net().factory("client");
    rig.net().connect(port, clients);
    rig.net().connect(port, clients);
    rig.await("two are connected", () -> servers.made().size() + clients.made().size() == 4);
    Expect.equal("different peers", 2L, servers.addresses().stream().distinct().count());

    rig.run(() -> clients.made().forEach(c -> c.write(c.transport().host().toString())));
    rig.await("both hear", () -> servers.made().stream().allMatch(s -> s.received() > 0));
    rig.settle();
    for (Peer server : servers.made()) {
      Expect.equal("what was heard", server.transport().peer().toString(), server.text());
    }
  }

  private static void destination(Rig rig) {
    ListeningPort port = rig.net().listen(rig.net().factory("server"));
    PeerFactory clients = rig.net().factory("client");
    Connector connector =
        rig.net().connect("localhost", Net.portOf(port), clients, ConnectOptions.DEFAULT);
    InetSocketAddress told = (InetSocketAddress) rig.get(connector::destination);

    Expect.equal("the name", "localhost", told.getHostString());
    Expect.equal("the port", Net.portOf(port), told.getPort());
    rig.await("the connection is made", () -> clients.made().size() == 1);
  }
}
