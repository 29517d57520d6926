// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import dev.assay.protocol.BindFailedException;
import dev.assay.reactor.rules.Addresses;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The addresses of one protocol that are in use on a host, and the ports that are free. */
final class LocalAddresses {
  private static final int FIRST_EPHEMERAL = 49_152;

  private final String host;
  private final Set<InetSocketAddress> taken = new LinkedHashSet<>();

  /** The number of addresses in use for each port. */
  private final Map<Integer, Integer> uses = new LinkedHashMap<>();

  private int nextPort = FIRST_EPHEMERAL;

  LocalAddresses(String host) {
    this.host = host;
  }

  /**
   * Takes an address.
   *
   * @param port the port, or zero for any free one
   */
  InetSocketAddress take(InetAddress address, int port) throws BindFailedException {
    Addresses.checkPort(port);
    InetSocketAddress asked = new InetSocketAddress(address, port == 0 ? freePort() : port);
    if (uses.containsKey(asked.getPort())) {
      for (InetSocketAddress other : taken) {
        if (Addresses.overlap(asked, other)) {
          throw new BindFailedException(Addresses.show(asked) + " is in use on " + host);
        }
      }
    }
    taken.add(asked);
    uses.merge(asked.getPort(), 1, Integer::sum);
    return asked;
  }

  void giveBack(InetSocketAddress address) {
    if (taken.remove(address)) {
      uses.computeIfPresent(address.getPort(), (port, count) -> count == 1 ? null : count - 1);
    }
  }

  void clear() {
    taken.clear();
    uses.clear();
  }

  private int freePort() throws BindFailedException {
    for (int tried = FIRST_EPHEMERAL; tried <= Addresses.LAST_PORT; tried++) {
      int port = nextPort;
      nextPort = port == Addresses.LAST_PORT ? FIRST_EPHEMERAL : port + 1;
      if (!uses.containsKey(port)) {
        return port;
      }
    }
    throw new BindFailedException(
        "all ports from "
            + FIRST_EPHEMERAL
            + " to "
            + Addresses.LAST_PORT
            + " are in use on "
            + host);
  }
}
