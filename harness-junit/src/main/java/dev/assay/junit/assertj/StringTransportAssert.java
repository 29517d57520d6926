// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.assertj;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.fake.event.ByteText;
import dev.assay.fake.protocol.ProducerState;
import dev.assay.fake.protocol.StringTransport;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about a {@link StringTransport}, which never take the written bytes.
 *
 * @since 0.1
 */
public class StringTransportAssert extends SubjectAssert<StringTransportAssert, StringTransport> {
  /** The number of bytes to show from the first difference between two texts. */
  private static final int SHOWN = 8;

  /** Makes assertions about a transport. */
  public StringTransportAssert(@Nullable StringTransport actual) {
    super(actual, StringTransportAssert.class);
  }

  /** Verifies that the bytes written, and not taken since, are exactly these. */
  public StringTransportAssert wrote(byte[] expected) {
    byte[] written = present().value();
    if (!Arrays.equals(written, expected)) {
      throw difference(
          ByteText.quote(written),
          ByteText.quote(expected),
          "to have written " + ByteText.brief(expected),
          "it wrote " + other(written, expected));
    }
    return this;
  }

  /** Verifies that the bytes written, and not taken since, are exactly this text in UTF-8. */
  public StringTransportAssert wrote(String expected) {
    return wrote(expected.getBytes(UTF_8));
  }

  /** Verifies that nothing was written, or everything written was taken. */
  public StringTransportAssert wroteNothing() {
    byte[] written = present().value();
    return expect(
        written.length == 0,
        "to have written nothing",
        () -> "it wrote " + ByteText.brief(written));
  }

  /** Verifies that neither side has ended the connection. */
  public StringTransportAssert isConnected() {
    return expect(present().isConnected(), "to be connected", this::state);
  }

  /** Verifies that this side has closed or aborted the connection, whether it is over or not. */
  public StringTransportAssert isDisconnecting() {
    return expect(present().isDisconnecting(), "to be disconnecting", this::state);
  }

  /** Verifies that this side has aborted the connection, whether it is over or not. */
  public StringTransportAssert isAborting() {
    return expect(present().isAborting(), "to be aborting", this::state);
  }

  /** Verifies that the connection is over. */
  public StringTransportAssert isDisconnected() {
    return expect(present().state().isOver(), "to be disconnected", this::state);
  }

  /** Verifies that the protocol has paused receiving. */
  public StringTransportAssert isPaused() {
    ProducerState state = present().producerState();
    return expect(
        state == ProducerState.PAUSED,
        "to be paused",
        () -> state == ProducerState.STOPPED ? "it is stopped for good" : "it is not paused");
  }

  private String state() {
    return switch (actual.state()) {
      case OPEN -> "its connection is open";
      case DISCONNECTING -> "this side has closed it, and has not been notified of its end";
      case ABORTING -> "this side has aborted it, and has not been notified of its end";
      case CLOSED -> "its connection is over";
      case ABORTED -> "its connection is over, because this side has aborted it";
    };
  }

  private static String other(byte[] written, byte[] expected) {
    if (written.length == 0) {
      return "nothing";
    }
    int at = Arrays.mismatch(written, expected);
    String text = ByteText.brief(written) + "\n  which differs from byte " + at + " on: ";
    return text + from(at, written) + " instead of " + from(at, expected);
  }

  /** Returns the first bytes from a position on, as numbers. */
  private static String from(int start, byte[] bytes) {
    if (start == bytes.length) {
      return "the end";
    }
    int end = Math.min(bytes.length, start + SHOWN);
    return ByteText.hex(Arrays.copyOfRange(bytes, start, end)) + (end < bytes.length ? " …" : "");
  }
}
