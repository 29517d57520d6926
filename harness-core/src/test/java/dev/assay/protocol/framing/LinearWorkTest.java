// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol.framing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Counts the bytes that are copied or looked at while a megabyte is received. */
final class LinearWorkTest {
  private static final int MEGABYTE = 1 << 20;

  /** Copies and looks for each byte received. A quadratic receiver needs half a million. */
  private static final int WORK_PER_BYTE = 8;

  static Stream<Case> cases() {
    String longLine = "x".repeat(MEGABYTE - 2) + "\r\n";
    return Stream.of(
        new Case("one line", lines(), longLine, 1),
        new Case("one line, and nearly its delimiter", lines(), "\r".repeat(MEGABYTE) + "\n", 1),
        new Case("short lines", lines(), "12345678901234\r\n".repeat(MEGABYTE / 16), 65_536),
        new Case("empty lines", lines(), "\r\n".repeat(MEGABYTE / 2), MEGABYTE / 2),
        new Case("one netstring", strings(), MEGABYTE + ":" + "x".repeat(MEGABYTE) + ",", 1),
        new Case("short netstrings", strings(), "1:x,".repeat(MEGABYTE / 4), MEGABYTE / 4),
        new Case("one int8", ints(IntStrings.INT8), framed(IntStrings.INT8, 255), 4_096),
        new Case("short int16", ints(IntStrings.INT16), framed(IntStrings.INT16, 6), 131_072),
        new Case("one int32", ints(IntStrings.INT32), framed(IntStrings.INT32, MEGABYTE - 4), 1),
        new Case("short int32", ints(IntStrings.INT32), framed(IntStrings.INT32, 4), 131_072));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void inOnePiece_workIsLinear(Case each) {
    check(each, each.stream().length());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void byteByByte_workIsLinear(Case each) {
    check(each, 1);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void inPiecesOfAPrimeLength_workIsLinear(Case each) {
    check(each, 1_009);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whilePaused_workIsLinear(Case each) {
    FramedReceiver receiver = each.maker().make(each.events());
    receiver.pauseProducing();
    feed(receiver, each.stream(), 100);
    receiver.resumeProducing();

    assertThat(each.events().log).hasSize(each.messages());
    assertThat(receiver.buffer().work()).isLessThan((long) WORK_PER_BYTE * each.stream().length());
  }

  private static void check(Case each, int chunk) {
    FramedReceiver receiver = each.maker().make(each.events());
    feed(receiver, each.stream(), chunk);

    assertThat(each.events().log).hasSize(each.messages());
    assertThat(receiver.buffer().work()).isPositive();
  }

  /** Gives up as soon as there is too much work: all of it would take hours. */
  private static void feed(FramedReceiver receiver, String stream, int chunk) {
    byte[] bytes = stream.getBytes(ISO_8859_1);
    for (int fed = chunk; fed < bytes.length + chunk; fed += chunk) {
      int end = Math.min(bytes.length, fed);
      receiver.dataReceived(Arrays.copyOfRange(bytes, fed - chunk, end));
      if (receiver.buffer().work() > (long) WORK_PER_BYTE * end) {
        fail("%,d bytes copied or looked at, of %,d received", receiver.buffer().work(), end);
      }
    }
  }

  private static Maker lines() {
    return events -> {
      Lines lines = new Lines("\r\n", 2 * MEGABYTE);
      lines.events.react(events.log::add);
      return lines;
    };
  }

  private static Maker strings() {
    return events -> {
      Netstrings strings = new Netstrings(2 * MEGABYTE);
      strings.events.react(events.log::add);
      return strings;
    };
  }

  private static Maker ints(IntStrings kind) {
    return events -> {
      IntStringReceiver receiver = kind.make(events, 2 * MEGABYTE);
      receiver.makeConnection(new TestTransport());
      return receiver;
    };
  }

  /** Returns about a megabyte of strings of one length. */
  private static String framed(IntStrings kind, int length) {
    String one = kind.frame("x".repeat(length));
    return one.repeat(MEGABYTE / one.length());
  }

  @FunctionalInterface
  interface Maker {
    FramedReceiver make(Events events);
  }

  record Case(String name, Maker maker, String stream, int messages, Events events) {
    Case(String name, Maker maker, String stream, int messages) {
      this(name, maker, stream, messages, new Events());
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
