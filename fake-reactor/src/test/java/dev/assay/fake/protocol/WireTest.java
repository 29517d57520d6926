// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.protocol;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.assay.fake.event.Chunking;
import dev.assay.protocol.PullProducer;
import dev.assay.protocol.PushProducer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a round moves. */
final class WireTest {
  private final List<String> log = new ArrayList<>();
  private final Talker client = Talker.plain("client", log);
  private final Talker server = Talker.plain("server", log);

  private Wire connect() {
    Wire wire = Wire.connect(client, server);
    log.clear();
    return wire;
  }

  @Test
  void connect_connectsTheClientFirst_andDeliversNothing() {
    client.when("made", () -> client.write("hello"));
    Wire wire = Wire.connect(client, server);

    assertThat(log).containsExactly("client made", "server made");
    assertThat(wire.toServer().pending(US_ASCII)).isEqualTo("hello");
    assertThat(wire.client()).isSameAs(client.transport());
    assertThat(wire.server()).isSameAs(server.transport());
    assertThat(wire).hasToString("Wire between client Talker.Plain and server Talker.Plain");
  }

  @Test
  void transports_haveEachOthersAddresses() {
    Wire wire = connect();

    assertThat(wire.client()).hasToString("client 10.0.0.1:12345 -> 192.168.1.1:54321");
    assertThat(wire.server()).hasToString("server 192.168.1.1:54321 -> 10.0.0.1:12345");
  }

  @Test
  void pump_deliversToTheServerFirst() {
    Wire wire = connect();
    server.write("b");
    client.write("a");

    assertThat(wire.pump()).isTrue();
    assertThat(log).containsExactly("server got a", "client got b");
    assertThat(wire.pump()).isFalse();
  }

  @Test
  void pump_leavesWhatIsWrittenInItsRoundToTheNext() {
    Wire wire = connect();
    server.when("got ping", () -> server.write("pong"));
    client.write("ping");

    wire.pump();
    assertThat(log).containsExactly("server got ping");
    assertThat(wire.toClient().pending(US_ASCII)).isEqualTo("pong");
    wire.pump();
    assertThat(log).containsExactly("server got ping", "client got pong");
  }

  @Test
  void flush_pumpsUntilNothingMoves() {
    Wire wire = connect();
    server.when("got 1", () -> server.write("2"));
    client.when("got 2", () -> client.write("3"));
    server.when("got 3", server.transport()::loseConnection);
    client.write("1");
    wire.flush();

    assertThat(log)
        .containsExactly(
            "server got 1",
            "client got 2",
            "server got 3",
            "server lost ConnectionDoneException",
            "client lost ConnectionDoneException");
  }

  @Test
  void flush_beyondItsLimit_fails() {
    Wire wire = connect();
    server.when("got ping", () -> server.write("pong"));
    client.when("got pong", () -> client.write("ping"));
    client.write("ping");

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> wire.flush(5))
        .withMessage(
            """
            the wire is not at rest after 5 rounds
              client Talker.Plain to server Talker.Plain: nothing pending
              server Talker.Plain to client Talker.Plain: 4 bytes pending, "pong\"""");
  }

  @Test
  void flush_thatNeverEnds_stopsByItself() {
    Wire wire = connect();
    server.when("got ping", () -> server.write("pong"));
    client.when("got pong", () -> client.write("ping"));
    client.write("ping");

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(wire::flush)
        .withMessageStartingWith("the wire is not at rest after 1000 rounds");
  }

  @Test
  void flush_withinItsLimit_isNoFailure() {
    Wire wire = connect();
    server.when("got ping", () -> server.write("pong"));
    client.write("ping");
    wire.flush(2);

    assertThat(log).containsExactly("server got ping", "client got pong");
  }

  @Test
  void flush_withoutARound_isRefused() {
    Wire wire = connect();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> wire.flush(0))
        .withMessage("limit must be positive: 0");
  }

  @Test
  void pump_insideAProtocol_isRefused() {
    Wire wire = connect();
    server.when("got a", wire::pump);
    client.write("a");

    assertThatIllegalStateException()
        .isThrownBy(wire::pump)
        .withMessage("a protocol of this wire is being called; move bytes when it has returned");
    assertThat(log).containsExactly("server got a", "server lost ConnectionLostException");
  }

  @Test
  void pausedSide_receivesNothing_untilItResumes() {
    Wire wire = connect();
    server.when("got a", server.transport()::pauseProducing);
    client.write("a");
    client.write("b");
    wire.flush();
    assertThat(log).containsExactly("server got a");
    assertThat(wire.toServer().pending(US_ASCII)).isEqualTo("b");

    server.transport().resumeProducing();
    wire.flush();
    assertThat(log).containsExactly("server got a", "server got b");
  }

  @Test
  void chunking_cutsBothDirections() {
    Wire wire = connect().chunking(Chunking.every(2));
    client.write("abc");
    server.write("de");
    server.write("f");
    wire.pump();

    assertThat(log)
        .containsExactly("server got ab", "server got c", "client got de", "client got f");
  }

  @Test
  void collapse_joinsWhatWasWrittenBeforeTheRound() {
    Wire wire = connect().chunking(Chunking.collapse());
    client.write("a");
    client.write("b");
    server.when("got ab", () -> client.write("c"));
    wire.flush();

    assertThat(log).containsExactly("server got ab", "server got c");
  }

  @Test
  void chunkingThatAsksForTooMuch_isRefused_andNothingIsLost() {
    Wire wire = connect().chunking((position, firstWrite, available) -> available + 1);
    client.write("abc");

    assertThatIllegalStateException()
        .isThrownBy(wire::pump)
        .withMessageEndingWith(" has chosen a chunk of 4 bytes; it must have 1 to 3");
    assertThat(wire.toServer().pending(US_ASCII)).isEqualTo("abc");
  }

  @Test
  void producer_isPausedAboveTheHighWaterMark_andResumedWhenAllIsDelivered() {
    Wire wire = connect();
    List<String> calls = new ArrayList<>();
    client.transport().registerProducer(recording(calls));
    client.transport().write(new byte[65_537]);
    assertThat(calls).containsExactly("pause");

    wire.chunking(Chunking.every(65_536)).toServer().deliverOne();
    assertThat(calls).containsExactly("pause");
    wire.flush();
    assertThat(calls).containsExactly("pause", "resume");
  }

  @Test
  void pullProducer_givesAPieceARound_andIsWaitedForBeforeTheEnd() {
    Wire wire = connect();
    client.transport().registerProducer(counting(3));
    client.transport().loseConnection();
    wire.flush();

    assertThat(log)
        .containsExactly(
            "server got 3",
            "server got 2",
            "server got 1",
            "client lost ConnectionDoneException",
            "server lost ConnectionDoneException");
  }

  private PushProducer recording(List<String> calls) {
    return new PushProducer() {
      @Override
      public void pauseProducing() {
        calls.add("pause");
      }

      @Override
      public void resumeProducing() {
        calls.add("resume");
      }

      @Override
      public void stopProducing() {
        calls.add("stop");
      }
    };
  }

  private PullProducer counting(int pieces) {
    return new PullProducer() {
      private int left = pieces;

      @Override
      public void resumeProducing() {
        if (left == 0) {
          client.transport().unregisterProducer();
        } else {
          client.write("" + left--);
        }
      }

      @Override
      public void stopProducing() {}
    };
  }
}
