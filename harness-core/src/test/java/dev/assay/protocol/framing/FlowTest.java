// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol.framing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

/** What all framings do with pauses, closing, exceptions and data that arrives meanwhile. */
final class FlowTest {
  private final Lines lines = new Lines("\n", 100);

  @Test
  void pause_insideALine_holdsBackTheNextUntilResumed() {
    lines.events.on("line a", lines::pauseProducing);
    lines.feed("a\nb\n", "c\n");
    assertThat(lines.events.log).containsExactly("line a");

    lines.resumeProducing();
    assertThat(lines.events.log).containsExactly("line a", "line b", "line c");
    assertThat(lines.transport.requests).containsExactly("pauseProducing", "resumeProducing");
  }

  @Test
  void pause_thatIsOverBeforeTheLineIsDealtWith_holdsNothingBack() {
    lines.events.on(
        "line a",
        () -> {
          lines.pauseProducing();
          lines.resumeProducing();
          assertThat(lines.events.log).containsExactly("line a");
        });
    lines.feed("a\nb\n");

    assertThat(lines.events.log).containsExactly("line a", "line b");
  }

  @Test
  void pause_inEachLine_lastsUntilTheNextResume() {
    lines.events.react(event -> lines.pauseProducing());
    lines.feed("a\nb\nc\n");
    assertThat(lines.events.log).containsExactly("line a");

    lines.resumeProducing();
    assertThat(lines.events.log).containsExactly("line a", "line b");
  }

  @Test
  void pause_insideRawData_holdsBackWhatFollows() {
    lines.setRawMode();
    lines.events.on("raw a", lines::pauseProducing);
    lines.feed("a", "b", "c");
    assertThat(lines.events.log).containsExactly("raw a");

    lines.resumeProducing();
    assertThat(lines.events.log).containsExactly("raw a", "raw bc");
  }

  @Test
  void stop_deliversNothingMore() {
    lines.events.on("line a", lines::stopProducing);
    lines.feed("a\nb\n", "c\n");

    assertThat(lines.events.log).containsExactly("line a");
    assertThat(lines.transport.requests).containsExactly("stopProducing");
  }

  @Test
  void closing_insideALine_dropsTheLinesAfterIt() {
    lines.events.on("line quit", () -> lines.transport().loseConnection());
    lines.feed("a\nquit\nb\n", "c\n");

    assertThat(lines.events.log).containsExactly("line a", "line quit");
  }

  @Test
  void closing_inRawMode_dropsWhatIsHandedBack() {
    lines.setRawMode();
    lines.events.on(
        "raw x",
        () -> {
          lines.transport().abortConnection();
          lines.setLineMode(new byte[] {'b', '\n'});
        });
    lines.feed("x");

    assertThat(lines.events.log).containsExactly("raw x");
  }

  @Test
  void data_thatArrivesInsideALine_waitsForItsTurn() {
    lines.events.on(
        "line a",
        () -> {
          lines.feed("c\nd");
          assertThat(lines.events.log).containsExactly("line a");
        });
    lines.feed("a\nb\n");
    lines.feed("\n");

    assertThat(lines.events.log).containsExactly("line a", "line b", "line c", "line d");
  }

  @Test
  void exception_insideALine_leavesTheLinesAfterItForLater() {
    lines.events.on(
        "line b",
        () -> {
          throw new ArithmeticException("b");
        });

    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> lines.feed("a\nb\nc\nd"))
        .withMessage("b");
    assertThat(lines.events.log).containsExactly("line a", "line b");

    lines.feed("\n");
    assertThat(lines.events.log).containsExactly("line a", "line b", "line c", "line d");
  }
}
