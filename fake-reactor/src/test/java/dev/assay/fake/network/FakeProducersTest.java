// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.assay.fake.FakeReactor;
import dev.assay.protocol.PullProducer;
import dev.assay.protocol.PushProducer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FakeProducersTest {
  private final FakeReactor reactor = new FakeReactor();
  private final List<String> log = new ArrayList<>();
  private final RecordingProtocol client = new RecordingProtocol("client", new ArrayList<>());
  private final RecordingProtocol server = new RecordingProtocol("server", new ArrayList<>());
  private int received;

  @Test
  void pushProducer_isPausedAboveTheMark_andResumedWhenAllIsSent() {
    connect();
    server.transport().pauseProducing();
    client.transport().registerProducer(new Push());
    client.transport().write(new byte[65_536]);
    assertThat(log).isEmpty();
    client.transport().write(new byte[1]);
    assertThat(log).containsExactly("pause");
    reactor.advance(Duration.ZERO);
    assertThat(log).containsExactly("pause");
    server.transport().resumeProducing();
    reactor.advance(Duration.ZERO);

    assertThat(log).containsExactly("pause", "resume");
    assertThat(received).isEqualTo(65_537);
  }

  @Test
  void pushProducer_isPausedOnce() {
    connect();
    client.transport().registerProducer(new Push());
    client.transport().write(new byte[70_000]);
    client.transport().write(new byte[70_000]);

    assertThat(log).containsExactly("pause");
  }

  @Test
  void highWaterMark_mayBeSet() {
    reactor.network().highWaterMark(3);
    connect();
    client.transport().registerProducer(new Push());
    client.transport().write(new byte[3]);
    assertThat(log).isEmpty();
    client.transport().write(new byte[1]);

    assertThat(log).containsExactly("pause");
  }

  @Test
  void pullProducer_isAskedAtOnce_andAgainWheneverAllIsSent() {
    connect();
    client.transport().registerProducer(new Pull(3));
    assertThat(log).containsExactly("piece 1");
    reactor.advance(Duration.ZERO);

    assertThat(log).containsExactly("piece 1", "piece 2", "piece 3", "done");
    assertThat(received).isEqualTo(30);
  }

  @Test
  void pullProducer_isNotAskedWhileTheReceiverIsPaused() {
    reactor.network().receiveWindow(10);
    connect();
    server.transport().pauseProducing();
    client.transport().registerProducer(new Pull(5));
    reactor.advance(Duration.ZERO);

    assertThat(log).containsExactly("piece 1", "piece 2");
  }

  @Test
  void loseConnection_waitsForTheProducer() {
    connect();
    client.transport().registerProducer(new Pull(3));
    client.transport().loseConnection();
    reactor.advance(Duration.ZERO);

    assertThat(log).containsExactly("piece 1", "piece 2", "piece 3", "done");
    assertThat(received).isEqualTo(30);
    assertThat(client.isConnected()).isFalse();
  }

  @Test
  void loseConnection_waitsForAPushProducerToUnregister() {
    connect();
    client.transport().registerProducer(new Push());
    client.transport().loseConnection();
    reactor.advance(Duration.ZERO);
    assertThat(client.isConnected()).isTrue();
    client.transport().unregisterProducer();
    reactor.advance(Duration.ZERO);

    assertThat(client.isConnected()).isFalse();
    assertThat(log).isEmpty();
  }

  @Test
  void connectionThatIsLost_stopsTheProducer() {
    connect();
    client.transport().registerProducer(new Push());
    server.transport().abortConnection();
    reactor.advance(Duration.ZERO);

    assertThat(log).containsExactly("stop");
  }

  @Test
  void producerOfAConnectionThatIsOver_isStoppedAtOnce() {
    connect();
    client.transport().loseConnection();
    reactor.advance(Duration.ZERO);
    client.transport().registerProducer(new Push());
    client.transport().registerProducer(new Pull(1));

    assertThat(log).containsExactly("stop", "stop");
    assertThatNoException().isThrownBy(client.transport()::unregisterProducer);
  }

  @Test
  void secondProducer_isRefused() {
    connect();
    client.transport().registerProducer(new Push());

    assertThatIllegalStateException()
        .isThrownBy(() -> client.transport().registerProducer(new Pull(1)))
        .withMessage("a FakeProducersTest.Push is registered already; unregister it first");
  }

  @Test
  void unregisterProducer_withoutOne_isRefused() {
    connect();

    assertThatIllegalStateException()
        .isThrownBy(client.transport()::unregisterProducer)
        .withMessage("no producer is registered; register one first");
  }

  @Test
  void transport_isAProducerItself() {
    connect();
    PushProducer source = server.transport();
    source.pauseProducing();
    client.write("x");
    reactor.advance(Duration.ZERO);
    assertThat(received).isZero();
    source.resumeProducing();
    reactor.advance(Duration.ZERO);
    assertThat(received).isEqualTo(1);
    source.stopProducing();
    reactor.advance(Duration.ZERO);

    assertThat(server.isConnected()).isFalse();
  }

  private void connect() {
    server.onData(text -> received += text.length());
    Pair.connect(reactor, client, server);
  }

  private final class Push implements PushProducer {
    @Override
    public void pauseProducing() {
      log.add("pause");
    }

    @Override
    public void resumeProducing() {
      log.add("resume");
    }

    @Override
    public void stopProducing() {
      log.add("stop");
    }
  }

  private final class Pull implements PullProducer {
    private final int pieces;
    private int produced;

    Pull(int pieces) {
      this.pieces = pieces;
    }

    @Override
    public void resumeProducing() {
      if (produced == pieces) {
        log.add("done");
        client.transport().unregisterProducer();
        return;
      }
      produced++;
      log.add("piece " + produced);
      client.transport().write(new byte[10]);
    }

    @Override
    public void stopProducing() {
      log.add("stop");
    }
  }
}
