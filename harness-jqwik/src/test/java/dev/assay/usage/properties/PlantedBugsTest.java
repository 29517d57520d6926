// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.DeferredState;
import dev.assay.deferred.Outcome;
import dev.assay.fake.VirtualClock;
import dev.assay.fake.event.Chunking;
import dev.assay.jqwik.AssayArbitraries;
import dev.assay.jqwik.ByCaller;
import dev.assay.jqwik.CallbackChain;
import dev.assay.jqwik.ChainPlay;
import dev.assay.jqwik.Delay;
import dev.assay.jqwik.TimeActions;
import dev.assay.jqwik.TrialProperties;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whether faults in asynchronous code are found, and shrink to what matters. */
final class PlantedBugsTest {
  private static String coreOf(String property) {
    return PropertyRun.of(Faulty.class, property).shrunk();
  }

  @Test
  void copyOfValuesOnly_isFoundByAFailure() {
    assertThat(coreOf("copy_gets_what_comes"))
        .isEqualTo("chain: deferred.errback(new IOException(\"e1\"));");
  }

  @Test
  void sameDeferredForTwo_isFoundByALevelThatReturnsAnotherValue() {
    assertThat(coreOf("second_caller_gets_the_answer"))
        .isEqualTo("chain: deferred.addCallback(value -> \"v1\");");
  }

  @Test
  void firedTakenForOver_isFoundByAPause() {
    assertThat(coreOf("what_has_fired_is_over"))
        .isEqualTo("chain: deferred.callback(\"v1\"); deferred.pause();");
  }

  @Test
  void swallowedCancellation_isFoundByACancellation() {
    assertThat(coreOf("cancellation_is_seen")).isEqualTo("chain: deferred.cancel();");
  }

  @Test
  void waitThatIsForgotten_isFoundByAWait() {
    assertThat(coreOf("owner_sees_the_end"))
        .isEqualTo(
            "chain: Deferred<String> a = new Deferred<>(); deferred.addDeferringCallback(value -> a);");
  }

  @Test
  void lineEndInOneChunk_isFoundByTheCutInsideIt() {
    assertThat(coreOf("line_survives_any_cut")).isEqualTo("chunking: cut at [3]");
  }

  @Test
  void deadlineThatIsPartOfTheTime_isFoundByTheDeadline() {
    assertThat(coreOf("answer_at_the_deadline_is_late")).startsWith("delay: PT5S\n");
  }

  @Test
  void renewalThatForgetsTheOldCall_isFoundByTwoRenewals() {
    PropertyRun run = PropertyRun.of(Faulty.class, "lease_lasts_from_its_renewal");
    assertThat(run.error())
        .hasMessageContaining(
            """
            [
                renew
                advance(2s)
                renew
                advance(3s) \
            """);
    assertThat(run.shrunk()).isEqualTo("uses: ActionChain[NOT_RUN]: 4 max actions");
  }

  /** Code with a fault each, and the property that finds it. */
  @TrialProperties
  static final class Faulty {
    @Property(seed = "1")
    void copy_gets_what_comes(@ForAll CallbackChain chain) {
      Deferred<@Nullable String> original = new Deferred<>();
      Deferred<@Nullable String> copy = new Deferred<>();
      original.addEffect(copy::callback);
      chain.applyTo(original);
      assertThat(copy.isFired()).isEqualTo(original.isFired());
    }

    @Property(seed = "2")
    void second_caller_gets_the_answer(@ForAll @ByCaller CallbackChain chain) {
      Deferred<@Nullable String> answer = new Deferred<>();
      ChainPlay play = chain.on(answer).play();
      List<@Nullable String> answers = new ArrayList<>();
      answer.addEffect(answers::add);
      fire(answer);
      play.finish();
      assertThat(answers).isSubsetOf("answer");
    }

    private static void fire(Deferred<@Nullable String> deferred) {
      if (!deferred.isFired()) {
        deferred.callback("answer");
      }
    }

    @Property(seed = "1")
    void what_has_fired_is_over(@ForAll CallbackChain chain) {
      Deferred<@Nullable String> work = new Deferred<>();
      ChainPlay play = chain.on(work).play();
      boolean over = work.state() instanceof Outcome && work.pauseCount() == 0;
      boolean takenForOver = work.isFired();
      fire(work);
      play.finish();
      assertThat(takenForOver).isEqualTo(over);
    }

    @Property(seed = "1")
    void cancellation_is_seen(@ForAll CallbackChain chain) {
      Deferred<@Nullable String> work = new Deferred<>();
      work.addErrback(CancellationException.class, error -> null);
      assertThat(chain.applyTo(work)).isEqualTo(chain.expected());
    }

    @Property(seed = "1")
    void owner_sees_the_end(@ForAll @ByCaller CallbackChain chain) {
      Deferred<@Nullable String> work = new Deferred<>();
      ChainPlay play = chain.on(work).play();
      boolean held = work.pauseCount() > 0;
      fire(work);
      boolean over = !(work.state() instanceof DeferredState.Waiting);
      play.finish();
      assertThat(over || held).isTrue();
    }

    @Provide
    Arbitrary<Chunking> cuts() {
      return AssayArbitraries.chunkings("one\r\ntwo".length());
    }

    @Property(seed = "1")
    void line_survives_any_cut(@ForAll("cuts") Chunking chunking) {
      List<byte[]> chunks = chunking.cut("one\r\ntwo".getBytes(StandardCharsets.UTF_8));
      assertThat(chunks)
          .anyMatch(chunk -> new String(chunk, StandardCharsets.UTF_8).contains("\r"))
          .noneMatch(chunk -> chunk[0] == '\r');
    }

    @Property(seed = "1")
    void answer_at_the_deadline_is_late(
        @ForAll @Delay(around = "5s") Duration delay, VirtualClock clock) {
      List<String> events = new ArrayList<>();
      clock.callLater(delay, () -> events.add("answer"));
      clock.callLater(Duration.ofSeconds(5), () -> events.add("timeout"));
      clock.advance(Duration.ofSeconds(10));
      boolean inTime = delay.compareTo(Duration.ofSeconds(5)) < 0;
      assertThat(events).startsWith(inTime ? "answer" : "timeout");
    }

    @Provide
    Arbitrary<ActionChain<Lease>> uses() {
      return ActionChain.startWith(Lease::new)
          .withAction(new Renew())
          .withAction(TimeActions.advance(Lease::clock));
    }

    @Property(seed = "1")
    void lease_lasts_from_its_renewal(@ForAll("uses") ActionChain<Lease> uses) {
      Lease lease = uses.withInvariant(Lease::check).run();
      lease.clock().runUntilIdle(Lease.TIME);
    }
  }

  /** A lease that ends five seconds after its first renewal, and says that it is the last. */
  static final class Lease {
    static final Duration TIME = Duration.ofSeconds(5);

    private final VirtualClock clock = new VirtualClock();
    private Duration ends = Duration.ZERO;
    private boolean held;

    VirtualClock clock() {
      return clock;
    }

    void renew() {
      held = true;
      ends = clock.elapsed().plus(TIME);
      clock.callLater(TIME, () -> held = false);
    }

    void check() {
      assertThat(held).isEqualTo(clock.elapsed().compareTo(ends) < 0);
    }
  }

  /** The action that renews. */
  static final class Renew implements Action.Independent<Lease> {
    @Override
    public Arbitrary<Transformer<Lease>> transformer() {
      return Arbitraries.just(Transformer.mutate("renew", Lease::renew));
    }
  }
}
