// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.protocol;

import dev.assay.fake.event.ByteText;
import dev.assay.fake.event.Chunking;
import dev.assay.protocol.ConnectionDoneException;
import dev.assay.protocol.Protocol;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A check of one stream with every possible single cut: the outcome must not depend on the cut.
 *
 * <pre>{@code
 * SplitSweep.of("HELO me\r\nQUIT\r\n").check(Greeter::new, Greeter::names);
 * }</pre>
 *
 * <p>The scenario runs first with the stream in one piece, which determines the expected outcome;
 * then with a cut after each byte except the last; then byte by byte. The first different outcome
 * fails the test.
 *
 * @since 0.1
 */
public final class SplitSweep {
  /** The number of bytes shown on either side of a cut. */
  private static final int SHOWN = 16;

  private final byte[] stream;

  private SplitSweep(byte[] stream) {
    if (stream.length < 2) {
      throw new IllegalArgumentException(
          "stream must have at least two bytes, to be cut between them: " + stream.length);
    }
    this.stream = stream;
  }

  /** Creates a sweep over a stream. */
  public static SplitSweep of(byte[] stream) {
    return new SplitSweep(stream.clone());
  }

  /** Creates a sweep over a stream of text, in UTF-8. */
  public static SplitSweep of(String stream) {
    return new SplitSweep(stream.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Checks that a protocol interprets the stream in the same way however it is cut: that its
   * outcome is the same, and the bytes that it has written, and whether it has closed the
   * connection.
   *
   * <p>For each run, a new protocol is connected to a {@link StringTransport}, and receives the
   * stream until it pauses the transport or closes the connection. Then the outcome is determined,
   * and the connection ends.
   *
   * @param outcome returns the protocol's outcome, such as the messages that it has received;
   *     arrays and collections are compared by their contents
   * @throws AssertionError if the outcome depends on how the stream is cut
   */
  public <P extends Protocol> void check(
      Supplier<? extends P> protocols, Function<? super P, ?> outcome) {
    check(chunks -> feed(protocols.get(), outcome, chunks));
  }

  /**
   * Checks that a scenario has the same outcome however the stream is cut.
   *
   * @throws AssertionError if the outcome depends on how the stream is cut
   */
  public void check(Scenario scenario) {
    Played whole = Played.of(scenario, Chunking.collapse().cut(stream));
    if (whole.error() != null) {
      throw new AssertionError(
          "fails even with the stream in one piece: " + whole.error(), whole.error());
    }
    Played again = Played.of(scenario, Chunking.collapse().cut(stream));
    if (!again.isLike(whole)) {
      throw new AssertionError(
          "cannot be compared: with the stream in one piece the outcome is %s, and then %s"
              .formatted(whole, again));
    }
    for (int cut = 1; cut < stream.length; cut++) {
      compare(whole, Played.of(scenario, Chunking.at(cut).cut(stream)), aroundCut(cut));
    }
    compare(
        whole,
        Played.of(scenario, Chunking.byteByByte().cut(stream)),
        "byte by byte, though no single cut makes a difference");
  }

  private static void compare(Played whole, Played cut, String how) {
    if (!cut.isLike(whole)) {
      throw new AssertionError(
          """
          the outcome depends on how the stream is cut: %s
            expected: %s
            actual:   %s\
          """
              .formatted(how, whole, cut),
          cut.error());
    }
  }

  private String aroundCut(int cut) {
    byte[] before = Arrays.copyOfRange(stream, Math.max(0, cut - SHOWN), cut);
    byte[] after = Arrays.copyOfRange(stream, cut, Math.min(stream.length, cut + SHOWN));
    return """
    cut after byte %d of %d
      at:       %s | %s
                %s | %s\
    """
        .formatted(
            cut,
            stream.length,
            ByteText.quote(before),
            ByteText.quote(after),
            ByteText.hex(before),
            ByteText.hex(after));
  }

  private static <P extends Protocol> @Nullable Object feed(
      P protocol, Function<? super P, ?> outcome, List<byte[]> chunks) {
    StringTransport transport = new StringTransport();
    transport.connect(protocol);
    for (byte[] chunk : chunks) {
      if (transport.isConnected() && transport.producerState() == ProducerState.PRODUCING) {
        protocol.dataReceived(chunk);
      }
      if (transport.isDisconnecting() && !transport.state().isOver()) {
        transport.endConnection();
      }
    }
    List<@Nullable Object> all = new ArrayList<>();
    all.add(Frozen.of(outcome.apply(protocol)));
    all.add("wrote " + ByteText.quote(transport.value()));
    all.add(transport.state());
    if (!transport.state().isOver()) {
      transport.endConnection(new ConnectionDoneException("the sweep is over"));
    }
    return all;
  }

  /**
   * A scenario that runs with a stream.
   *
   * @since 0.1
   */
  @FunctionalInterface
  public interface Scenario {
    /**
     * Runs with the stream in these chunks, and returns the outcome; arrays and collections are
     * compared by their contents.
     */
    @Nullable Object play(List<byte[]> chunks) throws Exception;
  }

  /** The result of one run. */
  private record Played(@Nullable Object outcome, @Nullable Throwable error) {

    static Played of(Scenario scenario, List<byte[]> chunks) {
      try {
        return new Played(Frozen.of(scenario.play(chunks)), null);
      } catch (Throwable error) {
        return new Played(null, error);
      }
    }

    boolean isLike(Played other) {
      return error == null && Objects.equals(outcome, other.outcome);
    }

    @Override
    public String toString() {
      return error == null ? String.valueOf(outcome) : "threw " + error;
    }
  }
}
