// SPDX-License-Identifier: Apache-2.0
package dev.assay.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.protocol.ConnectionDoneException;
import dev.assay.protocol.ManualTransport;
import dev.assay.protocol.Protocol;
import dev.assay.protocol.RecordingProtocol;
import dev.assay.time.ManualTime;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class TimeoutFactoryTest {
  private static final Duration PERIOD = Duration.ofSeconds(10);
  private static final Duration ALMOST = Duration.ofSeconds(9);

  private final ManualTime time = new ManualTime();
  private final ManualTransport transport = new ManualTransport();
  private final RecordingProtocol inner = new RecordingProtocol();
  private final Protocol outer =
      Objects.requireNonNull(
          new TimeoutFactory(time, peer -> inner, PERIOD).buildProtocol(transport.peer()));

  @Test
  void idleConnection_isClosed() {
    outer.makeConnection(transport);

    time.advance(ALMOST);
    assertThat(transport.takeRequests()).isEmpty();
    time.advance(Duration.ofSeconds(1));
    assertThat(transport.takeRequests()).containsExactly("lose");
  }

  @Test
  void received_putsItOff() {
    outer.makeConnection(transport);
    time.advance(ALMOST);

    outer.dataReceived(new byte[] {1});
    time.advance(ALMOST);

    assertThat(transport.takeRequests()).isEmpty();
  }

  @Test
  void written_putsItOff() {
    outer.makeConnection(transport);
    time.advance(ALMOST);
    inner.transport().write(new byte[] {'a'});
    time.advance(ALMOST);
    inner.transport().writeSequence(List.of(new byte[] {'b'}, new byte[] {'c'}));
    time.advance(ALMOST);

    assertThat(transport.takeRequests()).containsExactly("write a", "write bc");
  }

  @Test
  void lostConnection_isForgotten() {
    outer.makeConnection(transport);
    outer.endConnection(new ConnectionDoneException("bye"));

    assertThat(time.delayedCalls()).isEmpty();
    assertThat(inner.takeEvents()).containsExactly("made", "lost ConnectionDoneException");
  }

  @Test
  void usualPeriod_isHalfAnHour() {
    Protocol usual =
        Objects.requireNonNull(
            new TimeoutFactory(time, peer -> inner).buildProtocol(transport.peer()));

    usual.makeConnection(transport);

    assertThat(time.delayedCalls()).hasToString("[PT30M]");
  }

  @Test
  void periodThatIsNotPositive_isRefused() {
    assertThatThrownBy(() -> new TimeoutFactory(time, peer -> inner, Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("period must be positive: PT-1S");
  }
}
