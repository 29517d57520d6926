// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract;

import dev.assay.reactor.ReactorTcp;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.util.List;

/** The checks of addresses and options. */
final class TcpAddressChecks {
  static final List<ContractCheck> CHECKS =
      List.of(
          tcp(
              "address.mirrors",
              "Each side's own address is the peer of the other side.",
              TcpAddressChecks::addressesMirror),
          tcp(
              "address.factories-see-the-peer",
              "A factory is asked for a protocol with the address that is then its peer.",
              TcpAddressChecks::factoriesSeeThePeer),
          tcp(
              "address.stays-known",
              "When the connection is over, its addresses are still known.",
              TcpAddressChecks::addressesStayKnown),
          tcp(
              "option.no-delay",
              "TCP_NODELAY can be set, and reads as it was set.",
              rig -> option(rig, StandardSocketOptions.TCP_NODELAY)),
          tcp(
              "option.keep-alive",
              "SO_KEEPALIVE can be set, and reads as it was set.",
              rig -> option(rig, StandardSocketOptions.SO_KEEPALIVE)),
          tcp(
              "option.each-connection-has-its-own",
              "An option of one side does not affect the other side.",
              TcpAddressChecks::optionIsOneSides),
          tcp(
              "option.unknown-is-refused",
              "An option that a connection does not have is refused with UnsupportedOperationException.",
              TcpAddressChecks::unknownOption));

  private TcpAddressChecks() {}

  private static ContractCheck tcp(String name, String meaning, ContractCheck.Body body) {
    return ContractCheck.of("tcp." + name, meaning, body, ReactorTcp.class);
  }

  private static void addressesMirror(Rig rig) {
    Pair pair = rig.net().pair();

    Expect.equal(
        "the client's peer",
        rig.get(() -> pair.server().transport().host()),
        rig.get(() -> pair.client().transport().peer()));
    Expect.equal(
        "the server's peer",
        rig.get(() -> pair.client().transport().host()),
        rig.get(() -> pair.server().transport().peer()));
  }

  private static void factoriesSeeThePeer(Rig rig) {
    PeerFactory servers = rig.net().factory("server");
    PeerFactory clients = rig.net().factory("client");
    rig.net().connect(Net.portOf(rig.net().listen(servers)), clients);
    rig.await("both are connected", () -> servers.made().size() + clients.made().size() == 2);

    for (PeerFactory factory : List.of(servers, clients)) {
      rig.await("the protocol has its transport", () -> factory.made().get(0).isMade());
      Expect.equal(
          "the address that the factory saw",
          rig.get(() -> factory.made().get(0).transport().peer()),
          factory.addresses().get(0));
    }
  }

  private static void addressesStayKnown(Rig rig) {
    Pair pair = rig.net().pair();
    List<Object> before = addresses(rig, pair);
    rig.run(() -> pair.client().lose());
    rig.await("both hear of the end", pair::isOver);

    Expect.equal("the addresses", before, addresses(rig, pair));
  }

  private static List<Object> addresses(Rig rig, Pair pair) {
    return rig.get(
        () ->
            List.of(
                pair.client().transport().host(),
                pair.client().transport().peer(),
                pair.server().transport().host(),
                pair.server().transport().peer()));
  }

  private static void option(Rig rig, SocketOption<Boolean> option) {
    Pair pair = rig.net().pair();
    for (boolean value : new boolean[] {true, false, true}) {
      rig.run(() -> pair.client().transport().setOption(option, value));
      Expect.equal(option.name(), value, rig.get(() -> pair.client().transport().option(option)));
    }
  }

  private static void optionIsOneSides(Rig rig) {
    Pair pair = rig.net().pair();
    rig.run(
        () -> {
          pair.client().transport().setOption(StandardSocketOptions.SO_KEEPALIVE, true);
          pair.server().transport().setOption(StandardSocketOptions.SO_KEEPALIVE, false);
        });

    Expect.equal(
        "the client's SO_KEEPALIVE",
        true,
        rig.get(() -> pair.client().transport().option(StandardSocketOptions.SO_KEEPALIVE)));
  }

  private static void unknownOption(Rig rig) {
    Pair pair = rig.net().pair();

    rig.thrown(
        UnsupportedOperationException.class,
        "setOption(IP_MULTICAST_LOOP)",
        () -> pair.client().transport().setOption(StandardSocketOptions.IP_MULTICAST_LOOP, true));
    rig.thrown(
        UnsupportedOperationException.class,
        "option(IP_MULTICAST_LOOP)",
        () -> pair.client().transport().option(StandardSocketOptions.IP_MULTICAST_LOOP));
  }
}
