// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.fake.protocol.AccumulatingProtocol;
import dev.assay.protocol.BindFailedException;
import dev.assay.protocol.ClientFactory;
import dev.assay.protocol.ConnectFailedException;
import dev.assay.protocol.ConnectTimedOutException;
import dev.assay.protocol.ConnectionLostException;
import dev.assay.protocol.ConnectionRefusedException;
import dev.assay.protocol.Connector;
import dev.assay.protocol.Protocol;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes wrong between two hosts, and is put right again. */
final class FaultTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final FakeNetwork network = new FakeNetwork();
  private final FakeReactor here = network.host("here");
  private final FakeReactor there = network.host("there");
  private final AccumulatingProtocol client = new AccumulatingProtocol();
  private final AccumulatingProtocol server = new AccumulatingProtocol();
  private final List<ConnectFailedException> failures = new ArrayList<>();

  @BeforeEach
  void listen() throws BindFailedException {
    there.listenTcp(80, peer -> server);
  }

  private void connect() {
    here.connectTcp("there", 80, new Client());
    here.advance(Duration.ZERO);
  }

  private static void write(Protocol from, String text) {
    from.transport().write(text.getBytes(US_ASCII));
  }

  @Test
  void latency_bytesArriveAfterIt() {
    connect();
    network.strike(new Fault.Latency("here", "there", SECOND));
    write(client, "hello");
    here.advance(SECOND.minusNanos(1));
    assertThat(server.data()).isEmpty();
    here.advance(Duration.ofNanos(1));
    assertThat(server.data(US_ASCII)).isEqualTo("hello");
  }

  @Test
  void bandwidth_bytesTakeTheirTime() {
    connect();
    network.strike(new Fault.Bandwidth("here", "there", 10));
    write(client, "0123456789");
    write(client, "x");
    here.advance(SECOND);
    assertThat(server.data(US_ASCII)).isEqualTo("0123456789");
    here.advance(SECOND.dividedBy(10));
    assertThat(server.data(US_ASCII)).isEqualTo("0123456789x");
  }

  @Test
  void partition_streamWaitsAndGoesOnWhenItHeals() {
    connect();
    network.strike(new Fault.Partition("here", "there"));
    write(client, "hello");
    write(server, "you");
    here.advance(SECOND);
    assertThat(server.data()).isEmpty();
    assertThat(client.data()).isEmpty();
    network.strike(new Fault.Heal("there", "here"));
    here.advance(Duration.ZERO);
    assertThat(server.data(US_ASCII)).isEqualTo("hello");
    assertThat(client.data(US_ASCII)).isEqualTo("you");
  }

  @Test
  void partition_attemptToConnectTimesOut() {
    network.strike(new Fault.Partition("here", "there"));
    connect();
    here.advance(Duration.ofSeconds(30));
    assertThat(failures).singleElement().isInstanceOf(ConnectTimedOutException.class);
  }

  @Test
  void hold_oneDirectionWaits_releaseKeepsTheOrder() {
    connect();
    network.strike(new Fault.Hold("here", "there"));
    write(client, "a");
    write(client, "b");
    write(server, "other way");
    here.advance(SECOND);
    assertThat(server.data()).isEmpty();
    assertThat(client.data(US_ASCII)).isEqualTo("other way");
    network.strike(new Fault.Release("here", "there"));
    here.advance(Duration.ZERO);
    assertThat(server.data(US_ASCII)).isEqualTo("ab");
  }

  @Test
  void reset_bothSidesLoseTheConnection() {
    connect();
    network.strike(new Fault.Reset("here", "there"));
    here.advance(Duration.ZERO);
    assertThat(client.closedReason()).isInstanceOf(ConnectionLostException.class);
    assertThat(server.closedReason()).isInstanceOf(ConnectionLostException.class);
  }

  @Test
  void halfOpen_theOtherSideFindsOutWhenItSends() {
    connect();
    network.strike(new Fault.HalfOpen("there", "here"));
    here.advance(SECOND);
    assertThat(server.isClosed()).isTrue();
    assertThat(client.isClosed()).isFalse();
    write(client, "anybody?");
    here.advance(Duration.ZERO);
    assertThat(client.closedReason()).isInstanceOf(ConnectionLostException.class);
  }

  @Test
  void crash_nobodyIsTold_andNothingOfTheHostRunsAnyMore() {
    List<String> ran = new ArrayList<>();
    there.callLater(SECOND, () -> ran.add("there"));
    here.callLater(SECOND, () -> ran.add("here"));
    connect();
    network.strike(new Fault.Crash("there"));
    write(client, "anybody?");
    here.advance(Duration.ofMinutes(1));
    assertThat(server.isClosed()).isFalse();
    assertThat(client.isClosed()).isFalse();
    assertThat(ran).containsExactly("here");
    assertThat(there.listeners()).isEmpty();
  }

  @Test
  void crash_attemptToConnectTimesOut_afterRestartItIsRefused() {
    network.strike(new Fault.Crash("there"));
    connect();
    here.advance(Duration.ofSeconds(30));
    assertThat(failures).singleElement().isInstanceOf(ConnectTimedOutException.class);
    network.strike(new Fault.Restart("there"));
    connect();
    assertThat(failures).hasSize(2);
    assertThat(failures.get(1)).hasMessageContaining("nothing listens");
  }

  @Test
  void restart_formerConnectionIsResetWhenItIsUsed() {
    connect();
    network.strike(new Fault.Crash("there"), new Fault.Restart("there"));
    write(client, "still there?");
    here.advance(Duration.ZERO);
    assertThat(client.closedReason()).isInstanceOf(ConnectionLostException.class);
  }

  @Test
  void strikeAfter_strikesThen() {
    connect();
    network.strikeAfter(SECOND, new Fault.Reset("here", "there"));
    here.advance(SECOND.minusNanos(1));
    assertThat(client.isClosed()).isFalse();
    here.advance(Duration.ofNanos(1));
    assertThat(client.isClosed()).isTrue();
  }

  @Test
  void strike_hostThatIsNotThere_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.strike(new Fault.Crash("theer")))
        .withMessage("host must be one of [here, there]: theer");
  }

  @Test
  void values_thatMakeNoSense_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Fault.Latency("here", "there", SECOND.negated()))
        .withMessage("each must not be negative: PT-1S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Fault.Bandwidth("here", "there", 0))
        .withMessage("bytesPerSecond must be positive: 0");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Fault.FailConnectTo(
                    "here", "there", 65_536, new ConnectionRefusedException("planted")))
        .withMessage("port must be from 0 to 65535: 65536");
  }

  @Test
  void fault_standsInTheTrace() {
    network.strike(new Fault.Partition("here", "there"));
    assertThat(network.trace().toString())
        .contains("network fault Partition[host=here, other=there]");
  }

  private final class Client implements ClientFactory {
    @Override
    public @Nullable Protocol buildProtocol(SocketAddress peer) {
      return client;
    }

    @Override
    public void clientConnectionFailed(Connector connector, ConnectFailedException reason) {
      failures.add(reason);
    }
  }
}
