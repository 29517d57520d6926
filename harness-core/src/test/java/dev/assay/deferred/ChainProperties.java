// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.RealWorld.Cancels;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What holds of any program over a few Deferreds. */
final class ChainProperties {
  private static final int DEFERREDS = 4;
  private static final Pattern RAN = Pattern.compile("level (\\d+) of d(\\d+) takes .*");

  @Provide
  Arbitrary<List<Cancels>> cancellers() {
    return Arbitraries.of(Cancels.class).list().ofSize(DEFERREDS);
  }

  @Provide
  Arbitrary<List<Step>> programs() {
    return steps(2).list().ofMaxSize(20);
  }

  /** Generates steps whose functions contain steps, down to a depth. */
  private static Arbitrary<Step> steps(int depth) {
    return Arbitraries.frequencyOf(
        Tuple.of(6, adds(depth)),
        Tuple.of(3, onAndName("v").as(Step.Callback::new)),
        Tuple.of(2, onAndName("E").as(Step.Errback::new)),
        Tuple.of(1, numbers().map(Step.Cancel::new)),
        Tuple.of(1, numbers().map(Step.Pause::new)),
        Tuple.of(2, numbers().map(Step.Unpause::new)),
        Tuple.of(1, Combinators.combine(numbers(), numbers()).as(Step.Chain::new)));
  }

  private static Arbitrary<Step.Add> adds(int depth) {
    Arbitrary<Step.Function> function = functions(depth);
    return Combinators.combine(numbers(), function.injectNull(0.3), function.injectNull(0.5))
        .as(Step.Add::new)
        .filter(add -> add.callback() != null || add.errback() != null);
  }

  private static Arbitrary<Step.Function> functions(int depth) {
    Arbitrary<List<Step>> inside =
        depth == 0 ? Arbitraries.just(List.of()) : steps(depth - 1).list().ofMaxSize(2);
    return Combinators.combine(inside, ends()).as(Step.Function::new);
  }

  private static Arbitrary<Step.End> ends() {
    return Arbitraries.oneOf(
        names("v").map(Step.Return::new),
        names("E").map(Step.Throw::new),
        Arbitraries.just(new Step.Same()),
        numbers().map(Step.Wait::new));
  }

  private static Combinators.Combinator2<Integer, String> onAndName(String prefix) {
    return Combinators.combine(numbers(), names(prefix));
  }

  private static Arbitrary<Integer> numbers() {
    return Arbitraries.integers().between(0, DEFERREDS - 1);
  }

  private static Arbitrary<String> names(String prefix) {
    return Arbitraries.integers().between(0, 9).map(i -> prefix + i);
  }

  @Property(tries = 5_000)
  void anyProgram_doesWhatTheModelDoes(
      @ForAll("cancellers") List<Cancels> cancellers, @ForAll("programs") List<Step> program) {
    RealWorld real = new RealWorld(cancellers);
    ModelWorld model = new ModelWorld(cancellers);
    real.play(program);
    model.play(program);
    assertThat(real.trace).isEqualTo(model.trace);
    assertThat(real.states()).isEqualTo(model.states());
  }

  @Property
  void anyProgram_runsEachLevelAtMostOnceAndInOrder(
      @ForAll("cancellers") List<Cancels> cancellers, @ForAll("programs") List<Step> program) {
    RealWorld real = new RealWorld(cancellers);
    real.play(program);
    finish(real);
    Map<String, List<Integer>> levels = new LinkedHashMap<>();
    for (String line : real.trace) {
      RAN.matcher(line)
          .results()
          .forEach(ran -> levelsOf(levels, ran).add(Integer.valueOf(ran.group(1))));
    }
    assertThat(levels.values())
        .allSatisfy(ran -> assertThat(ran).isSorted().doesNotHaveDuplicates());
  }

  private static List<Integer> levelsOf(Map<String, List<Integer>> levels, MatchResult ran) {
    return levels.computeIfAbsent(ran.group(2), deferred -> new ArrayList<>());
  }

