// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.protocol;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.assay.fake.VirtualClock;
import dev.assay.protocol.ConnectionAbortedException;
import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.ConnectionDoneException;
import dev.assay.protocol.ConnectionLostException;
import dev.assay.protocol.HalfCloseable;
import dev.assay.protocol.Protocol;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class StringTransportEndTest {
  private final VirtualClock clock = new VirtualClock();
  private final StringTransport transport = new StringTransport(clock);
  private final AccumulatingProtocol protocol = new AccumulatingProtocol();

  @Test
  void connect_makesTheConnection() {
    assertThat(transport.connect(protocol)).isSameAs(protocol);
    assertThat(protocol.isMade()).isTrue();
    assertThat(protocol.transport()).isSameAs(transport);
    assertThat(transport.isConnected()).isTrue();
    assertThat(transport.state()).isEqualTo(TransportState.OPEN);
  }

  @Test
  void loseConnection_tellsOnTheNextTurn() {
    transport.connect(protocol);
    transport.loseConnection();
    transport.loseConnection();
    assertThat(protocol.isClosed()).isFalse();
    assertThat(transport.isConnected()).isFalse();
    assertThat(transport.isDisconnecting()).isTrue();
    assertThat(transport.state()).isEqualTo(TransportState.DISCONNECTING);

    clock.advance(Duration.ZERO);
    assertThat(protocol.closedReason())
        .isInstanceOf(ConnectionDoneException.class)
        .hasMessage("StringTransport 10.0.0.1:12345 -> 192.168.1.1:54321 was closed by this side");
    assertThat(transport.state()).isEqualTo(TransportState.CLOSED);
    assertThat(clock.delayedCalls()).isEmpty();
  }

  @Test
  void abortConnection_tellsThatItWasAborted() {
    transport.connect(protocol);
    transport.abortConnection();
    assertThat(transport.state()).isEqualTo(TransportState.ABORTING);
    assertThat(transport.isAborting()).isTrue();

    clock.advance(Duration.ZERO);
    assertThat(protocol.closedReason())
        .isInstanceOf(ConnectionAbortedException.class)
        .hasMessageEndingWith(" was aborted by this side");
    assertThat(transport.state()).isEqualTo(TransportState.ABORTED);
    assertThat(transport.state().isOver()).isTrue();
  }

  @Test
  void abortConnection_afterLoseConnection_aborts() {
    transport.connect(protocol);
    transport.loseConnection();
    transport.abortConnection();
    clock.advance(Duration.ZERO);

    assertThat(protocol.closedReason()).isInstanceOf(ConnectionAbortedException.class);
  }

  @Test
  void write_afterTheEndIsTold_isLost() {
    transport.connect(protocol);
    transport.loseConnection();
    transport.write("kept".getBytes(US_ASCII));
    clock.advance(Duration.ZERO);
    transport.write("lost".getBytes(US_ASCII));

    assertThat(transport.value(US_ASCII)).isEqualTo("kept");
  }

  @Test
  void atOnce_tellsInsideTheCall() {
    transport.withDisconnection(Disconnection.AT_ONCE).connect(protocol);
    transport.loseConnection();

    assertThat(protocol.closedReason()).isInstanceOf(ConnectionDoneException.class);
    transport.abortConnection();
    assertThat(transport.isAborting()).isFalse();
    assertThat(transport.state()).isEqualTo(TransportState.CLOSED);
  }

  @Test
  void atOnce_needsNoClock() {
    StringTransport bare = new StringTransport().withDisconnection(Disconnection.AT_ONCE);
    bare.connect(protocol);
    bare.abortConnection();

    assertThat(protocol.closedReason()).isInstanceOf(ConnectionAbortedException.class);
  }

  @Test
  void withoutClock_theTestTellsOfTheEnd() {
    StringTransport bare = new StringTransport();
    bare.connect(protocol);
    bare.loseConnection();
    assertThat(protocol.isClosed()).isFalse();

    bare.endConnection();
    assertThat(protocol.closedReason()).isInstanceOf(ConnectionDoneException.class);
    assertThat(bare.state()).isEqualTo(TransportState.CLOSED);
  }

  @Test
  void endConnection_asNobodyHasAsked_needsAReason() {
    transport.connect(protocol);

    assertThatIllegalStateException()
        .isThrownBy(transport::endConnection)
        .withMessage("this side has not closed the connection; pass the reason why it ends");
  }

  @Test
  void endConnection_withAReason_isThePeersDoing() {
    transport.connect(protocol);
    transport.endConnection(new ConnectionLostException("reset"));

    assertThat(protocol.closedReason()).hasMessage("reset");
    assertThat(transport.isConnected()).isFalse();
    assertThat(transport.isDisconnecting()).isFalse();
    assertThat(transport.state()).isEqualTo(TransportState.CLOSED);
    assertThatIllegalStateException()
        .isThrownBy(() -> transport.endConnection(new ConnectionDoneException("again")))
        .withMessage("the connection is over already: reset");
  }

  @Test
  void endConnection_beforeTheTurnThatWouldTell_tellsOnce() {
    transport.connect(protocol);
    transport.loseConnection();
    transport.endConnection(new ConnectionLostException("reset"));
    assertThat(clock.delayedCalls()).isEmpty();
    clock.advance(Duration.ZERO);

    assertThat(protocol.closedReason()).hasMessage("reset");
  }

  @Test
  void onNextTurn_withoutClock_isRefused() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new StringTransport().withDisconnection(Disconnection.ON_NEXT_TURN))
        .withMessage("there is no clock for the next turn; create this with a clock");
  }

  @Test
  void connect_twice_isRefused() {
    transport.connect(protocol);

    assertThatIllegalStateException()
        .isThrownBy(() -> transport.connect(new AccumulatingProtocol()))
        .withMessage("the connection is made already; create another transport");
    assertThatIllegalStateException()
        .isThrownBy(() -> transport.withDisconnection(Disconnection.NEVER))
        .withMessage("the connection is made already; choose before that when its end is reported");
  }

  @Test
  void loseConnection_thatNobodyCanBeToldOf_isRefused() {
    protocol.makeConnection(transport);

    assertThatIllegalStateException()
        .isThrownBy(transport::loseConnection)
        .withMessage(
            "no protocol can be notified that the connection ends:"
                + " make it with connect(protocol), or choose Disconnection.NEVER");
  }

  @Test
  void whatConnectionLostThrows_reachesWhoDrivesTheClock() {
    transport.connect(new Throwing());
    transport.loseConnection();

    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> clock.advance(Duration.ZERO));
  }

  @Test
  void loseWriteConnection_tellsOnTheNextTurn_andTakesNoWritesAfterThat() {
    Half half = transport.connect(new Half());
    transport.loseWriteConnection();
    transport.write("kept".getBytes(US_ASCII));
    assertThat(half.writesLost).isZero();
    assertThat(transport.isWriteDisconnecting()).isTrue();

    clock.advance(Duration.ZERO);
    transport.loseWriteConnection();
    clock.advance(Duration.ZERO);
    transport.write("lost".getBytes(US_ASCII));
    assertThat(half.writesLost).isEqualTo(1);
    assertThat(transport.value(US_ASCII)).isEqualTo("kept");
    assertThat(transport.isConnected()).isTrue();
  }

  @Test
  void loseConnection_afterLoseWriteConnection_endsBoth() {
    Half half = transport.connect(new Half());
    transport.loseWriteConnection();
    transport.loseConnection();
    clock.advance(Duration.ZERO);

    assertThat(half.isConnected()).isFalse();
    assertThat(half.writesLost).isZero();
  }

  private static final class Half extends Protocol implements HalfCloseable {
    private int writesLost;

    @Override
    public void dataReceived(byte[] data) {}

    @Override
    public void readConnectionLost() {}

    @Override
    public void writeConnectionLost() {
      writesLost++;
    }
  }

  private static final class Throwing extends Protocol {
    @Override
    public void dataReceived(byte[] data) {}

    @Override
    protected void connectionLost(ConnectionClosedException reason) {
      throw new ArithmeticException();
    }
  }
}
