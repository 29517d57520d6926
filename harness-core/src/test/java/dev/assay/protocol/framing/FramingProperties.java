// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol.framing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.protocol.Protocol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** What a stream means does not depend on how it is cut, and what is sent is what arrives. */
final class FramingProperties {
  private static final int MAX_LENGTH = 8;
  private static final int RAW_LENGTH = 5;
  private static final byte[] CRLF = {'\r', '\n'};

  /** Lengths of chunks, used again and again until the stream is over. */
  @Provide
  Arbitrary<List<Integer>> cuts() {
    return Arbitraries.integers().between(1, 12).list().ofMinSize(1).ofMaxSize(10);
  }

  @Provide
  Arbitrary<String> lineStreams() {
    return joined("\r\n", "\r\n", "\r", "\n", "a", "bb", "\u00ff", "\r\nRAW\r\n", "\r\nQUIT\r\n");
  }

  @Provide
  Arbitrary<String> netstringStreams() {
    return joined("1:a,", "0:,", "8:1:a,2:b,", "3:", "xx,", "9", "0", ",", "4:QUIT,");
  }

  /** Streams of strings that may be too long, or cut off, or framed in another width. */
  @Provide
  Arbitrary<String> intStreams() {
    Arbitrary<String> strings =
        Arbitraries.of("", "a", "\u0000\u0001", "12345678", "123456789", "QUIT");
    return Arbitraries.of(IntStrings.class)
        .flatMap(kind -> strings.map(kind::frame).list().ofMaxSize(12))
        .map(frames -> String.join("", frames));
  }

  @Property
  void lines_cutAnyhow_areTheSame(
      @ForAll("lineStreams") String stream, @ForAll("cuts") List<Integer> cuts) {
    sameHoweverCut(stream, cuts, FramingProperties::lines);
  }

  @Property
  void onlyLines_cutAnyhow_areTheSame(
      @ForAll("lineStreams") String stream, @ForAll("cuts") List<Integer> cuts) {
    sameHoweverCut(stream, cuts, FramingProperties::onlyLines);
  }

  @Property
  void netstrings_cutAnyhow_areTheSame(
      @ForAll("netstringStreams") String stream, @ForAll("cuts") List<Integer> cuts) {
    sameHoweverCut(stream, cuts, FramingProperties::netstrings);
  }

  @Property
  void intStrings_cutAnyhow_areTheSame(
      @ForAll("intStreams") String stream,
      @ForAll("cuts") List<Integer> cuts,
      @ForAll IntStrings kind) {
    sameHoweverCut(stream, cuts, () -> intStrings(kind));
  }

  @Property
  void pauses_anywhere_changeNothing(
      @ForAll("lineStreams") String stream, @ForAll("cuts") List<Integer> cuts) {
    Lines paused = new Lines("\r\n", 1_000);
    paused.events.react(event -> paused.pauseProducing());
    feed(stream.getBytes(ISO_8859_1), cuts, paused::dataReceived);
    for (int resumes = 0; resumes < stream.length(); resumes++) {
      paused.resumeProducing();
    }
    Lines plain = new Lines("\r\n", 1_000);
    plain.feed(stream);

    assertThat(paused.events.log).isEqualTo(plain.events.log);
  }

  @Property
  void lines_thatAreSent_arriveAsTheyWere(
      @ForAll @Size(max = 20) List<byte[]> sent, @ForAll("cuts") List<Integer> cuts) {
    List<byte[]> lines = sent.stream().filter(FramingProperties::isOneLine).toList();
    Lines receiver = new Lines("\r\n", 1_000);
    lines.forEach(receiver::sendLine);
    feed(receiver.transport.written(), cuts, receiver::dataReceived);

    assertThat(receiver.events.log).isEqualTo(texts("line ", lines));
  }

  @Property
  void netstrings_thatAreSent_arriveAsTheyWere(
      @ForAll @Size(max = 20) List<byte[]> sent, @ForAll("cuts") List<Integer> cuts) {
    Netstrings receiver = new Netstrings();
    sent.forEach(receiver::sendString);
    feed(receiver.transport.written(), cuts, receiver::dataReceived);

    assertThat(receiver.events.log).isEqualTo(texts("string ", sent));
  }