  @Property
  void anyProgram_finished_leavesExactlyOneOutcome(
      @ForAll("cancellers") List<Cancels> cancellers, @ForAll("programs") List<Step> program) {
    RealWorld real = new RealWorld(cancellers);
    real.play(program);
    finish(real);
    for (int i = 0; i < DEFERREDS; i++) {
      Deferred<@Nullable String> deferred = real.get(i);
      assertThat(deferred.state()).isInstanceOf(Outcome.class);
      assertThat(deferred.pauseCount()).isZero();
      Outcome<?> before = (Outcome<?>) deferred.state();
      assertThat(deferred.isUnhandled()).isEqualTo(before instanceof Outcome.Failure);
    }
  }

  /** Fires what is unfired and lets go of what is held, until nothing is. */
  private static void finish(RealWorld real) {
    for (boolean again = true; again; ) {
      again = false;
      for (int i = 0; i < DEFERREDS; i++) {
        Deferred<@Nullable String> deferred = real.get(i);
        again |= !(deferred.state() instanceof Outcome) || deferred.pauseCount() > 0;
        if (!deferred.isFired()) {
          deferred.callback("last");
        } else if (!(deferred.state() instanceof DeferredState.Waiting)
            && deferred.pauseCount() > 0) {
          deferred.unpause();
        } else {
          deferred.addBoth(Outcome::get);
        }
        again |= !(deferred.state() instanceof Outcome) || deferred.pauseCount() > 0;
      }
    }
  }

  /** What a callback's Deferred comes to, and whether it does so only later. */
  record Link(boolean fails, boolean late) {
    Deferred<String> after(String in, String name, Deque<Runnable> later) {
      Deferred<String> deferred = new Deferred<>();
      Runnable fire =
          fails
              ? () -> deferred.errback(new RealWorld.Thrown(in + name))
              : () -> deferred.callback(in + name);
      if (late) {
        later.add(fire);
      } else {
        fire.run();
      }
      return deferred;
    }
  }

  @Provide
  Arbitrary<Link> links() {
    Arbitrary<Boolean> either = Arbitraries.of(true, false);
    return Combinators.combine(either, either).as(Link::new);
  }

  @Property
  void chainOfChains_isOneChain(
      @ForAll("links") Link start, @ForAll("links") Link f, @ForAll("links") Link g) {
    Deque<Runnable> later = new ArrayDeque<>();
    Deferred<String> nested = start.after("", "start", later);
    nested.addDeferringCallback(
        v -> f.after(v, " f", later).addDeferringCallback(w -> g.after(w, " g", later)));
    Deferred<String> flat = start.after("", "start", later);
    flat.addDeferringCallback(v -> f.after(v, " f", later))
        .addDeferringCallback(w -> g.after(w, " g", later));
    while (!later.isEmpty()) {
      later.remove().run();
    }
    assertThat(flat.toString()).isEqualTo(nested.toString()).contains("ed");
    assertThat(flat.state()).isInstanceOf(Outcome.class);
  }

  @Property
  void chainOfAnyLinks_firedInAnyOrder_firstGetsTheResultOfTheLast(
      @ForAll @Size(max = 30) List<Boolean> explicit, @ForAll Random random) {
    List<Deferred<Integer>> chain = new ArrayList<>();
    explicit.forEach(link -> chain.add(new Deferred<>()));
    Deferred<Integer> last = new Deferred<>();
    chain.add(last);
    List<Runnable> firings = new ArrayList<>(List.of(() -> last.callback(7)));
    for (int i = 0; i < explicit.size(); i++) {
      Deferred<Integer> next = chain.get(i + 1);
      Deferred<Integer> deferred = chain.get(i);
      if (!explicit.get(i)) {
        deferred.addDeferringCallback(v -> next);
        firings.add(() -> deferred.callback(0));
      }
    }
    for (int i = 0; i < explicit.size(); i++) {
      if (explicit.get(i)) {
        chain.get(i + 1).chainDeferred(chain.get(i));
      }
    }
    Collections.shuffle(firings, random);
    firings.forEach(Runnable::run);
    assertThat(chain.get(0)).hasToString("Deferred [succeeded: 7]");
    assertThat(chain.subList(1, chain.size()))
        .allMatch(deferred -> deferred.toString().equals("Deferred [succeeded: null]"));
  }
}
