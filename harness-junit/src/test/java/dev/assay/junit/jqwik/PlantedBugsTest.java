// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.jqwik;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Outcome;
import dev.assay.fake.Chunking;
import dev.assay.fake.VirtualClock;
import dev.assay.time.DelayedCall;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whether faults in code that handles Deferreds are found, and shrink to what matters. */
final class PlantedBugsTest {
  private static String coreOf(String property) {
    PropertyRun run = PropertyRun.of(Faulty.class, property);
    return run.shrunk();
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
    assertThat(coreOf("what_is_taken_for_over_is_over"))
        .isEqualTo(
            """
            chain:
              deferred.callback("v1");
              deferred.pause();""");
  }

  @Test
  void swallowedCancellation_isFoundByACancellation() {
    assertThat(coreOf("cancellation_is_seen")).isEqualTo("chain: deferred.cancel();");
  }

  @Test
  void chainThatCutsAFailureShort_isFoundByAWait() {
    assertThat(coreOf("levels_run_before_the_last"))
        .isEqualTo(
            """
            chain:
              Deferred<String> a = new Deferred<>();
              deferred.addDeferring(value -> a);""");
  }

  /** Code with a fault each, and the property that finds it. */
  static final class Faulty {
    @Property
    void copy_gets_what_comes(@ForAll CallbackChain chain) {
      Deferred<@Nullable String> original = new Deferred<>();
      Deferred<@Nullable String> copy = new Deferred<>();
      original.addEffect(copy::callback);
      chain.applyTo(original);
      assertThat(copy.isFired()).isEqualTo(original.isFired());
    }

    @Property
    void second_caller_gets_the_answer(@ForAll @ByCaller CallbackChain chain) {
      Deferred<@Nullable String> answer = new Deferred<>();
      ChainPlay play = chain.on(answer);
      while (play.step()) {}
      List<@Nullable String> answers = new ArrayList<>();
      answer.addEffect(answers::add);
      if (!answer.isFired()) {
        answer.callback("answer");
      }
      play.finish();
      assertThat(answers).isSubsetOf("answer");
    }

    @Property
    void what_is_taken_for_over_is_over(@ForAll CallbackChain chain) {
      Deferred<@Nullable String> work = new Deferred<>();
      ChainPlay play = chain.on(work);
      while (play.step()) {}
      boolean over = work.state() instanceof Outcome && work.pauseCount() == 0;
      assertThat(work.isFired()).isEqualTo(over);
    }

    @Property
    void cancellation_is_seen(@ForAll CallbackChain chain) {
      Deferred<@Nullable String> work = new Deferred<>();
      work.addErrback(CancellationException.class, error -> null);
      assertThat(chain.applyTo(work)).isEqualTo(chain.expected());
    }

    @Property
    void levels_run_before_the_last(@ForAll @ByCaller CallbackChain chain) {
      Deferred<@Nullable String> work = new Deferred<>();
      ChainPlay play = chain.on(work);
      while (play.step()) {}
      if (!work.isFired()) {
        work.callback("value");
        assertThat(work.state()).isNotInstanceOf(dev.assay.deferred.DeferredState.Waiting.class);
      }
    }
  }
}
