// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.poetry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Outcome;
import dev.assay.endpoint.ClientEndpoint;
import dev.assay.endpoint.Endpoints;
import dev.assay.fake.FakeNetwork;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.Fault;
import dev.assay.fake.VirtualClock;
import dev.assay.fake.event.Chunking;
import dev.assay.fake.protocol.Wire;
import dev.assay.protocol.BindFailedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds for every poem, and for every company of poets. */
final class PoetryProperties {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Property
  void poem_arrivesAsItIs_inWhateverPieces(
      @ForAll("poems") String poem,
      @ForAll @IntRange(min = 1, max = 50) int step,
      @ForAll("chunkings") Chunking chunking) {
    VirtualClock clock = new VirtualClock();
    PoemReceiver receiver = new PoemReceiver();
    Wire wire = Wire.connect(receiver, new Recital(clock, poem.getBytes(UTF_8), step, SECOND));
    wire.chunking(chunking).flush();
    while (clock.advanceToNext()) {
      wire.flush();
    }

    assertThat(receiver.poem().state()).isEqualTo(new Outcome.Success<>(poem));
  }

  @Property(tries = 300)
  void company_isHeardToTheEnd_whateverBecomesOfEach(
      @ForAll @Size(min = 1, max = 10) List<Fate> fates) throws BindFailedException {
    FakeNetwork network = new FakeNetwork();
    FakeReactor reactor = network.host("listener");
    List<ClientEndpoint> poets = new ArrayList<>();
    for (Fate fate : fates) {
      String host = "poet" + poets.size();
      fate.befall(network, host);
      poets.add(Endpoints.tcpClient(reactor, host, Fate.PORT));
    }

    Deferred<List<Outcome<String>>> all =
        new PoetryClient(reactor, Duration.ofMinutes(1)).fetchAll(poets);
    all.addEffect(
        outcomes ->
            IntStream.range(0, fates.size())
                .forEach(i -> assertThat(outcomes.get(i)).matches(fates.get(i)::fits)));
    reactor.runUntil(all);
    assertThat(all.isUnhandled()).as("%s", all).isFalse();
    assertThat(reactor.elapsed().toSeconds())
        .isEqualTo(fates.stream().mapToInt(fate -> fate.seconds).max().orElseThrow());
    reactor.advance(Duration.ZERO);
    assertThat(reactor.connections()).isEmpty();
  }

  @Provide
  Arbitrary<String> poems() {
    return Arbitraries.of("Tyger ", "ä", "☂", "🐅", "\r\n", "burning bright")
        .list()
        .map(PoetryProperties::join);
  }

  @Provide
  Arbitrary<Chunking> chunkings() {
    return Arbitraries.oneOf(
        Arbitraries.of(Chunking.identity(), Chunking.collapse()),
        Arbitraries.integers().between(1, 10).map(Chunking::every),
        Arbitraries.longs().map(Chunking::seeded));
  }

  private static String join(List<String> words) {
    return String.join("", words);
  }

  /** What becomes of a poet, and how long it takes to find out. */
  enum Fate {
    RECITES("Tyger Tyger", 10),
    REFUSES("ConnectionRefusedException", 0),
    IS_UNPLUGGED("ConnectTimedOutException", 30),
    STUMBLES("ConnectionLostException", 3),
    VANISHES("TimeoutException", 60),
    IS_CUT_OFF_FOR_A_WHILE("Tyger Tyger", 20),
    GOES_ON("TimeoutException", 60);

    static final int PORT = 10_000;

    private final String result;
    private final int seconds;

    Fate(String result, int seconds) {
      this.result = result;
      this.seconds = seconds;
    }

    void befall(FakeNetwork network, String host) throws BindFailedException {
      FakeReactor poet = network.host(host);
      if (this != REFUSES) {
        String poem = this == GOES_ON ? "and on ".repeat(50) : "Tyger Tyger";
        poet.listenTcp(PORT, new PoetryServer(poet, poem, 1, SECOND));
      }
      Duration three = SECOND.multipliedBy(3);
      switch (this) {
        case IS_UNPLUGGED -> network.strike(new Fault.Crash(host));
        case STUMBLES -> network.strikeAfter(three, new Fault.Reset("listener", host));
        case VANISHES -> network.strikeAfter(three, new Fault.Crash(host));
        case IS_CUT_OFF_FOR_A_WHILE -> {
          network.strikeAfter(three, new Fault.Partition("listener", host));
          network.strikeAfter(SECOND.multipliedBy(20), new Fault.Heal("listener", host));
        }
        default -> {}
      }
    }

    boolean fits(Outcome<String> outcome) {
      return outcome.fold(poem -> poem, error -> error.getClass().getSimpleName()).equals(result);
    }
  }
}
