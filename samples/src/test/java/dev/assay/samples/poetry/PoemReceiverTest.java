// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.poetry;

import static dev.assay.trial.Trials.assertNoResult;
import static dev.assay.trial.Trials.failureResultOf;
import static dev.assay.trial.Trials.successResultOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fake.VirtualClock;
import dev.assay.fake.protocol.SplitSweep;
import dev.assay.fake.protocol.StringTransport;
import dev.assay.fake.protocol.Wire;
import dev.assay.junit.Trial;
import dev.assay.protocol.ConnectionDoneException;
import dev.assay.protocol.ConnectionLostException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;

/** How a poem arrives: in what pieces, and with what end. */
final class PoemReceiverTest {
  private static final String POEM = "Die Blätter fallen, fallen wie von weit,\n";

  private final PoemReceiver receiver = new PoemReceiver();

  @Trial
  void poem_isThereWhenTheServerHangsUp(StringTransport transport) {
    transport.connect(receiver);
    receiver.dataReceived(POEM.getBytes(UTF_8));
    assertNoResult(receiver.poem());
    transport.endConnection(new ConnectionDoneException("closed by the server"));

    assertThat(successResultOf(receiver.poem())).isEqualTo(POEM);
  }

  /** A sweep plays the same stream with a cut at every place there is, also in the letter ä. */
  @Trial
  void poem_isTheSameHoweverItIsCut() {
    SplitSweep.of(POEM).check(PoemReceiverTest::receive);
  }

  /** Half a poem is no poem. */
  @Trial
  void poemThatIsCutOff_isAFailure(StringTransport transport) {
    transport.connect(receiver);
    receiver.dataReceived("Die Bl".getBytes(UTF_8));
    transport.endConnection(new ConnectionLostException("reset by the server"));

    assertThat(failureResultOf(receiver.poem(), ConnectionLostException.class))
        .hasMessage("reset by the server");
  }

  @Trial
  void poemWithoutEnd_isAFailure(StringTransport transport) {
    transport.connect(receiver);
    receiver.dataReceived(new byte[PoemReceiver.MOST_BYTES]);
    assertThat(transport.isConnected()).isTrue();
    receiver.dataReceived(new byte[1]);
    receiver.dataReceived(new byte[1]);

    assertThat(transport.isAborting()).isTrue();
    assertThat(failureResultOf(receiver.poem(), IOException.class))
        .hasMessage("the poem has more than 100000 bytes");
  }

  @Trial
  void poemThatNobodyWants_isCutOff(StringTransport transport) {
    transport.connect(receiver);
    receiver.poem().cancel();

    assertThat(transport.isAborting()).isTrue();
    failureResultOf(receiver.poem(), CancellationException.class);
  }

  /** Server and client, connected by a wire that carries only what the test lets through. */
  @Trial
  void recital_reachesTheReceiver(VirtualClock clock) {
    Wire wire = Wire.connect(receiver, recital(clock));
    wire.toClient().hold();
    clock.advance(Duration.ofMinutes(1));
    wire.flush();
    assertNoResult(receiver.poem());

    wire.toClient().release();
    wire.flush();
    assertThat(successResultOf(receiver.poem())).isEqualTo(POEM);
  }

  @Trial
  void resetDuringTheRecital_isToldToBoth(VirtualClock clock) {
    Wire wire = Wire.connect(receiver, recital(clock));
    wire.flush();
    wire.reset();

    assertThat(clock.delayedCalls()).isEmpty();
    failureResultOf(receiver.poem(), ConnectionLostException.class);
  }

  private static Recital recital(VirtualClock clock) {
    return new Recital(clock, POEM.getBytes(UTF_8), 10, Duration.ofSeconds(1));
  }

  private static Object receive(List<byte[]> chunks) {
    PoemReceiver receiver = new PoemReceiver();
    StringTransport transport = new StringTransport();
    transport.connect(receiver);
    chunks.forEach(receiver::dataReceived);
    transport.endConnection(new ConnectionDoneException("closed by the server"));
    return receiver.poem().state();
  }
}
