// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.stream;

import dev.assay.contract.peer.Net;
import dev.assay.contract.peer.Pair;
import dev.assay.contract.peer.PeerFactory;
import dev.assay.contract.peer.StreamRule;
import dev.assay.contract.rig.Expect;
import dev.assay.contract.rig.Rig;
import java.net.StandardSocketOptions;
import java.util.List;

/** The checks of addresses and options. */
final class AddressChecks {
  static final List<StreamRule> RULES =
      List.of(
          rule(
              "address.mirrors",
              "Each side's own address is the peer of the other side.",
              AddressChecks::addressesMirror),
          rule(
              "address.factories-see-the-peer",
              "A factory is asked for a protocol with the address that is then its peer.",
              AddressChecks::factoriesSeeThePeer),
          rule(
              "address.stays-known",
              "When the connection is over, its addresses are still known.",
              AddressChecks::addressesStayKnown),
          rule(
              "option.unknown-is-refused",
              "An option that a connection does not have is refused with UnsupportedOperationException.",
              AddressChecks::unknownOption));

  private AddressChecks() {}

  private static StreamRule rule(String name, String meaning, StreamRule.Body body) {
    return StreamRule.of(name, meaning, body);
  }

  private static void addressesMirror(Rig rig, Net net) {
    Pair pair = net.pair();

    Expect.equal(
        "the client's peer",
        rig.get(() -> pair.server().transport().host()),
        rig.get(() -> pair.client().transport().peer()));
    Expect.equal(
        "the server's peer",
        rig.get(() -> pair.client().transport().host()),
        rig.get(() -> pair.server().transport().peer()));
  }

  private static void factoriesSeeThePeer(Rig rig, Net net) {
    PeerFactory servers = net.factory("server");
    PeerFactory clients = net.factory("client");
    net.connect(net.listen(servers).address(), clients);
    rig.await("both are connected", () -> servers.made().size() + clients.made().size() == 2);

    for (PeerFactory factory : List.of(servers, clients)) {
      rig.await("the protocol has its transport", () -> factory.made().get(0).isMade());
      Expect.equal(
          "the address that the factory saw",
          rig.get(() -> factory.made().get(0).transport().peer()),
          factory.addresses().get(0));
    }
  }

  private static void addressesStayKnown(Rig rig, Net net) {
    Pair pair = net.pair();
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

  private static void unknownOption(Rig rig, Net net) {
    Pair pair = net.pair();

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
