// SPDX-License-Identifier: Apache-2.0
package dev.assay.jqwik;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.deferred.Deferred;
import dev.assay.fake.event.Chunking;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.constraints.Size;

/** Whether what is made is of every kind. */
final class AssayArbitrariesProperties {
  private static final int MANY = 5_000;

  private static <T> Stream<T> many(Arbitrary<T> arbitrary) {
    return arbitrary.generator(1_000).stream(new Random(1)).limit(MANY).map(Shrinkable::value);
  }

  @Example
  void callbackChains_many_doEverythingToEach() {
    String all =
        many(AssayArbitraries.callbackChains()).map(CallbackChain::toString).collect(joining("\n"));
    List<String> methods =
        List.of(
            "addCallback",
            "addErrback",
            "addBoth",
            "addCallbacks",
            "addDeferringCallback",
            "addDeferringErrback",
            "addDeferringBoth",
            "addDeferringCallbacks",
            "callback",
            "errback",
            "cancel",
            "pause",
            "unpause",
            "chainDeferred");
    for (String name : ChainText.NAMES) {
      assertThat(methods).allSatisfy(method -> assertThat(all).contains(name + "." + method + "("));
    }
    assertThat(all)
        .contains(
            "// nothing", "{ throw new IOException(", "outcome.get()", "throw error", "value3");
    assertThat(Cancels.values()).allSatisfy(how -> assertThat(all).contains("(" + how.java + ");"));
  }

  @Example
  void callbackChains_many_meetEverything() {
    String all =
        many(AssayArbitraries.callbackChains())
            .flatMap(chain -> chain.applyTo(new Deferred<>()).stream())
            .collect(joining("\n"));
    assertThat(all)
        .contains("was refused: already fired", "was refused: unpaired", "was refused: ring")
        .contains("failure ring reached", "failure cancelled reached", "failure e1 reached")
        .contains("value null reached", "value stopped reached", "failure stopped reached")
        .contains("the canceller of a ran", "the canceller of b ran")
        .contains("deferred came to value", "deferred came to failure already fired");
  }

  @Example
  void callbackChainsOfCallers_many_doEverythingButFire() {
    String all =
        many(AssayArbitraries.callbackChainsOfCallers())
            .map(CallbackChain::toString)
            .collect(joining("\n"));
    assertThat(all)
        .contains("deferred.cancel()", "deferred.pause()", "deferred.addDeferringBoth(")
        .contains("deferred.chainDeferred(a)", "a.callback(", "b.errback(")
        .doesNotContain("deferred.callback(", "deferred.errback(", "chainDeferred(deferred)");
  }

  @Example
  void chunkings_many_areOfEveryKind() {
    Set<String> kinds =
        many(AssayArbitraries.chunkings())
            .map(chunking -> chunking.toString().replaceAll("[-\\d].*", "").strip())
            .collect(toCollection(TreeSet::new));
    assertThat(kinds)
        .containsExactly(
            "byte by byte", "cut at [", "cut by seed", "every", "in one piece", "write by write");
  }

  @Property(tries = 200)
  void chunkings_ofALength_cutOnlyInside(@ForAll @Size(min = 2, max = 20) byte[] stream) {
    many(AssayArbitraries.chunkings(stream.length))
        .limit(50)
        .forEach(
            chunking -> {
              List<byte[]> chunks = chunking.cut(stream);
              assertThat(chunks.stream().mapToInt(chunk -> chunk.length).sum())
                  .isEqualTo(stream.length);
              assertThat(chunking).hasToString(textOfCuts(chunks));
            });
  }

  private static String textOfCuts(List<byte[]> chunks) {
    List<Integer> cuts = new ArrayList<>();
    int end = 0;
    for (byte[] chunk : chunks.subList(0, chunks.size() - 1)) {
      end += chunk.length;
      cuts.add(end);
    }
    return Chunking.at(cuts.stream().mapToInt(Integer::intValue).toArray()).toString();
  }

  @Example
  void chunkings_ofThreeBytes_areAllFour() {
    assertThat(many(AssayArbitraries.chunkings(3)).map(Chunking::toString))
        .contains("cut at []", "cut at [1]", "cut at [2]", "cut at [1, 2]");
  }

  @Example
  void chunkings_ofAStreamThatCannotBeCut_areRefused() {
    assertThatThrownBy(() -> AssayArbitraries.chunkings(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("length must be at least two: 1");
  }

  @Example
  void delays_many_areOftenNoneAndOftenEqual() {
    Map<Duration, Long> counts = counts(AssayArbitraries.delays());
    assertThat(counts.keySet()).noneMatch(Duration::isNegative);
    assertThat(counts.get(Duration.ZERO)).isGreaterThan(MANY / 10);
    assertThat(counts.get(Duration.ofSeconds(1))).isGreaterThan(MANY / 100);
    assertThat(counts)
        .containsKeys(
            Duration.ofNanos(1),
            Duration.ofSeconds(1).minusNanos(1),
            Duration.ofSeconds(1).plusNanos(1),
            Duration.ofMinutes(59));
  }

  @Example
  void delaysAround_many_areOftenJustThere() {
    Duration deadline = Duration.ofSeconds(5);
    Map<Duration, Long> counts = counts(AssayArbitraries.delaysAround(deadline));
    for (Duration edge :
        List.of(
            Duration.ZERO,
            Duration.ofNanos(1),
            deadline.minusNanos(1),
            deadline,
            deadline.plusNanos(1),
            deadline.multipliedBy(2))) {
      assertThat(counts.getOrDefault(edge, 0L)).as("%s", edge).isGreaterThan(MANY / 50);
    }
    assertThat(counts.keySet())
        .hasSizeGreaterThan(100)
        .allMatch(delay -> delay.compareTo(deadline.multipliedBy(2)) <= 0);
  }

  private static Map<Duration, Long> counts(Arbitrary<Duration> delays) {
    return many(delays)
        .collect(Collectors.groupingBy(Function.identity(), HashMap::new, Collectors.counting()));
  }

  @Example
  void delaysAround_noTime_areRefused() {
    assertThatThrownBy(() -> AssayArbitraries.delaysAround(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("deadline must be positive: PT0S");
  }

  @Property(tries = 200)
  void parameters_areProvided(
      @ForAll CallbackChain chain,
      @ForAll @ByCaller CallbackChain ofCaller,
      @ForAll Chunking chunking,
      @ForAll @Delay(around = "2s") Duration around,
      @ForAll List<@Delay Duration> delays) {
    assertThat(ofCaller.toString()).doesNotContain("deferred.callback(");
    assertThat(around).isLessThanOrEqualTo(Duration.ofSeconds(4));
    assertThat(delays).allMatch(delay -> delay.compareTo(Duration.ofHours(2)) < 0);
  }
}
