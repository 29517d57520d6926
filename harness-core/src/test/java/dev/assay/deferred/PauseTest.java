// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import static dev.assay.deferred.Results.failure;
import static dev.assay.deferred.Results.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Deferreds that are held back. */
final class PauseTest {
  private final List<String> trace = new ArrayList<>();

  @Test
  void pause_fired_levelsRunAtTheUnpause() {
    Deferred<Integer> deferred = new Deferred<>();
    deferred.addEffect(v -> trace.add("ran " + v));
    deferred.pause();
    deferred.callback(1);
    assertThat(trace).isEmpty();
    assertThat(value(deferred)).isEqualTo(1);
    deferred.unpause();
    assertThat(trace).containsExactly("ran 1");
  }

  @Test
  void pause_twice_needsTwoUnpauses() {
    Deferred<Integer> deferred = Deferred.succeed(1);
    deferred.pause();
    deferred.pause();
    deferred.addEffect(v -> trace.add("ran"));
    assertThat(deferred.pauseCount()).isEqualTo(2);
    deferred.unpause();
    assertThat(trace).isEmpty();
    assertThat(deferred.pauseCount()).isEqualTo(1);
    deferred.unpause();
    assertThat(trace).containsExactly("ran");
  }

  @Test
  void unpause_beforeFiring_changesNothing() {
    Deferred<Integer> deferred = new Deferred<>();
    deferred.pause();
    deferred.unpause();
    deferred.addEffect(v -> trace.add("ran"));
    assertThat(deferred.isFired()).isFalse();
    deferred.callback(1);
    assertThat(trace).containsExactly("ran");
  }

  @Test
  void unpause_unpaired_refusedAndStillRuns() {
    Deferred<Integer> deferred = new Deferred<Integer>().label("a");
    assertThatThrownBy(deferred::unpause)
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage("Deferred (a) [unfired] is not paused; unpause() needs a pause() before it");
    deferred.callback(1);
    assertThat(value(deferred.addCallback(v -> v + 1))).isEqualTo(2);
  }

  @Test
  void unpause_whileItWaitsForAnother_doesNotEndTheWait() {
    Deferred<Integer> inner = new Deferred<>();
    Deferred<Integer> outer = Deferred.succeed(1).addDeferringCallback(v -> inner);
    assertThatThrownBy(outer::unpause).isExactlyInstanceOf(IllegalStateException.class);
    inner.callback(2);
    assertThat(value(outer)).isEqualTo(2);
  }

  @Test
  void pause_insideACallback_holdsBackTheLevelsAfterIt() {
    Deferred<Integer> deferred = new Deferred<>();
    deferred.addEffect(v -> deferred.pause()).addEffect(v -> trace.add("after"));
    deferred.callback(1);
    assertThat(trace).isEmpty();
    deferred.unpause();
    assertThat(trace).containsExactly("after");
  }

  @Test
  void pauseAndUnpause_insideACallback_changeNothing() {
    Deferred<Integer> deferred = new Deferred<>();
    deferred
        .addEffect(
            v -> {
              deferred.pause();
              deferred.unpause();
              trace.add("first");
            })
        .addEffect(v -> trace.add("second"));
    deferred.callback(1);
    assertThat(trace).containsExactly("first", "second");
  }

  @Test
  void unpause_insideACallbackOfAnother_runsTheLevelsThere() {
    Deferred<Integer> held = Deferred.succeed(1);
    held.pause();
    held.addEffect(v -> trace.add("held"));
    Deferred.succeed(2).addEffect(v -> held.unpause()).addEffect(v -> trace.add("after"));
    assertThat(trace).containsExactly("held", "after");
  }

  @Test
  void unpause_callbackPausesAgain_stopsThere() {
    Deferred<Integer> deferred = Deferred.succeed(1);
    deferred.pause();
    for (int i = 0; i < 3; i++) {
      int number = i;
      deferred.addEffect(
          v -> {
            trace.add("ran " + number);
            deferred.pause();
          });
    }
    deferred.unpause();
    assertThat(trace).containsExactly("ran 0");
    deferred.unpause();
    deferred.unpause();
    assertThat(trace).containsExactly("ran 0", "ran 1", "ran 2");
  }

  @Test
  void pausedOuter_innerFires_goesOnAtTheUnpause() {
    Deferred<Integer> inner = new Deferred<>();
    Deferred<Integer> outer = Deferred.succeed(1).addDeferringCallback(v -> inner);
    outer.pause();
    outer.addEffect(v -> trace.add("outer " + v));
    assertThat(outer.pauseCount()).isEqualTo(2);
    inner.callback(2);
    assertThat(outer.pauseCount()).isEqualTo(1);
    assertThat(trace).isEmpty();
    outer.unpause();
    assertThat(trace).containsExactly("outer 2");
  }

  @Test
  void pausedOuter_innerFires_innerGoesOnOnlyWhenItIsAskedTo() {
    Deferred<Integer> inner = new Deferred<>();
    Deferred<Integer> outer = Deferred.succeed(1).addDeferringCallback(v -> inner);
    inner.addBoth(o -> trace.add("inner after the handover"));
    outer.pause();
    inner.callback(2);
    outer.unpause();
    assertThat(trace).isEmpty();
    inner.addBoth(o -> trace.add("one more"));
    assertThat(trace).containsExactly("inner after the handover", "one more");
  }

  @Test
  void failedWhilePaused_isUnhandledOnceItRests() {
    Deferred<Integer> deferred = new Deferred<>();
    deferred.pause();
    deferred.errback(new java.io.IOException("gone"));
    assertThat(failure(deferred)).hasMessage("gone");
    assertThat(deferred.isUnhandled()).isFalse();
    deferred.unpause();
    assertThat(deferred.isUnhandled()).isTrue();
  }
}
