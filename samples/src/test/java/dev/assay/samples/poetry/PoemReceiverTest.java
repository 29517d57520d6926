// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.poetry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Outcome;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.SplitSweep;
import dev.assay.fake.StringTransport;
import dev.assay.fake.Wire;
import dev.assay.junit.Trial;
import dev.assay.protocol.ConnectionDone;
import dev.assay.protocol.ConnectionLost;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;

/** How a poem arrives: in what pieces, and with what end. */
final class PoemReceiverTest {
  private static final String POEM = "Die Blätter fallen, fallen wie von weit,\n";

  private final PoemReceiver receiver = new PoemReceiver();

  @Trial
  Deferred<String> poem_isThereWhenTheServerHangsUp(StringTransport transport) {
    transport.connect(receiver);
    receiver.dataReceived(POEM.getBytes(UTF_8));
    assertThat(receiver.poem().isFired()).isFalse();
    transport.endConnection(new ConnectionDone("closed by the server"));

    return receiver.poem().addEffect(poem -> assertThat(poem).isEqualTo(POEM));
  }

  /** A sweep plays the same stream with a cut at every place there is, also in the letter ä. */
  @Trial
  void poem_isTheSameHoweverItIsCut() {
    SplitSweep.of(POEM).check(PoemReceiverTest::receive);
  }

  /** Half a poem is no poem: the chain goes on with the reason. */
  @Trial
  Deferred<String> poemThatIsCutOff_isAFailure(StringTransport transport) {
    transport.connect(receiver);
    receiver.dataReceived("Die Bl".getBytes(UTF_8));
    transport.endConnection(new ConnectionLost("reset by the server"));

    return receiver
        .poem()
        .addCallbacks(
            poem -> {
              throw new AssertionError("half a poem: " + poem);
            },
            lost -> assertThat(lost).hasMessage("reset by the server").toString());
  }

  @Trial
  Deferred<?> poemWithoutEnd_isAFailure(StringTransport transport) {
    transport.connect(receiver);
    receiver.dataReceived(new byte[PoemReceiver.MOST_BYTES]);
    assertThat(transport.isConnected()).isTrue();
    receiver.dataReceived(new byte[1]);
    receiver.dataReceived(new byte[1]);

    assertThat(transport.isAborting()).isTrue();
    receiver
        .poem()
        .addErrback(
            IOException.class,
            error -> assertThat(error).hasMessage("the poem has more than 100000 bytes").toString());
    return receiver.whenDisconnected();
  }

  @Trial
  Deferred<?> poemThatNobodyWants_isCutOff(StringTransport transport) {
    transport.connect(receiver);
    receiver.poem().cancel();

    assertThat(transport.isAborting()).isTrue();
    receiver.poem().addErrback(CancellationException.class, Throwable::getMessage);
    return receiver.whenDisconnected();
  }

  /** Server and client, connected by a wire that carries only what the test lets through. */
  @Trial
  void recital_reachesTheReceiver(FakeReactor reactor) {
    Recital recital = new Recital(reactor, POEM.getBytes(UTF_8), 10, Duration.ofSeconds(1));
    Wire wire = Wire.connect(receiver, recital);

    wire.toClient().hold();
    reactor.advance(Duration.ofMinutes(1));
    wire.flush();
    assertThat(receiver.poem().isFired()).isFalse();

    wire.toClient().release();
    wire.flush();
    assertThat(receiver.poem().state()).isEqualTo(new Outcome.Success<>(POEM));
  }

  @Trial
  void resetDuringTheRecital_isToldToBoth(FakeReactor reactor) {
    Recital recital = new Recital(reactor, POEM.getBytes(UTF_8), 10, Duration.ofSeconds(1));
    Wire wire = Wire.connect(receiver, recital);
    wire.flush();
    wire.reset();

    assertThat(reactor.delayedCalls()).isEmpty();
    receiver.poem().addErrback(ConnectionLost.class, Throwable::getMessage);
  }

  private static Object receive(List<byte[]> chunks) {
    PoemReceiver receiver = new PoemReceiver();
    StringTransport transport = new StringTransport();
    transport.connect(receiver);
    chunks.forEach(receiver::dataReceived);
    transport.endConnection(new ConnectionDone("closed by the server"));
    return receiver.poem().state();
  }
}
