// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.stream;

import dev.assay.contract.peer.Net;
import dev.assay.contract.peer.PeerFactory;
import dev.assay.contract.peer.StreamRule;
import dev.assay.contract.peer.Tcp;
import dev.assay.contract.rig.Expect;
import dev.assay.contract.rig.Rig;
import dev.assay.contract.rig.Rule;
import dev.assay.protocol.BindFailedException;
import dev.assay.reactor.ListenOptions;
import dev.assay.reactor.ListeningPort;
import dev.assay.reactor.ReactorTcp;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;

/** The checks of what only ports with numbers have: free ones, and interfaces. */
final class TcpListenChecks {
  static final List<Rule> RULES =
      List.of(
          rule(
              "address-tells-the-port",
              "A port returns its address; if no port was given, with the one that was chosen.",
              TcpListenChecks::addressTellsThePort),
          rule(
              "any-free-port",
              "Ports that are chosen are all different.",
              TcpListenChecks::anyFreePort),
          rule(
              "all-interfaces",
              "A port of all interfaces is reached at the subject's address.",
              TcpListenChecks::allInterfaces),
          rule(
              "foreign-interface-is-refused",
              "To listen on an address of another machine throws BindFailedException.",
              TcpListenChecks::foreignInterface),
          rule(
              "port-out-of-range-is-refused",
              "A port below 0 or above 65535 is refused with IllegalArgumentException.",
              TcpListenChecks::portOutOfRange));

  private TcpListenChecks() {}

  private static Rule rule(String name, String meaning, StreamRule.Body body) {
    return StreamRule.of("listen." + name, meaning, body).over(new Tcp());
  }

  private static void addressTellsThePort(Rig rig, Net net) {
    ListeningPort chosen = net.listen(net.factory("server"));
    Expect.isTrue("the port that was chosen must not be 0", Tcp.portOf(chosen.address()) != 0);
    Expect.equal(
        "the interface",
        rig.subject().host(),
        ((InetSocketAddress) chosen.address()).getAddress().getHostAddress());

    SocketAddress free = net.deadAddress();
    ListeningPort asked = net.listen(free, net.factory("server"));
    Expect.equal("the port that was asked for", Tcp.portOf(free), Tcp.portOf(asked.address()));
  }

  private static void anyFreePort(Rig rig, Net net) {
    List<SocketAddress> ports = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      ports.add(net.listen(net.factory("server " + i)).address());
    }

    Expect.equal("different ports", 10L, ports.stream().distinct().count());
  }

  private static void allInterfaces(Rig rig, Net net) {
    PeerFactory servers = net.factory("server");
    ListeningPort port = rig.get(() -> rig.reactor(ReactorTcp.class).listenTcp(0, servers));
    net.connect(port.address(), net.factory("client"));
    rig.await("the connection is accepted", () -> servers.made().size() == 1);

    net.stop(port);
  }

  private static void foreignInterface(Rig rig, Net net) {
    PeerFactory servers = net.factory("server");

    rig.thrown(
        BindFailedException.class,
        "listenTcp on 192.0.2.1",
        () ->
            rig.reactor(ReactorTcp.class)
                .listenTcp(0, servers, ListenOptions.DEFAULT.withHost("192.0.2.1")));
  }

  private static void portOutOfRange(Rig rig, Net net) {
    PeerFactory servers = net.factory("server");
    for (int port : new int[] {-1, 65_536}) {
      rig.thrown(
          IllegalArgumentException.class,
          "listenTcp on port " + port,
          () -> rig.reactor(ReactorTcp.class).listenTcp(port, servers));
    }
  }
}
