// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.assertj;

import static dev.assay.junit.assertj.AssayAssertions.assertThat;
import static dev.assay.junit.assertj.Failing.failure;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fake.protocol.AccumulatingProtocol;
import dev.assay.fake.protocol.StringTransport;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/** Which assertions about transports hold. */
final class StringTransportAssertTest {
  private final StringTransport transport = new StringTransport();

  private void write(String text) {
    transport.write(text.getBytes(UTF_8));
  }

  @Test
  void wrote_isAllThatWasWritten() {
    write("HE");
    write("LO");
    assertThat(transport).wrote("HELO").wrote(new byte[] {'H', 'E', 'L', 'O'});
    failure(() -> assertThat(transport).wrote("HE"));
    failure(() -> assertThat(transport).wrote("HELO\n"));
    failure(() -> assertThat(transport).wrote(""));
    failure(() -> assertThat(transport).wroteNothing());
  }

  @Test
  void wrote_text_isInUtf8() {
    write("h\u00e9");
    assertThat(transport).wrote("h\u00e9").wrote(new byte[] {'h', (byte) 0xc3, (byte) 0xa9});
  }

  @Test
  void wrote_taken_isNotThereAnyMore() {
    assertThat(transport).wroteNothing();
    write("HELO");
    transport.takeAll();
    assertThat(transport).wroteNothing().wrote("");
  }

  @Test
  void wrote_otherwise_isADifference() {
    write("HELO\n");
    AssertionError failure = failure(() -> assertThat(transport).wrote("EHLO"));
    assertThat(failure).isInstanceOf(AssertionFailedError.class);
    AssertionFailedError difference = (AssertionFailedError) failure;
    assertThat(difference.getActual().getValue()).isEqualTo("\"HELO\\n\"");
    assertThat(difference.getExpected().getValue()).isEqualTo("\"EHLO\"");
  }

  @Test
  void states_open() {
    assertThat(transport).isConnected();
    failure(() -> assertThat(transport).isDisconnecting());
    failure(() -> assertThat(transport).isAborting());
    failure(() -> assertThat(transport).isDisconnected());
  }

  @Test
  void states_closed() {
    transport.connect(new AccumulatingProtocol());
    transport.loseConnection();
    assertThat(transport).isDisconnecting();
    failure(() -> assertThat(transport).isConnected());
    failure(() -> assertThat(transport).isAborting());
    failure(() -> assertThat(transport).isDisconnected());
    transport.endConnection();
    assertThat(transport).isDisconnected().isDisconnecting();
  }

  @Test
  void states_aborted() {
    transport.connect(new AccumulatingProtocol());
    transport.abortConnection();
    assertThat(transport).isAborting().isDisconnecting();
    failure(() -> assertThat(transport).isDisconnected());
    transport.endConnection();
    assertThat(transport).isDisconnected().isAborting();
    failure(() -> assertThat(transport).isConnected());
  }

  @Test
  void isPaused_betweenPauseAndResume() {
    failure(() -> assertThat(transport).isPaused());
    transport.pauseProducing();
    assertThat(transport).isPaused();
    transport.resumeProducing();
    failure(() -> assertThat(transport).isPaused());
    transport.stopProducing();
    assertThat(failure(() -> assertThat(transport).isPaused()))
        .hasMessageEndingWith("but it is stopped for good");
  }
}
