// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.protocol;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.assay.fake.event.Chunking;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a test does with one direction of a wire. */
final class WireDirectionTest {
  private final List<String> log = new ArrayList<>();
  private final Talker client = Talker.plain("client", log);
  private final Talker server = Talker.plain("server", log);
  private final Wire wire = Wire.connect(client, server);
  private final WireDirection toServer = wire.toServer();

  WireDirectionTest() {
    log.clear();
  }

  @Test
  void pending_isWhatWasWrittenAndNotDelivered() {
    client.write("ab");
    client.write("c");
    assertThat(toServer.pending(US_ASCII)).isEqualTo("abc");
    assertThat(wire.toClient().pending()).isEmpty();
    assertThat(toServer)
        .hasToString("client Talker.Plain to server Talker.Plain: 3 bytes pending, \"abc\"");

    wire.flush();
    assertThat(toServer.pending()).isEmpty();
    assertThat(toServer).hasToString("client Talker.Plain to server Talker.Plain: nothing pending");
  }

  @Test
  void text_tellsOfHoldAndEnd() {
    client.transport().loseConnection();
    toServer.hold();

    assertThat(toServer)
        .hasToString(
            "client Talker.Plain to server Talker.Plain, held: nothing pending, and the end");
  }

  @Test
  void deliverOne_deliversOneChunk() {
    client.write("ab");
    client.write("c");

    assertThat(toServer.deliverOne()).isEqualTo("ab".getBytes(US_ASCII));
    assertThat(log).containsExactly("server got ab");
    assertThat(toServer.pending(US_ASCII)).isEqualTo("c");
  }

  @Test
  void deliverOne_ofNothing_isRefused() {
    assertThatIllegalStateException()
        .isThrownBy(toServer::deliverOne)
        .withMessage(
            "there is nothing to deliver from client Talker.Plain to server Talker.Plain;"
                + " it has written nothing that is pending");
  }

  @Test
  void deliverOne_toAPausedSide_isRefused() {
    client.write("a");
    server.transport().pauseProducing();

    assertThatIllegalStateException()
        .isThrownBy(toServer::deliverOne)
        .withMessage(
            "server Talker.Plain has paused its transport;"
                + " nothing can be delivered until it resumes it");
    assertThat(toServer.pending(US_ASCII)).isEqualTo("a");
  }

  @Test
  void deliverOne_toASideThatCloses_goesNowhere() {
    client.write("a");
    server.transport().loseConnection();
    toServer.deliverOne();

    assertThat(log).isEmpty();
    assertThat(toServer.pending()).isEmpty();
  }

  @Test
  void deliverOne_keepsWhatAProtocolChanges() {
    client.write("a");
    byte[] delivered = toServer.deliverOne();
    delivered[0] = 'x';

    assertThat(log).containsExactly("server got a");
  }

  @Test
  void hold_stopsOneDirectionOnly() {
    toServer.hold();
    client.write("a");
    server.write("b");
    wire.flush();
    assertThat(log).containsExactly("client got b");

    toServer.release();
    assertThat(log).containsExactly("client got b");
    wire.flush();
    assertThat(log).containsExactly("client got b", "server got a");
  }

  @Test
  void hold_leavesDeliverOneToTheTest() {
    toServer.hold();
    client.write("a");
    client.write("b");
    toServer.deliverOne();

    assertThat(wire.pump()).isFalse();
    assertThat(log).containsExactly("server got a");
  }

  @Test
  void drop_losesOneChunk() {
    client.write("a");
    client.write("b");
    client.write("c");
    toServer.deliverOne();

    assertThat(toServer.drop()).isEqualTo("b".getBytes(US_ASCII));
    wire.flush();
    assertThat(log).containsExactly("server got a", "server got c");
  }

  @Test
  void drop_ofNothing_isRefused() {
    assertThatIllegalStateException()
        .isThrownBy(toServer::drop)
        .withMessage(
            "there is nothing to drop from client Talker.Plain to server Talker.Plain;"
                + " it has written nothing that is pending");
  }

  @Test
  void drop_toAPausedSide_isAllowed() {
    client.write("a");
    server.transport().pauseProducing();
    toServer.drop();

    assertThat(toServer.pending()).isEmpty();
  }

  @Test
  void cutAfter_endsAChunkThere_whateverTheChunking() {
    toServer.chunking(Chunking.collapse());
    toServer.cutAfter(3);
    client.write("abcd");
    client.write("ef");
    wire.flush();

    assertThat(log).containsExactly("server got abc", "server got def");
  }

  @Test
  void cutAfter_countsFromWhatIsNotDelivered() {
    client.write("ab");
    wire.flush();
    toServer.cutAfter(1);
    client.write("cd");
    wire.flush();

    assertThat(log).containsExactly("server got ab", "server got c", "server got d");
  }

  @Test
  void cutAfter_beyondTheEndOfAWrite_joinsNothing() {
    toServer.cutAfter(3);
    client.write("ab");
    client.write("cd");
    wire.flush();

    assertThat(log).containsExactly("server got ab", "server got c", "server got d");
  }

  @Test
  void cutAfter_nothing_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> toServer.cutAfter(0))
        .withMessage("bytes must be positive: 0");
  }

  @Test
  void chunking_ofOneDirection_leavesTheOther() {
    assertThat(toServer.chunking(Chunking.byteByByte())).isSameAs(toServer);
    client.write("ab");
    server.write("cd");
    wire.flush();

    assertThat(log).containsExactly("server got a", "server got b", "client got cd");
  }
}
