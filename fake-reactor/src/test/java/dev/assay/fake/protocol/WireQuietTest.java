// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When nothing is on its way. */
final class WireQuietTest {
  private final List<String> log = new ArrayList<>();
  private final Talker client = Talker.plain("client", log);
  private final Talker server = Talker.plain("server", log);
  private final Wire wire = Wire.connect(client, server);

  @Test
  void isQuiet_nothingWritten() {
    assertThat(wire.isQuiet()).isTrue();
  }

  @Test
  void isQuiet_bytesAreDelivered_again() {
    client.write("ping");
    assertThat(wire.isQuiet()).isFalse();
    wire.flush();
    assertThat(wire.isQuiet()).isTrue();
  }

  @Test
  void isQuiet_bytesAreHeld_not() {
    server.write("pong");
    wire.toClient().hold();
    wire.flush();
    assertThat(wire.isQuiet()).isFalse();
  }

  @Test
  void isQuiet_endIsHeld_not() {
    client.transport().loseConnection();
    wire.toServer().hold();
    wire.flush();
    assertThat(wire.isQuiet()).isFalse();
    assertThat(wire.toServer()).asString().endsWith(", held: nothing pending, and the end");
    wire.toServer().release();
    wire.flush();
    assertThat(wire.isQuiet()).isTrue();
  }

  @Test
  void isQuiet_receiverIsPaused_not() {
    server.transport().pauseProducing();
    client.transport().loseConnection();
    wire.flush();
    assertThat(wire.isQuiet()).isFalse();
  }

  @Test
  void isQuiet_resetIsToCome_not() {
    client.transport().abortConnection();
    wire.toServer().hold();
    wire.flush();
    assertThat(wire.isQuiet()).isFalse();
  }

  @Test
  void isQuiet_bothSidesAreReset() {
    client.write("ping");
    wire.reset();
    assertThat(wire.isQuiet()).isTrue();
  }
}
