// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.protocol;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.assay.fake.VirtualClock;
import dev.assay.protocol.ConnectionDoneException;
import dev.assay.protocol.PullProducer;
import dev.assay.protocol.PushProducer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StringTransportProducerTest {
  private final VirtualClock clock = new VirtualClock();
  private final StringTransport transport = new StringTransport(clock);
  private final AccumulatingProtocol protocol = transport.connect(new AccumulatingProtocol());
  private final List<String> calls = new ArrayList<>();

  @Test
  void secondProducer_isRefused() {
    transport.registerProducer(new Push());

    assertThat(transport.hasProducer()).isTrue();
    assertThatIllegalStateException()
        .isThrownBy(() -> transport.registerProducer(new Push()))
        .withMessage(
            "a StringTransportProducerTest.Push is registered already; unregister it first");
    assertThatIllegalStateException().isThrownBy(() -> transport.registerProducer(new Pull(1)));
  }

  @Test
  void unregister_withoutProducer_isRefused() {
    assertThatIllegalStateException()
        .isThrownBy(transport::unregisterProducer)
        .withMessage("no producer is registered; register one first");
  }

  @Test
  void unregister_makesRoomForAnother() {
    transport.registerProducer(new Push());
    transport.unregisterProducer();
    assertThat(transport.hasProducer()).isFalse();

    transport.registerProducer(new Push());
    assertThat(transport.hasProducer()).isTrue();
  }

  @Test
  void pullProducer_givesAPieceAtOnce_andAnotherWhenThatIsTaken() {
    transport.registerProducer(new Pull(2));
    assertThat(transport.value(US_ASCII)).isEqualTo("2");
    assertThat(transport.takeAll(US_ASCII)).isEqualTo("2");
    assertThat(transport.hasProducer()).isTrue();

    assertThat(transport.takeAll(US_ASCII)).isEqualTo("1");
    assertThat(transport.hasProducer()).isFalse();
  }

  @Test
  void pushProducer_isPausedWhenTooMuchIsKept_andResumedWhenItIsTaken() {
    transport.registerProducer(new Push());
    transport.write(new byte[65_536]);
    assertThat(calls).isEmpty();

    transport.write(new byte[1]);
    assertThat(calls).containsExactly("pause");
    transport.clear();
    assertThat(calls).containsExactly("pause", "resume");
  }

  @Test
  void loseConnection_waitsForTheProducer() {
    transport.registerProducer(new Push());
    transport.loseConnection();
    clock.runUntilIdle(Duration.ZERO);
    assertThat(protocol.isClosed()).isFalse();
    assertThat(transport.state()).isEqualTo(TransportState.DISCONNECTING);

    transport.unregisterProducer();
    clock.advance(Duration.ZERO);
    assertThat(protocol.isClosed()).isTrue();
    assertThat(calls).isEmpty();
  }

  @Test
  void loseConnection_beforeAProducerComes_waitsForItToo() {
    transport.loseConnection();
    transport.registerProducer(new Push());
    clock.advance(Duration.ZERO);

    assertThat(protocol.isClosed()).isFalse();
  }

  @Test
  void abortConnection_stopsTheProducer() {
    transport.registerProducer(new Push());
    transport.abortConnection();
    clock.advance(Duration.ZERO);

    assertThat(protocol.isClosed()).isTrue();
    assertThat(calls).containsExactly("stop");
    assertThat(transport.hasProducer()).isFalse();
  }

  @Test
  void producer_ofAConnectionThatIsOver_isStoppedAtOnce() {
    transport.endConnection(new ConnectionDoneException("over"));
    transport.registerProducer(new Push());
    transport.registerProducer(new Pull(1));

    assertThat(calls).containsExactly("stop", "stop pull");
    assertThat(transport.hasProducer()).isFalse();
  }

  private final class Push implements PushProducer {
    @Override
    public void pauseProducing() {
      calls.add("pause");
    }

    @Override
    public void resumeProducing() {
      calls.add("resume");
    }

    @Override
    public void stopProducing() {
      calls.add("stop");
    }
  }

  private final class Pull implements PullProducer {
    private int left;

    private Pull(int left) {
      this.left = left;
    }

    @Override
    public void resumeProducing() {
      if (left == 0) {
        transport.unregisterProducer();
      } else {
        transport.write(Integer.toString(left--).getBytes(US_ASCII));
      }
    }

    @Override
    public void stopProducing() {
      calls.add("stop pull");
    }
  }
}
