// SPDX-License-Identifier: Apache-2.0
package dev.assay.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.protocol.ConnectionDoneException;
import dev.assay.protocol.ManualTransport;
import dev.assay.protocol.Protocol;
import dev.assay.protocol.ProtocolFactory;
import dev.assay.protocol.RecordingProtocol;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** In any order of connections made and lost, a factory knows how many it has. */
final class ConnectionLimitsProperties {
  /** A step connects a peer if it is not negative, and loses one of the connections if it is. */
  @Property
  void total_isTheNumberOfOpenConnections_andNeverAboveTheLimit(
      @ForAll @IntRange(max = 5) int limit,
      @ForAll @Size(max = 50) List<@IntRange(min = -9, max = 3) Integer> steps) {
    LimitTotalConnections factory =
        new LimitTotalConnections(peer -> new RecordingProtocol(), limit);

    Connections model = new Connections(factory);
    for (int step : steps) {
      boolean full = model.open.size() == limit;
      boolean admitted = model.take(step);

      assertThat(admitted).isEqualTo(step >= 0 && !full);
      assertThat(factory.connections()).isEqualTo(model.open.size()).isBetween(0, limit);
    }
  }

  @Property
  void byPeer_isTheNumberOfOpenConnectionsWithIt_andNeverAboveTheLimit(
      @ForAll @IntRange(max = 3) int limit,
      @ForAll @Size(max = 50) List<@IntRange(min = -9, max = 3) Integer> steps) {
    LimitConnectionsByPeer factory =
        new LimitConnectionsByPeer(peer -> new RecordingProtocol(), limit);

    Connections model = new Connections(factory);
    for (int step : steps) {
      model.take(step);

      for (int host = 0; host <= 3; host++) {
        SocketAddress peer = peer(host);
        long expected = model.peers.stream().filter(peer::equals).count();
        assertThat(factory.connections(peer)).isEqualTo((int) expected).isBetween(0, limit);
      }
    }
  }

  private static SocketAddress peer(int host) {
    return InetSocketAddress.createUnresolved("host" + host, 1);
  }

  /** The connections that are open, and with whom. */
  private static final class Connections {
    private final ProtocolFactory factory;
    private final List<Protocol> open = new ArrayList<>();
    private final List<SocketAddress> peers = new ArrayList<>();

    Connections(ProtocolFactory factory) {
      this.factory = factory;
    }

    /** Takes a step, and returns whether it made a connection. */
    boolean take(int step) {
      if (step < 0) {
        lose(-step - 1);
        return false;
      }
      Protocol made = factory.buildProtocol(peer(step));
      if (made == null) {
        return false;
      }
      made.makeConnection(new ManualTransport());
      open.add(made);
      peers.add(peer(step));
      return true;
    }

    private void lose(int which) {
      if (which < open.size()) {
        open.remove(which).endConnection(new ConnectionDoneException("bye"));
        peers.remove(which);
      }
    }
  }
}
