// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.poetry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.fake.FakeReactor;
import dev.assay.fake.VirtualClock;
import dev.assay.fake.protocol.AccumulatingProtocol;
import dev.assay.fake.protocol.StringTransport;
import dev.assay.fake.protocol.Wire;
import dev.assay.junit.Trial;
import dev.assay.protocol.ConnectionDoneException;
import dev.assay.protocol.ConnectionLostException;
import dev.assay.protocol.Protocol;
import java.time.Duration;

/**
 * One side of a connection, and the test is the other: a {@link StringTransport} keeps what is
 * written, and tells whatever the test wants told.
 */
final class RecitalTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Trial
  void poem_isSaidAFewBytesAtATime(VirtualClock clock, StringTransport transport) {
    transport.connect(recital(clock, "Tyger Tyger", 4));
    assertThat(transport.takeAll(UTF_8)).isEqualTo("Tyge");

    clock.advance(Duration.ofMillis(999));
    assertThat(transport.takeAll(UTF_8)).isEmpty();
    clock.advance(Duration.ofMillis(1));
    assertThat(transport.takeAll(UTF_8)).isEqualTo("r Ty");
    assertThat(transport.isDisconnecting()).isFalse();
    clock.advance(SECOND);
    assertThat(transport.takeAll(UTF_8)).isEqualTo("ger");
    assertThat(transport.isDisconnecting()).isTrue();
  }

  @Trial
  void emptyPoem_isOverAtOnce(VirtualClock clock, StringTransport transport) {
    transport.connect(recital(clock, "", 4));

    assertThat(transport.writes()).isEmpty();
    assertThat(transport.isDisconnecting()).isTrue();
  }

  /** If the looping call ran on for nobody, the trial would fail: it would be left pending. */
  @Trial
  void listenerWhoLeaves_endsTheRecital(VirtualClock clock, StringTransport transport) {
    transport.connect(recital(clock, "Tyger Tyger", 1));
    clock.advance(SECOND);
    transport.endConnection(new ConnectionLostException("reset by the listener"));
    clock.advance(SECOND);

    assertThat(transport.value(UTF_8)).isEqualTo("Ty");
  }

  /** Such as {@code nc} with nothing to send: a wire shows what becomes of both sides. */
  @Trial
  void listenerWhoEndsTheirSide_hearsTheRest(VirtualClock clock) {
    AccumulatingProtocol listener = new AccumulatingProtocol();
    Wire wire = Wire.connect(listener, recital(clock, "Tyger Tyger", 4));
    listener.transport().loseWriteConnection();
    wire.flush();
    clock.advance(SECOND.multipliedBy(2));
    wire.flush();

    assertThat(listener.data(UTF_8)).isEqualTo("Tyger Tyger");
    assertThat(listener.closedReason()).isInstanceOf(ConnectionDoneException.class);
  }

  @Trial
  void listenerWhoTalks_isNotHeard(VirtualClock clock, StringTransport transport) {
    Recital recital = transport.connect(recital(clock, "Tyger", 3));
    recital.dataReceived("louder!".getBytes(UTF_8));
    clock.advance(SECOND);

    assertThat(transport.value(UTF_8)).isEqualTo("Tyger");
  }

  /** A transport that holds more than 65,536 bytes asks its producer to wait. */
  @Trial
  void slowListener_isWaitedFor(VirtualClock clock, StringTransport transport) {
    transport.connect(recital(clock, "o".repeat(70_001), 70_000));
    clock.advance(SECOND.multipliedBy(5));
    assertThat(transport.value()).hasSize(70_000);

    transport.clear();
    clock.advance(SECOND);
    assertThat(transport.value()).hasSize(1);
    assertThat(transport.isDisconnecting()).isTrue();
  }

  @Trial
  void server_recitesToEachListenerFromTheBeginning(FakeReactor reactor) {
    PoetryServer server = new PoetryServer(reactor, "Tyger", 1, SECOND);
    StringTransport early = new StringTransport(reactor);
    StringTransport late = new StringTransport(reactor);
    early.connect(listener(server, early));
    reactor.advance(SECOND);
    late.connect(listener(server, late));
    reactor.advance(SECOND);

    assertThat(early.value(UTF_8)).isEqualTo("Tyg");
    assertThat(late.value(UTF_8)).isEqualTo("Ty");
    early.endConnection(new ConnectionDoneException("the listener left"));
    late.endConnection(new ConnectionDoneException("the listener left"));
  }

  @Trial
  void stepOfNothing_isRefused(VirtualClock clock) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PoetryServer(clock, "Tyger", 0, SECOND))
        .withMessage("step must be positive: 0");
  }

  private static Recital recital(VirtualClock clock, String poem, int step) {
    return new Recital(clock, poem.getBytes(UTF_8), step, SECOND);
  }

  private static Protocol listener(PoetryServer server, StringTransport transport) {
    return server.buildProtocol(transport.peer());
  }
}
