// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import dev.assay.protocol.BindFailed;
import dev.assay.protocol.ProtocolFactory;
import dev.assay.reactor.ListenOptions;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A machine on a fake network: its addresses, its ports, and the connections that end there. */
final class FakeHost {
  private static final int FIRST_EPHEMERAL = 49_152;

  private final FakeNetwork network;
  private final String name;
  private final InetAddress address;
  private final FakeNames names;
  private final ConnectScript script = new ConnectScript();
  private final List<FakeListeningPort> listening = new ArrayList<>();
  private final Set<StreamEnd> connections = new LinkedHashSet<>();
  private int nextPort = FIRST_EPHEMERAL;
  private boolean down;

  FakeHost(FakeNetwork network, String name, InetAddress address) {
    this.network = network;
    this.name = name;
    this.address = address;
    this.names = new FakeNames(network, this);
  }

  FakeNetwork network() {
    return network;
  }

  String name() {
    return name;
  }

  InetAddress address() {
    return address;
  }

  FakeNames names() {
    return names;
  }

  ConnectScript script() {
    return script;
  }

  boolean isDown() {
    return down;
  }

  /** Returns whether an address is one of this host's. */
  boolean has(InetAddress candidate) {
    return candidate.isLoopbackAddress() || candidate.equals(address);
  }

  FakeListeningPort listen(int port, ProtocolFactory factory, ListenOptions options)
      throws BindFailed {
    InetAddress local = interfaceOf(options.host());
    int chosen = Addresses.checkPort(port) == 0 ? freePort() : port;
    InetSocketAddress asked = new InetSocketAddress(local, chosen);
    for (FakeListeningPort other : listening) {
      if (other.overlaps(asked)) {
        throw new BindFailed(Addresses.show(asked) + " is taken on " + name + " by " + other);
      }
    }
    FakeListeningPort made = new FakeListeningPort(this, asked, factory, options.backlog());
    listening.add(made);
    return made;
  }

  /** Returns the port that takes connections to an address of this host, or null. */
  @Nullable FakeListeningPort listenerAt(InetSocketAddress target) {
    return listening.stream().filter(port -> port.accepts(target)).findFirst().orElse(null);
  }

  void close(FakeListeningPort port) {
    listening.remove(port);
  }

  List<FakeListeningPort> listening() {
    return List.copyOf(listening);
  }

  /** Returns an address to connect from: an own one, with a port that nothing has. */
  InetSocketAddress localFor(InetAddress target, @Nullable InetSocketAddress bind)
      throws BindFailed {
    InetAddress from = target.isLoopbackAddress() ? target : address;
    if (bind != null) {
      InetAddress asked = bind.getAddress();
      if (asked == null || !(asked.isAnyLocalAddress() || has(asked))) {
        throw new BindFailed(Addresses.show(bind) + " is not an address of " + name);
      }
      from = asked.isAnyLocalAddress() ? from : asked;
    }
    return new InetSocketAddress(
        from, bind == null || bind.getPort() == 0 ? freePort() : bind.getPort());
  }

  int freePort() {
    int port = nextPort;
    nextPort = port == Addresses.LAST_PORT ? FIRST_EPHEMERAL : port + 1;
    return port;
  }

  void remember(StreamEnd end) {
    connections.add(end);
  }

  void forget(StreamEnd end) {
    connections.remove(end);
  }

  List<StreamEnd> connections() {
    return List.copyOf(connections);
  }

  /** Goes down without a word: nobody is told, here or elsewhere. */
  void crash() {
    down = true;
    connections().forEach(StreamEnd::vanish);
    connections.clear();
    listening().forEach(FakeListeningPort::vanish);
    listening.clear();
  }

  void restart() {
    down = false;
  }

  @Override
  public String toString() {
    return name;
  }

  private InetAddress interfaceOf(String host) throws BindFailed {
    if (host.isEmpty()) {
      return Addresses.ipv4(0, 0, 0, 0);
    }
    InetAddress asked =
        host.equals("localhost") ? Addresses.ipv4(127, 0, 0, 1) : Addresses.literal(host);
    if (asked == null || !(asked.isAnyLocalAddress() || has(asked))) {
      throw new BindFailed(host + " is not an address of " + name);
    }
    return asked;
  }
}
