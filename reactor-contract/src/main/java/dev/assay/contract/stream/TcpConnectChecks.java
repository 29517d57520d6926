// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.stream;

import dev.assay.contract.peer.Net;
import dev.assay.contract.peer.Peer;
import dev.assay.contract.peer.PeerFactory;
import dev.assay.contract.peer.StreamRule;
import dev.assay.contract.peer.Tcp;
import dev.assay.contract.rig.Expect;
import dev.assay.contract.rig.Rig;
import dev.assay.contract.rig.Rule;
import dev.assay.protocol.Connector;
import dev.assay.protocol.DnsLookupException;
import dev.assay.protocol.LocalAddressException;
import dev.assay.reactor.ConnectOptions;
import dev.assay.reactor.ListeningPort;
import dev.assay.reactor.ReactorTcp;
import dev.assay.time.ReactorTime;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;

/** The checks of what only connecting to ports has: names, timeouts and local addresses. */
final class TcpConnectChecks {
  static final List<Rule> RULES =
      List.of(
          rule("by-name", "The host may be a name, such as localhost.", TcpConnectChecks::byName),
          rule(
              "unknown-name-fails",
              "To connect to a name without an address fails with DnsLookupException.",
              TcpConnectChecks::unknownName),
          timed(
              "timeout-ends-with-the-attempt",
              "A connection that was made in time stays when the time is up.",
              TcpConnectChecks::timeoutEndsWithTheAttempt),
          rule(
              "from-a-bind-address",
              "A connection comes from the address that was asked for, and from its port.",
              TcpConnectChecks::fromABindAddress),
          rule(
              "from-a-foreign-address-fails",
              "To connect from an address of another machine fails with LocalAddressException, later.",
              TcpConnectChecks::fromAForeignAddress),
          rule(
              "port-out-of-range-is-refused",
              "A port below 0 or above 65535 is refused with IllegalArgumentException.",
              TcpConnectChecks::portOutOfRange),
          rule(
              "each-has-its-own-port",
              "Connections to the same port come from different ones and do not mix.",
              TcpConnectChecks::eachHasItsOwnPort),
          rule(
              "destination",
              "A connector returns its destination, with the requested name or address.",
              TcpConnectChecks::destination));

  private TcpConnectChecks() {}

  private static Rule rule(String name, String meaning, StreamRule.Body body) {
    return StreamRule.of("connect." + name, meaning, body).over(new Tcp());
  }

  private static Rule timed(String name, String meaning, StreamRule.Body body) {
    return StreamRule.of("connect." + name, meaning, body, ReactorTime.class).over(new Tcp());
  }

  private static void byName(Rig rig, Net net) {
    ListeningPort port = net.listen(net.factory("server"));
    PeerFactory clients = net.factory("client");
    net.connectTcp("localhost", Tcp.portOf(port.address()), clients, ConnectOptions.DEFAULT);

    rig.await("the connection is made", () -> clients.made().size() == 1);
  }

  private static void unknownName(Rig rig, Net net) {
    PeerFactory clients = net.factory("client");
    net.connectTcp(rig.subject().unknownName(), 80, clients, ConnectOptions.DEFAULT);
    rig.await("the attempt fails", () -> clients.reason() != null);

    Expect.isA(DnsLookupException.class, "the failure", clients.reason());
  }

  private static void timeoutEndsWithTheAttempt(Rig rig, Net net) {
    ListeningPort port = net.listen(net.factory("server"));
    PeerFactory clients = net.factory("client");
    ConnectOptions options = ConnectOptions.DEFAULT.withTimeout(Rig.ticks(20));
    net.connectTcp(rig.subject().host(), Tcp.portOf(port.address()), clients, options);
    rig.await("the connection is made", () -> clients.made().size() == 1);
    rig.runFor(Rig.ticks(25));

    Expect.equal("what the client was told", List.of("made"), clients.made().get(0).events());
  }

  private static void fromABindAddress(Rig rig, Net net) {
    PeerFactory servers = net.factory("server");
    ListeningPort port = net.listen(servers);
    InetSocketAddress local =
        new InetSocketAddress(rig.subject().host(), Tcp.portOf(net.deadAddress()));
    net.connectTcp(
        rig.subject().host(),
        Tcp.portOf(port.address()),
        net.factory("client"),
        ConnectOptions.DEFAULT.withBindAddress(local));
    rig.await("the connection is made", () -> servers.made().size() == 1);

    Expect.equal("the peer that the server sees", local, servers.addresses().get(0));
  }

  private static void fromAForeignAddress(Rig rig, Net net) {
    PeerFactory clients = net.factory("client");
    ListeningPort port = net.listen(net.factory("server"));
    InetSocketAddress foreign = new InetSocketAddress("192.0.2.1", 0);
    net.connectTcp(
        rig.subject().host(),
        Tcp.portOf(port.address()),
        clients,
        ConnectOptions.DEFAULT.withBindAddress(foreign));
    rig.await("the attempt fails", () -> clients.reason() != null);

    Expect.isA(LocalAddressException.class, "the failure", clients.reason());
  }

  private static void portOutOfRange(Rig rig, Net net) {
    PeerFactory clients = net.factory("client");
    for (int port : new int[] {-1, 65_536}) {
      rig.thrown(
          IllegalArgumentException.class,
          "connectTcp to port " + port,
          () -> rig.reactor(ReactorTcp.class).connectTcp(rig.subject().host(), port, clients));
    }
    Expect.equal("what the factory was told", List.of(), clients.events());
  }

  private static void eachHasItsOwnPort(Rig rig, Net net) {
    PeerFactory servers = net.factory("server");
    SocketAddress address = net.listen(servers).address();
    PeerFactory clients = net.factory("client");
    net.connect(address, clients);
    net.connect(address, clients);
    rig.await("two are connected", () -> servers.made().size() + clients.made().size() == 4);
    Expect.equal("different peers", 2L, servers.addresses().stream().distinct().count());

    rig.run(() -> clients.made().forEach(c -> c.write(c.transport().host().toString())));
    rig.await("both hear", () -> servers.made().stream().allMatch(s -> s.received() > 0));
    rig.settle();
    for (Peer server : servers.made()) {
      Expect.equal("what was heard", server.transport().peer().toString(), server.text());
    }
  }

  private static void destination(Rig rig, Net net) {
    ListeningPort port = net.listen(net.factory("server"));
    PeerFactory clients = net.factory("client");
    Connector connector =
        net.connectTcp("localhost", Tcp.portOf(port.address()), clients, ConnectOptions.DEFAULT);
    InetSocketAddress told = (InetSocketAddress) rig.get(connector::destination);

    Expect.equal("the name", "localhost", told.getHostString());
    Expect.equal("the port", Tcp.portOf(port.address()), told.getPort());
    rig.await("the connection is made", () -> clients.made().size() == 1);
  }
}
