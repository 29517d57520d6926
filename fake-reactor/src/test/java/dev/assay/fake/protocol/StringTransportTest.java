// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StringTransportTest {
  private final StringTransport transport = new StringTransport();

  @Test
  void writes_areKeptWithTheirBoundaries() {
    transport.write(bytes("ab"));
    transport.write(bytes(""));
    transport.writeSequence(List.of(bytes("c"), bytes("d")));

    assertThat(transport.value()).isEqualTo(bytes("abcd"));
    assertThat(transport.writes()).containsExactly(bytes("ab"), bytes("cd"));
    assertThat(transport.writes(US_ASCII)).containsExactly("ab", "cd");
  }

  @Test
  void text_isReadInTheCharsetThatIsAsked() {
    transport.write("é".getBytes(UTF_8));

    assertThat(transport.value(UTF_8)).isEqualTo("é");
    assertThat(transport.value(ISO_8859_1)).isEqualTo("\u00c3\u00a9");
    assertThat(transport.takeAll(UTF_8)).isEqualTo("é");
  }

  @Test
  void write_copiesItsBytes_andSoDoesWhoLooks() {
    byte[] data = bytes("ab");
    transport.write(data);
    data[0] = 'x';
    transport.writes().get(0)[0] = 'y';
    transport.value()[0] = 'z';

    assertThat(transport.value()).isEqualTo(bytes("ab"));
  }

  @Test
  void takeAll_leavesNothing() {
    transport.write(bytes("ab"));

    assertThat(transport.takeAll()).isEqualTo(bytes("ab"));
    assertThat(transport.value()).isEmpty();
    transport.write(bytes("c"));
    transport.clear();
    assertThat(transport.writes()).isEmpty();
  }

  @Test
  void write_afterLoseConnection_isKept() {
    transport.loseConnection();
    transport.write(bytes("a"));
    transport.abortConnection();
    transport.write(bytes("b"));

    assertThat(transport.value(US_ASCII)).isEqualTo("ab");
  }

  @Test
  void addresses_areTheKnownOnesUnlessSet() {
    assertThat(transport.host()).isEqualTo(new InetSocketAddress("10.0.0.1", 12_345));
    assertThat(transport.peer()).isEqualTo(new InetSocketAddress("192.168.1.1", 54_321));

    InetSocketAddress host = InetSocketAddress.createUnresolved("here", 1);
    InetSocketAddress peer = InetSocketAddress.createUnresolved("there", 2);
    transport.withAddresses(host, peer);
    assertThat(transport.host()).isEqualTo(host);
    assertThat(transport.peer()).isEqualTo(peer);
    assertThat(transport).hasToString("StringTransport here:1 -> there:2");
  }

  @Test
  void options_areThoseOfAConnection() {
    assertThat(transport.option(StandardSocketOptions.TCP_NODELAY)).isFalse();
    transport.setOption(StandardSocketOptions.TCP_NODELAY, true);
    assertThat(transport.option(StandardSocketOptions.TCP_NODELAY)).isTrue();

    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> transport.option(StandardSocketOptions.IP_MULTICAST_LOOP))
        .withMessageContaining("IP_MULTICAST_LOOP");
  }

  @Test
  void producing_isWhatTheProtocolAsksFor() {
    assertThat(transport.producerState()).isEqualTo(ProducerState.PRODUCING);
    transport.pauseProducing();
    assertThat(transport.producerState()).isEqualTo(ProducerState.PAUSED);
    transport.resumeProducing();
    assertThat(transport.producerState()).isEqualTo(ProducerState.PRODUCING);
    transport.stopProducing();
    transport.stopProducing();
    assertThat(transport.producerState()).isEqualTo(ProducerState.STOPPED);
    assertThat(transport.isConnected()).isTrue();
  }

  @Test
  void producing_afterStop_isRefused() {
    transport.stopProducing();

    assertThatIllegalStateException()
        .isThrownBy(transport::resumeProducing)
        .withMessage("this was stopped for good; it is too late to resume");
    assertThatIllegalStateException()
        .isThrownBy(transport::pauseProducing)
        .withMessage("this was stopped for good; it is too late to pause");
  }

  @Test
  void producing_afterLoseConnection_isRefusedUnlessLenient() {
    transport.loseConnection();

    assertThatIllegalStateException()
        .isThrownBy(transport::pauseProducing)
        .withMessage(
            "this side has closed the connection;"
                + " it is too late to pause, unless the transport is made lenient()");
    assertThatIllegalStateException().isThrownBy(transport::resumeProducing);
    transport.stopProducing();
    assertThat(transport.producerState()).isEqualTo(ProducerState.STOPPED);
  }

  @Test
  void lenient_allowsToPauseAndResumeAfterLoseConnection() {
    transport.lenient().loseConnection();
    transport.pauseProducing();
    assertThat(transport.producerState()).isEqualTo(ProducerState.PAUSED);
    transport.resumeProducing();
    assertThat(transport.producerState()).isEqualTo(ProducerState.PRODUCING);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(US_ASCII);
  }
}
