// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.stream;

import dev.assay.contract.peer.Net;
import dev.assay.contract.peer.PeerFactory;
import dev.assay.contract.peer.StreamRule;
import dev.assay.contract.peer.Unix;
import dev.assay.contract.rig.Expect;
import dev.assay.contract.rig.Rig;
import dev.assay.contract.rig.Rule;
import dev.assay.protocol.Connector;
import dev.assay.reactor.ListeningPort;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.List;

/** The checks of what only paths have. */
final class UnixChecks {
  static final List<Rule> RULES =
      List.of(
          StreamRule.of(
                  "connect.addresses",
                  "The path is the server's own address, the client's peer, and the destination.",
                  UnixChecks::addresses)
              .over(new Unix()));

  private UnixChecks() {}

  private static void addresses(Rig rig, Net net) {
    SocketAddress expected = UnixDomainSocketAddress.of(rig.subject().unixPath("server"));
    PeerFactory servers = net.factory("server");
    PeerFactory clients = net.factory("client");
    ListeningPort port = net.listen(expected, servers);
    Connector connector = net.connect(expected, clients);
    rig.await("both are connected", () -> servers.made().size() + clients.made().size() == 2);

    Expect.equal("the port's address", expected, port.address());
    Expect.equal("the destination", expected, rig.get(connector::destination));
    Expect.equal(
        "the client's peer", expected, rig.get(() -> clients.made().get(0).transport().peer()));
    Expect.equal(
        "the server's own", expected, rig.get(() -> servers.made().get(0).transport().host()));
  }
}
