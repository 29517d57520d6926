// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.protocol;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.ledger.Ledger;
import dev.assay.protocol.Protocol;
import dev.assay.protocol.framing.LineReceiver;
import java.io.IOException;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SplitSweepTest {
  private static final String STREAM = "one\r\ntwo\r\nquit\r\nmore\r\n";

  @Test
  void protocol_thatWaitsForWholeLines_passes() {
    SplitSweep.of(STREAM).check(Greeter::new, Greeter::names);
  }

  @Test
  void protocol_thatTakesChunksForLines_failsAtTheFirstCutThatShowsIt() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> SplitSweep.of("ab\ncd\n").check(Naive::new, naive -> naive.lines))
        .withMessage(
            """
            the outcome depends on how the stream is cut: cut after byte 1 of 6
              at:       "a" | "b\\ncd\\n"
                        61 | 62 0a 63 64 0a
              expected: [[ab, cd], wrote "", OPEN]
              actual:   [[a, b, cd], wrote "", OPEN]\
            """);
  }

  @Test
  void protocol_thatAnswersEachChunk_fails() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> SplitSweep.of("abc").check(Acknowledging::new, protocol -> "the same"))
        .withMessageContaining("expected: [the same, wrote \"ok\", OPEN]")
        .withMessageContaining("actual:   [the same, wrote \"okok\", OPEN]");
  }

  @Test
  void protocol_thatThrowsAfterACut_failsWithItsError() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> SplitSweep.of("abc").check(Whole::new, protocol -> ""))
        .withMessageContaining("actual:   threw java.lang.ArithmeticException: 1")
        .withCauseInstanceOf(ArithmeticException.class);
  }

  @Test
  void protocol_thatThrowsWithoutACut_failsAtOnce() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> SplitSweep.of("abcd").check(Whole::new, protocol -> ""))
        .withMessage("fails even with the stream in one piece: java.lang.ArithmeticException: 4")
        .withCauseInstanceOf(ArithmeticException.class);
  }

  @Test
  void outcome_thatIsNeverEqual_isRefused() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> SplitSweep.of(STREAM).check(Greeter::new, greeter -> new Object()))
        .withMessageStartingWith(
            "cannot be compared: with the stream in one piece the outcome is ");
  }

  @Test
  void outcome_ofArraysAndCollections_isComparedByWhatIsInIt() {
    SplitSweep.of(STREAM)
        .check(
            Greeter::new,
            greeter ->
                List.of(
                    new byte[] {1},
                    new int[] {2},
                    new String[] {"3"},
                    Map.of("4", new byte[] {5}),
                    CharBuffer.wrap("6")));
  }

  @Test
  void difference_thatOnlyBytesShow_isFound() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> SplitSweep.of("abc").check(chunks -> chunks.size() < 3))
        .withMessageStartingWith(
            "the outcome depends on how the stream is cut:"
                + " byte by byte, though no single cut makes a difference");
  }

  @Test
  void scenario_thatThrowsWhereItSaidNothing_fails() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> SplitSweep.of("abc").check(SplitSweepTest::onlyWhole))
        .withMessageContaining("expected: null")
        .withMessageContaining("actual:   threw java.io.IOException: 2");
  }

  @Test
  void scenario_getsTheStreamInAllItsCuts() {
    List<List<String>> seen = new ArrayList<>();
    SplitSweep.of("abc".getBytes(US_ASCII))
        .check(
            chunks -> {
              seen.add(chunks.stream().map(chunk -> new String(chunk, US_ASCII)).toList());
              return "the same";
            });

    assertThat(seen)
        .containsExactly(
            List.of("abc"),
            List.of("abc"),
            List.of("a", "bc"),
            List.of("ab", "c"),
            List.of("a", "b", "c"));
  }

  @Test
  void protocol_thatPauses_isGivenNoMore() {
    SplitSweep.of("a\r\nb\r\n").check(Pausing::new, Pausing::lines);
  }

  @Test
  void protocol_hearsOfTheEndOfItsConnection() {
    List<AccumulatingProtocol> made = new ArrayList<>();
    SplitSweep.of("ab")
        .check(
            () -> {
              made.add(new AccumulatingProtocol());
              return made.get(made.size() - 1);
            },
            protocol -> protocol.data().length);

    assertThat(made).hasSize(4).allMatch(AccumulatingProtocol::isClosed);
  }

  @Test
  void sweep_inATrial_leavesNothing() {
    Ledger ledger = new Ledger();
    try (Ledger.Binding binding = ledger.bind()) {
      SplitSweep.of(STREAM).check(Greeter::new, Greeter::names);
      assertThat(binding).isNotNull();
    }

    assertThat(ledger.snapshot()).isEmpty();
  }

  @Test
  void stream_thatCannotBeCut_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SplitSweep.of("a"))
        .withMessage("stream must have at least two bytes, to be cut between them: 1");
  }

  private static @Nullable Object onlyWhole(List<byte[]> chunks) throws IOException {
    if (chunks.size() > 1) {
      throw new IOException("" + chunks.size());
    }
    return null;
  }

  private static final class Greeter extends LineReceiver {
    private final List<byte[]> names = new ArrayList<>();

    private List<byte[]> names() {
      return names;
    }

    @Override
    protected void lineReceived(byte[] line) {
      names.add(line);
      sendLine("hello " + new String(line, US_ASCII));
      if (names.size() == 3) {
        transport().loseConnection();
      }
    }
  }

  private static final class Naive extends Protocol {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void dataReceived(byte[] data) {
      new String(data, US_ASCII).lines().forEach(lines::add);
    }
  }

  private static final class Acknowledging extends Protocol {
    @Override
    public void dataReceived(byte[] data) {
      transport().write("ok".getBytes(US_ASCII));
    }
  }

  private static final class Whole extends Protocol {
    @Override
    public void dataReceived(byte[] data) {
      if (data.length != 3) {
        throw new ArithmeticException("" + data.length);
      }
    }
  }

  private static final class Pausing extends LineReceiver {
    private final List<byte[]> lines = new ArrayList<>();

    private List<byte[]> lines() {
      return lines;
    }

    @Override
    protected void lineReceived(byte[] line) {
      lines.add(line);
      pauseProducing();
    }
  }
}
