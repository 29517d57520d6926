// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Deferreds;
import dev.assay.protocol.DnsFailure;
import java.net.InetAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The names that a host can look up: those of the network's hosts, and what a test adds.
 *
 * @since 0.1
 */
public final class FakeNames {
  private final FakeNetwork network;
  private final FakeHost host;
  private final Map<String, List<InetAddress>> added = new LinkedHashMap<>();
  private Duration delay = Duration.ZERO;

  FakeNames(FakeNetwork network, FakeHost host) {
    this.network = network;
    this.host = host;
  }

  /** Adds a name with its addresses, or without any, so that it is not found. */
  public FakeNames add(String name, InetAddress... addresses) {
    added.put(name, List.of(addresses));
    return this;
  }

  /** Makes every look-up of a name take a time. */
  public FakeNames delay(Duration each) {
    delay = each;
    return this;
  }

  Deferred<List<InetAddress>> resolve(String name) {
    network.trace(host, "resolve", name, "");
    InetAddress literal = Addresses.literal(name);
    if (literal != null) {
      return Deferred.succeed(List.of(literal));
    }
    return delay.isZero()
        ? Deferreds.execute(() -> find(name))
        : Deferreds.deferLater(network.clock(), delay, () -> find(name));
  }

  private List<InetAddress> find(String name) throws DnsFailure {
    List<InetAddress> known = added.get(name);
    if (known == null) {
      known = name.equals("localhost") ? List.of(Addresses.ipv4(127, 0, 0, 1)) : hostsCalled(name);
    }
    if (known.isEmpty()) {
      throw new DnsFailure(name + " has no address known to " + host.name());
    }
    return known;
  }

  private List<InetAddress> hostsCalled(String name) {
    FakeHost called = network.hostCalled(name);
    return called == null ? List.of() : List.of(called.address());
  }
}
