// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.deferred.Deferred;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProtocolTest {
  private final List<Object> log = new ArrayList<>();
  private final ConnectionDoneException reason = new ConnectionDoneException("over");

  @Test
  void whenDisconnected_firesAfterConnectionLost_forAllWhoAsked() {
    Logging protocol = new Logging();
    protocol.whenDisconnected().addEffect(log::add);
    protocol.whenDisconnected().addEffect(log::add);
    protocol.endConnection(reason);

    assertThat(log).containsExactly("lost", reason, reason);
  }

  @Test
  void whenDisconnected_askedLate_hasFired() {
    Logging protocol = new Logging();
    protocol.endConnection(reason);
    protocol.whenDisconnected().addEffect(log::add);

    assertThat(log).containsExactly("lost", reason);
  }

  @Test
  void whenDisconnected_firesEvenIfConnectionLostThrows() {
    Protocol protocol =
        new Protocol() {
          @Override
          public void dataReceived(byte[] data) {}

          @Override
          protected void connectionLost(ConnectionClosedException why) {
            throw new ArithmeticException();
          }
        };
    Deferred<ConnectionClosedException> end = protocol.whenDisconnected();

    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> protocol.endConnection(reason));
    assertThat(end.isFired()).isTrue();
  }

  private final class Logging extends Protocol {
    @Override
    public void dataReceived(byte[] data) {}

    @Override
    protected void connectionLost(ConnectionClosedException why) {
      log.add("lost");
    }
  }
}
