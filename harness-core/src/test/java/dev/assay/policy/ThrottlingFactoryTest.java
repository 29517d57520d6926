// SPDX-License-Identifier: Apache-2.0
package dev.assay.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.protocol.ConnectionDoneException;
import dev.assay.protocol.ManualTransport;
import dev.assay.protocol.Protocol;
import dev.assay.protocol.PullProducer;
import dev.assay.protocol.PushProducer;
import dev.assay.protocol.RecordingProtocol;
import dev.assay.protocol.Transport;
import dev.assay.time.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class ThrottlingFactoryTest {
  private static final long PER_SECOND = 100;

  private final ManualTime time = new ManualTime();
  private final ThrottlingFactory factory =
      new ThrottlingFactory(time, peer -> new RecordingProtocol(), PER_SECOND, PER_SECOND);

  @Test
  void reading_littleAtATime_isNotHeldBack() {
    Connection connection = new Connection();

    connection.receive(9);

    assertThat(connection.requests()).isEmpty();
    assertThat(time.delayedCalls()).isEmpty();
  }

  @Test
  void reading_moreThanAllowed_isPausedForAsLongAsItMayTake() {
    Connection connection = new Connection();

    connection.receive(50);
    assertThat(connection.requests()).containsExactly("pause");

    time.advance(Duration.ofMillis(499));
    assertThat(connection.requests()).isEmpty();
    time.advance(Duration.ofMillis(1));
    assertThat(connection.requests()).containsExactly("resume");
  }

  @Test
  void reading_allConnectionsShare() {
    Connection idle = new Connection();
    Connection busy = new Connection();

    busy.receive(100);
    assertThat(idle.requests()).containsExactly("pause");
    assertThat(busy.requests()).containsExactly("pause");

    time.advance(Duration.ofSeconds(1));
    assertThat(idle.requests()).containsExactly("resume");
    assertThat(busy.requests()).containsExactly("resume");
  }

  @Test
  void reading_newConnection_isHeldBackFromTheStart() {
    new Connection().receive(100);

    assertThat(new Connection().requests()).containsExactly("pause");
  }

  @Test
  void reading_pausedByTheProtocolToo_goesOnWhenBothLetIt() {
    Connection connection = new Connection();
    connection.seen().pauseProducing();
    connection.receive(100);
    assertThat(connection.requests()).containsExactly("pause");

    time.advance(Duration.ofSeconds(1));
    assertThat(connection.requests()).isEmpty();
    connection.seen().resumeProducing();
    assertThat(connection.requests()).containsExactly("resume");
  }

  @Test
  void reading_resumedByTheProtocol_waitsForTheThrottle() {
    Connection connection = new Connection();
    connection.receive(100);
    connection.seen().pauseProducing();
    connection.seen().resumeProducing();
    assertThat(connection.requests()).containsExactly("pause");

    time.advance(Duration.ofSeconds(1));
    assertThat(connection.requests()).containsExactly("resume");
  }

  @Test
  void reading_connectionThatIsClosing_isLeftAlone() {
    Connection connection = new Connection();
    connection.receive(100);
    connection.seen().loseConnection();

    time.advance(Duration.ofSeconds(1));

    assertThat(connection.requests()).containsExactly("pause", "lose");
  }

  @Test
  void writing_pushProducer_isPaused() {
    Connection connection = new Connection();
    Producer producer = new Producer();
    connection.seen().registerProducer((PushProducer) producer);

    connection.seen().write(new byte[100]);
    assertThat(producer.takeCalls()).containsExactly("pause");
    time.advance(Duration.ofSeconds(1));
    assertThat(producer.takeCalls()).containsExactly("resume");
  }

  @Test
  void writing_pushProducer_pausedByTheTransportToo_goesOnWhenBothLetIt() {
    Connection connection = new Connection();
    Producer producer = new Producer();
    connection.seen().registerProducer((PushProducer) producer);
    connection.seen().write(new byte[100]);

    connection.transport.push().pauseProducing();
    time.advance(Duration.ofSeconds(1));
    assertThat(producer.takeCalls()).containsExactly("pause");

    connection.transport.push().resumeProducing();
    assertThat(producer.takeCalls()).containsExactly("resume");
  }

  @Test
  void writing_pushProducer_registeredLate_isPausedFromTheStart() {
    Connection connection = new Connection();
    connection.seen().write(new byte[100]);
    Producer producer = new Producer();

    connection.seen().registerProducer((PushProducer) producer);

    assertThat(producer.takeCalls()).containsExactly("pause");
  }

  @Test
  void writing_pullProducer_isAskedOnlyWhenAllowed() {
    Connection connection = new Connection();
    Producer producer = new Producer();
    connection.seen().registerProducer((PullProducer) producer);
    connection.seen().write(new byte[100]);
    assertThat(producer.takeCalls()).containsExactly("resume");

    connection.transport.pull().resumeProducing();
    assertThat(producer.takeCalls()).isEmpty();
    time.advance(Duration.ofSeconds(1));
    assertThat(producer.takeCalls()).containsExactly("resume");
  }

  @Test
  void writing_withoutAProducer_goesOut_butCounts() {
    Connection connection = new Connection();

    connection.seen().write(new byte[50]);
    connection.seen().write(new byte[50]);

    assertThat(connection.requests()).hasSize(2);
    assertThat(time.delayedCalls()).as("held back for what the first took").hasSize(1);
    Producer producer = new Producer();
    connection.seen().registerProducer((PushProducer) producer);
    time.advance(Duration.ofMillis(999));
    assertThat(producer.takeCalls()).containsExactly("pause");
    time.advance(Duration.ofMillis(1));
    assertThat(producer.takeCalls()).containsExactly("resume");
  }

  @Test
  void writing_producersTakeTurns() {
    List<String> turns = new ArrayList<>();
    List<Endless> producers =
        List.of(
            new Endless("a", new Connection(), turns),
            new Endless("b", new Connection(), turns),
            new Endless("c", new Connection(), turns));
    producers.forEach(producer -> producer.connection.seen().registerProducer(producer));

    time.advance(Duration.ofSeconds(6));

    assertThat(turns.subList(0, 6)).containsExactly("a", "b", "c", "a", "b", "c");
  }

  @Test
  void lastConnectionLost_leavesNothingArmed_butIsNotForgotten() {
    Connection connection = new Connection();
    connection.receive(100);

    connection.outer.endConnection(new ConnectionDoneException("bye"));
    assertThat(time.delayedCalls()).isEmpty();

    time.advance(Duration.ofMillis(400));
    Connection next = new Connection();
    assertThat(next.requests()).containsExactly("pause");
    time.advance(Duration.ofMillis(600));
    assertThat(next.requests()).containsExactly("resume");
  }

  @Test
  void lostConnection_producerIsNotResumed() {
    Connection survivor = new Connection();
    Connection lost = new Connection();
    Producer producer = new Producer();
    lost.seen().registerProducer((PushProducer) producer);
    survivor.seen().write(new byte[100]);

    lost.outer.endConnection(new ConnectionDoneException("bye"));
    time.advance(Duration.ofSeconds(1));

    assertThat(producer.takeCalls()).containsExactly("pause");
  }

  @Test
  void secondProducer_isRefused_andTheFirstStaysThrottled() {
    Connection connection = new Connection();
    Producer first = new Producer();
    Producer second = new Producer();
    connection.seen().registerProducer((PushProducer) first);

    assertThatThrownBy(() -> connection.seen().registerProducer((PushProducer) second))
        .isInstanceOf(IllegalStateException.class);

    connection.seen().write(new byte[100]);
    assertThat(first.takeCalls()).containsExactly("pause");
    assertThat(second.takeCalls()).isEmpty();
  }

  @Test
  void unlimited_countsNothing() {
    ThrottlingFactory free =
        new ThrottlingFactory(
            time,
            peer -> new RecordingProtocol(),
            ThrottlingFactory.UNLIMITED,
            ThrottlingFactory.UNLIMITED);
    Protocol outer = Objects.requireNonNull(free.buildProtocol(new ManualTransport().peer()));
    outer.makeConnection(new ManualTransport());

    outer.dataReceived(new byte[1 << 20]);

    assertThat(time.delayedCalls()).isEmpty();
  }

  @Test
  void limitThatIsNotPositive_isRefused() {
    assertThatThrownBy(() -> new ThrottlingFactory(time, peer -> null, 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("bytesReadPerSecond must be positive: 0");
    assertThatThrownBy(() -> new ThrottlingFactory(time, peer -> null, 1, -1))
        .hasMessage("bytesWrittenPerSecond must be positive: -1");
  }

  private final class Connection {
    private final ManualTransport transport = new ManualTransport();
    private final ProtocolWrapper wrapper;
    private final Protocol outer;

    Connection() {
      wrapper = factory.wrap(new RecordingProtocol(), transport.peer());
      outer = wrapper.outer();
      outer.makeConnection(transport);
    }

    void receive(int bytes) {
      outer.dataReceived(new byte[bytes]);
    }

    Transport seen() {
      return wrapper.inner().transport();
    }

    List<String> requests() {
      return transport.takeRequests();
    }
  }

  private static final class Producer implements PushProducer, PullProducer {
    private final List<String> calls = new ArrayList<>();

    List<String> takeCalls() {
      List<String> taken = List.copyOf(calls);
      calls.clear();
      return taken;
    }

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

  /** A producer that writes a second's worth whenever it is asked; the network takes it at once. */
  private record Endless(String name, Connection connection, List<String> turns)
      implements PullProducer {
    @Override
    public void resumeProducing() {
      turns.add(name);
      connection.seen().write(new byte[(int) PER_SECOND]);
      if (connection.transport.hasProducer()) {
        connection.transport.pull().resumeProducing();
      }
    }

    @Override
    public void stopProducing() {}
  }
}
