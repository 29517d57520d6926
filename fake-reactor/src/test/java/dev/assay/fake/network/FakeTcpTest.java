// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fake.FakeReactor;
import dev.assay.protocol.ClientFactory;
import dev.assay.protocol.ConnectFailedException;
import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.Connector;
import dev.assay.protocol.Protocol;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FakeTcpTest {
  private final FakeReactor reactor = new FakeReactor();
  private final List<String> events = new ArrayList<>();

  @Test
  void connect_whereSomebodyListens_meetsInMemory() throws Exception {
    reactor.listenTcp(80, peer -> new Recorder("server", true));
    reactor.connectTcp("localhost", 80, peer -> new Recorder("client", false));
    reactor.advance(Duration.ZERO);

    assertThat(events)
        .containsExactly("client made", "server made", "server got hello", "client got hello");
  }

  @Test
  void connect_whereNobodyListens_isRefused() {
    reactor.connectTcp("localhost", 80, new Failing());
    reactor.advance(Duration.ZERO);

    assertThat(events)
        .containsExactly("failed ConnectionRefusedException: nothing listens at localhost:80");
  }

  @Test
  void loseConnection_bothSidesHearOfItOnce() throws Exception {
    List<Protocol> made = new ArrayList<>();
    reactor.listenTcp(80, peer -> add(made, new Recorder("server", false)));
    reactor.connectTcp("localhost", 80, peer -> add(made, new Recorder("client", false)));
    reactor.advance(Duration.ZERO);
    events.clear();
    made.get(0).transport().write("bye".getBytes(US_ASCII));
    made.get(0).transport().loseConnection();
    reactor.advance(Duration.ZERO);

    assertThat(events)
        .containsExactly(
            "client lost ConnectionDoneException",
            "server got bye",
            "server lost ConnectionDoneException");
  }

  private static Protocol add(List<Protocol> all, Protocol one) {
    all.add(one);
    return one;
  }

  private final class Failing implements ClientFactory {
    @Override
    public Protocol buildProtocol(SocketAddress peer) {
      throw new AssertionError("no connection is expected");
    }

    @Override
    public void clientConnectionFailed(Connector connector, ConnectFailedException reason) {
      events.add("failed " + reason.getClass().getSimpleName() + ": " + reason.getMessage());
    }
  }

  private final class Recorder extends Protocol {
    private final String name;
    private final boolean echo;

    Recorder(String name, boolean echo) {
      this.name = name;
      this.echo = echo;
    }

    @Override
    protected void connectionMade() {
      events.add(name + " made");
      if (name.equals("client")) {
        transport().write("hello".getBytes(US_ASCII));
      }
    }

    @Override
    public void dataReceived(byte[] data) {
      events.add(name + " got " + new String(data, US_ASCII));
      if (echo) {
        transport().write(data);
      }
    }

    @Override
    protected void connectionLost(ConnectionClosedException reason) {
      events.add(name + " lost " + reason.getClass().getSimpleName());
    }
  }
}