  @Property
  void intStrings_thatAreSent_arriveAsTheyWere(
      @ForAll @Size(max = 20) List<@Size(max = 255) byte[]> sent,
      @ForAll("cuts") List<Integer> cuts,
      @ForAll IntStrings kind) {
    TestTransport transport = new TestTransport();
    Events events = new Events();
    IntStringReceiver receiver = kind.make(events, 1_000);
    receiver.makeConnection(transport);
    sent.forEach(receiver::sendString);
    feed(transport.written(), cuts, receiver::dataReceived);

    assertThat(events.log).isEqualTo(texts("string ", sent));
  }

  private static void sameHoweverCut(
      String stream, List<Integer> cuts, Supplier<Subject> subjects) {
    byte[] bytes = stream.getBytes(ISO_8859_1);
    Subject whole = subjects.get();
    feed(bytes, List.of(Math.max(1, bytes.length)), whole.protocol()::dataReceived);
    Subject cut = subjects.get();
    feed(bytes, cuts, cut.protocol()::dataReceived);

    assertThat(cut.told()).isEqualTo(whole.told());
  }

  private static void feed(byte[] stream, List<Integer> cuts, Consumer<byte[]> receiver) {
    Iterator<Integer> lengths = Stream.generate(cuts::stream).flatMap(each -> each).iterator();
    for (int start = 0; start < stream.length; ) {
      int end = Math.min(stream.length, start + lengths.next());
      receiver.accept(Arrays.copyOfRange(stream, start, end));
      start = end;
    }
  }

  /** Lines that turn to a few bytes of raw data after RAW, and close the connection on QUIT. */
  private static Subject lines() {
    Lines lines = new Lines("\r\n", MAX_LENGTH);
    int[] left = {0};
    lines.events.react(
        event -> {
          if (event.equals("line RAW")) {
            left[0] = RAW_LENGTH;
            lines.setRawMode();
          } else if (event.equals("line QUIT")) {
            lines.transport.loseConnection();
          } else if (event.startsWith("raw ")) {
            String data = event.substring("raw ".length());
            int taken = Math.min(left[0], data.length());
            left[0] -= taken;
            lines.events.log.set(lines.events.log.size() - 1, "raw " + data.substring(0, taken));
            if (left[0] == 0) {
              lines.setLineMode(data.substring(taken).getBytes(ISO_8859_1));
            }
          }
        });
    return new Subject(lines, lines.events, lines.transport);
  }

  private static Subject onlyLines() {
    OnlyLines lines = new OnlyLines("\r\n", MAX_LENGTH);
    lines.events.on("line QUIT", lines.transport::loseConnection);
    return new Subject(lines, lines.events, lines.transport);
  }

  private static Subject netstrings() {
    Netstrings strings = new Netstrings(MAX_LENGTH);
    strings.events.on("string QUIT", strings.transport::loseConnection);
    return new Subject(strings, strings.events, strings.transport);
  }

  private static Subject intStrings(IntStrings kind) {
    Events events = new Events();
    TestTransport transport = new TestTransport();
    IntStringReceiver strings = kind.make(events, MAX_LENGTH);
    strings.makeConnection(transport);
    events.on("string QUIT", transport::loseConnection);
    return new Subject(strings, events, transport);
  }

  private static Arbitrary<String> joined(String... parts) {
    return Arbitraries.of(parts).list().ofMaxSize(40).map(some -> String.join("", some));
  }

  private static List<String> texts(String kind, List<byte[]> messages) {
    return messages.stream().map(data -> kind + new String(data, ISO_8859_1)).toList();
  }

  private static boolean isOneLine(byte[] line) {
    return !new String(line, ISO_8859_1).contains(new String(CRLF, ISO_8859_1));
  }

  /** A protocol under test. */
  private record Subject(Protocol protocol, Events events, TestTransport transport) {

    /**
     * Returns what the protocol was told and did. Raw data is one piece, and how much had arrived
     * of what was too long does not count: both depend on how the stream is cut.
     */
    List<String> told() {
      List<String> told = new ArrayList<>();
      String raw = "";
      for (String event : events.log) {
        if (event.startsWith("raw ")) {
          raw += event.substring("raw ".length());
        } else {
          told.add("raw " + raw);
          raw = "";
          told.add(event.startsWith("tooLong") ? "tooLong" : event);
        }
      }
      told.add("raw " + raw);
      told.addAll(transport.requests);
      return told;
    }
  }
}
