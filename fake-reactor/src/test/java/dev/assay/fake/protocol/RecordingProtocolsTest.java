// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.protocol;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.ConnectionDoneException;
import dev.assay.protocol.ConnectionLostException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RecordingProtocolsTest {
  private final StringTransport transport = new StringTransport();
  private final List<Object> results = new ArrayList<>();

  @Test
  void accumulating_keepsWhatItIsTold() {
    AccumulatingProtocol protocol = new AccumulatingProtocol();
    Deferred<?> made = protocol.whenMade().addEffect(results::add);
    Deferred<?> closed = protocol.whenDisconnected().addEffect(results::add);
    assertThat(protocol.isMade()).isFalse();

    transport.connect(protocol);
    assertThat(made.isFired()).isTrue();
    assertThat(protocol.isMade()).isTrue();
    protocol.dataReceived("ab".getBytes(US_ASCII));
    protocol.dataReceived("c".getBytes(US_ASCII));
    assertThat(protocol.data(US_ASCII)).isEqualTo("abc");
    assertThat(protocol.chunks()).containsExactly("ab".getBytes(US_ASCII), "c".getBytes(US_ASCII));
    assertThat(closed.isFired()).isFalse();

    ConnectionLostException reason = new ConnectionLostException("reset");
    transport.endConnection(reason);
    assertThat(protocol.isClosed()).isTrue();
    assertThat(protocol.closedReason()).isSameAs(reason);
    assertThat(results).containsExactly(protocol, reason);
  }

  @Test
  void accumulating_askedLate_answersAtOnce() {
    AccumulatingProtocol protocol = transport.connect(new AccumulatingProtocol());
    transport.endConnection(new ConnectionDoneException("over"));

    assertThat(protocol.whenMade().isFired()).isTrue();
    assertThat(protocol.whenDisconnected().isFired()).isTrue();
  }

  @Test
  void lineSending_atOnce_sendsWhenConnected() {
    LineSendingProtocol protocol = transport.connect(LineSendingProtocol.atOnce("a", "b"));
    assertThat(transport.takeAll(US_ASCII)).isEqualTo("a\r\nb\r\n");

    protocol.dataReceived("c\r\nd\r\n".getBytes(US_ASCII));
    assertThat(protocol.received()).containsExactly("c", "d");
    assertThat(transport.value()).isEmpty();
  }

  @Test
  void lineSending_afterFirstLine_waitsForIt() {
    LineSendingProtocol protocol = transport.connect(LineSendingProtocol.afterFirstLine("a"));
    assertThat(transport.value()).isEmpty();

    protocol.dataReceived("c\r\nd\r\n".getBytes(US_ASCII));
    assertThat(transport.value(US_ASCII)).isEqualTo("a\r\n");
    assertThat(protocol.received()).containsExactly("c", "d");
  }

  @Test
  void waitUntilAllDisconnected_firesWithTheLast() {
    AccumulatingProtocol one = transport.connect(new AccumulatingProtocol());
    StringTransport other = new StringTransport();
    AccumulatingProtocol two = new AccumulatingProtocol();
    Deferred<List<ConnectionClosedException>> all = Connections.waitUntilAllDisconnected(one, two);
    all.addEffect(results::addAll);
    transport.endConnection(new ConnectionDoneException("one"));
    assertThat(results).isEmpty();

    other.connect(two);
    other.endConnection(new ConnectionLostException("two"));
    assertThat(results).extracting("message").containsExactly("one", "two");
  }

  @Test
  void waitUntilAllDisconnected_ofNobody_firesAtOnce() {
    assertThat(Connections.waitUntilAllDisconnected(List.of()).isFired()).isTrue();
  }
}
