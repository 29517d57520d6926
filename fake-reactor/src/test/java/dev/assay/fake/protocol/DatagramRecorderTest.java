// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.protocol;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.assay.fake.event.Datagram;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

final class DatagramRecorderTest {
  private static final InetSocketAddress HERE = InetSocketAddress.createUnresolved("here", 1);
  private static final InetSocketAddress THERE = InetSocketAddress.createUnresolved("there", 2);

  private final DatagramRecorder port = new DatagramRecorder();
  private final AccumulatingDatagramProtocol protocol = new AccumulatingDatagramProtocol();

  @Test
  void open_startsTheProtocol() {
    assertThat(port.open(protocol)).isSameAs(protocol);
    assertThat(protocol.isStarted()).isTrue();
    assertThat(protocol.transport()).isSameAs(port);
    assertThatIllegalStateException()
        .isThrownBy(() -> port.open(protocol))
        .withMessage("the port is open already; create another");
  }

  @Test
  void sent_isKeptWithItsAddress() {
    byte[] data = bytes("ping");
    port.write(data, THERE);
    data[0] = 'x';

    assertThat(port.sent()).containsExactly(new Datagram(bytes("ping"), THERE));
    assertThat(port.sent()).hasToString("[\"ping\" with there:2]");
    assertThat(port.takeAll()).hasSize(1);
    assertThat(port.sent()).isEmpty();
  }

  @Test
  void received_isKeptWithItsAddress() {
    port.open(protocol).datagramReceived(bytes("pong"), THERE);
    protocol.connectionRefused();

    assertThat(protocol.received()).containsExactly(new Datagram(bytes("pong"), THERE));
    assertThat(protocol.received().get(0).data(US_ASCII)).isEqualTo("pong");
    assertThat(protocol.refusals()).isEqualTo(1);
  }

  @Test
  void connected_sendsToItsPeerOnly() {
    port.connect(THERE);
    port.write(bytes("a"));
    port.write(bytes("b"), THERE);

    assertThat(port.peer()).isEqualTo(THERE);
    assertThat(port.sent())
        .containsExactly(new Datagram(bytes("a"), THERE), new Datagram(bytes("b"), THERE));
    assertThatIllegalStateException()
        .isThrownBy(() -> port.write(bytes("c"), HERE))
        .withMessage("this port is connected to there:2; it cannot send to here:1");
    assertThatIllegalStateException()
        .isThrownBy(() -> port.connect(HERE))
        .withMessage("this port is connected already, to there:2");
  }

  @Test
  void notConnected_needsAnAddress() {
    assertThatIllegalStateException()
        .isThrownBy(() -> port.write(bytes("a")))
        .withMessage("this port is connected to no address; connect it, or say where to send");
  }

  @Test
  void stopListening_tellsTheProtocolOnceAndSendsNoMore() {
    port.open(protocol);
    assertThat(port.stopListening().isFired()).isTrue();
    assertThat(port.stopListening().isFired()).isTrue();

    assertThat(protocol.isStopped()).isTrue();
    assertThat(port.isClosed()).isTrue();
    assertThatIllegalStateException()
        .isThrownBy(() -> port.write(bytes("a"), THERE))
        .withMessage("this port is closed; nothing can be sent any more");
  }

  @Test
  void host_isTheKnownOneUnlessSet() {
    assertThat(port.host()).isEqualTo(new InetSocketAddress("10.0.0.1", 12_345));
    assertThat(port).hasToString("DatagramRecorder 10.0.0.1:12345");
    assertThat(port.withHost(HERE).host()).isEqualTo(HERE);
  }

  @Test
  void datagrams_areEqualIfTheyHoldTheSame() {
    Datagram ping = new Datagram(bytes("ping"), HERE);

    assertThat(ping)
        .isEqualTo(new Datagram(bytes("ping"), HERE))
        .hasSameHashCodeAs(new Datagram(bytes("ping"), HERE))
        .isNotEqualTo(new Datagram(bytes("ping"), THERE))
        .isNotEqualTo(new Datagram(bytes("pong"), HERE));
    ping.data()[0] = 'x';
    assertThat(ping.data()).isEqualTo(bytes("ping"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(US_ASCII);
  }
}
