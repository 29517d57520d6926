// SPDX-License-Identifier: Apache-2.0
package dev.assay.policy;

import static dev.assay.deferred.Fired.failure;
import static dev.assay.deferred.Fired.success;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.deferred.Deferred;
import dev.assay.protocol.ManualTransport;
import dev.assay.protocol.PullProducer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

final class FileSenderTest {
  private static final int PIECE = 16 * 1024;

  private final ManualTransport transport = new ManualTransport();

  @Test
  void send_writesPieceByPiece_asAsked() {
    Deferred<Long> sent = send(2 * PIECE + 1);

    assertThat(lengths()).containsExactly(PIECE);
    transport.pull().resumeProducing();
    assertThat(lengths()).containsExactly(PIECE);
    transport.pull().resumeProducing();
    assertThat(lengths()).containsExactly(1);
    assertThat(sent.isFired()).isFalse();

    transport.pull().resumeProducing();
    assertThat(success(sent)).isEqualTo(2 * PIECE + 1L);
    assertThat(transport.hasProducer()).isFalse();
  }

  @Test
  void send_emptyStream_isOverAtOnce() {
    Deferred<Long> sent = FileSender.send(new ByteArrayInputStream(new byte[0]), transport);

    assertThat(success(sent)).isZero();
    assertThat(lengths()).isEmpty();
  }

  @Test
  void send_streamFails_failsWithThat() {
    IOException error = new IOException("bad sector");
    Deferred<Long> sent = FileSender.send(new BrokenStream(error), transport);

    assertThat(failure(sent)).isSameAs(error);
    assertThat(transport.hasProducer()).isFalse();
  }

  @Test
  void send_connectionEnds_failsAndSaysHowFarItCame() {
    Deferred<Long> sent = send(PIECE + 1);

    transport.pull().stopProducing();

    assertThat(failure(sent))
        .isInstanceOf(IOException.class)
        .hasMessage("the connection ended after 16384 bytes were written");
  }

  @Test
  void cancel_stopsTheSending() {
    Deferred<Long> sent = send(PIECE + 1);

    sent.cancel();

    assertThat(failure(sent)).isInstanceOf(CancellationException.class);
    assertThat(transport.hasProducer()).isFalse();
  }

  @Test
  void stop_afterTheEnd_changesNothing() {
    Deferred<Long> sent = send(PIECE);
    PullProducer producer = transport.pull();
    producer.resumeProducing();

    producer.stopProducing();

    assertThat(success(sent)).isEqualTo(PIECE);
  }

  @Test
  void send_besideAnotherProducer_isRefused() {
    Deferred<Long> first = send(PIECE);

    assertThatThrownBy(() -> send(1)).isInstanceOf(IllegalStateException.class);
    assertThat(first.isFired()).isFalse();
  }

  private Deferred<Long> send(int length) {
    return FileSender.send(new ByteArrayInputStream(new byte[length]), transport);
  }

  private List<Integer> lengths() {
    return transport.takeRequests().stream()
        .map(request -> request.length() - "write ".length())
        .toList();
  }

  private static final class BrokenStream extends InputStream {
    private final IOException error;

    BrokenStream(IOException error) {
      this.error = error;
    }

    @Override
    public int read() throws IOException {
      throw error;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      throw error;
    }
  }
}
