// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import dev.assay.fake.timeline.VirtualCall;
import dev.assay.reactor.rules.Addresses;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The hosts of a network, by name and by address, and the operations on several of them.
 *
 * @since 0.1
 */
public final class Hosts implements FakeHost.Directory {
  private final Network network;
  private final Map<String, FakeHost> hosts = new LinkedHashMap<>();

  /** Creates the directory of a network that has no hosts yet. */
  public Hosts(Network network) {
    this.network = network;
  }

  /** Returns the network that the hosts are on. */
  Network network() {
    return network;
  }

  /** Creates a host with its own address; the name must be new. */
  public FakeHost add(String name) {
    int number = hosts.size() + 1;
    InetAddress address = Addresses.ipv4(10, 0, number / 256, number % 256);
    FakeHost made = new FakeHost(network, name, address, this);
    hosts.put(name, made);
    return made;
  }

  /** Returns the hosts, in order of creation. */
  public List<FakeHost> all() {
    return List.copyOf(hosts.values());
  }

  /** Returns the host with a name, which must exist. */
  public FakeHost named(String name) {
    FakeHost host = hosts.get(name);
    if (host == null) {
      throw new IllegalArgumentException("host must be one of " + hosts.keySet() + ": " + name);
    }
    return host;
  }

  @Override
  public @Nullable ReachableHost at(InetAddress address) {
    return hosts.values().stream()
        .filter(host -> host.address().equals(address))
        .findFirst()
        .orElse(null);
  }

  @Override
  public @Nullable InetAddress addressOf(String name) {
    FakeHost called = hosts.get(name);
    return called == null ? null : called.address();
  }

  /** Returns the path from one host to another, by their names. */
  public Path way(String from, String to) {
    return network.path(named(from), named(to));
  }

  /**
   * Changes the paths between two hosts in both directions, or the single path if the two are the
   * same host.
   */
  public void bothWays(String host, String other, Consumer<Path> change) {
    change.accept(way(host, other));
    if (!host.equals(other)) {
      change.accept(way(other, host));
    }
  }

  /** Returns the ends on one host of its connections with another. */
  public List<StreamEnd> between(String host, String other) {
    FakeHost far = named(other);
    return named(host).connections().stream().filter(end -> end.isWith(far)).toList();
  }

  /** Takes a host down, with its calls, and notifies no one. */
  public void crash(String name) {
    named(name).crash();
    network.timeline().armed().stream()
        .filter(call -> name.equals(call.host))
        .forEach(VirtualCall::cancel);
  }
}
