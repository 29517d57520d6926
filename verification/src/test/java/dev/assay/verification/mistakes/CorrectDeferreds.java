// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.DeferredLock;
import dev.assay.deferred.DeferredQueue;
import dev.assay.deferred.Deferreds;
import dev.assay.deferred.Sequential;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.VirtualClock;
import dev.assay.junit.Strict;
import dev.assay.junit.Trial;
import dev.assay.trial.TrialContext;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Correct trials with results that come later. */
abstract class CorrectDeferreds {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Trial
  Deferred<?> answer_isThere() {
    return Deferred.succeed("pong");
  }

  @Trial
  Deferred<?> answer_comesLater(VirtualClock clock) {
    return Deferreds.deferLater(clock, SECOND).addCallback(nothing -> "pong");
  }

  @Trial
  Deferred<?> answer_comesThroughAnother(VirtualClock clock) {
    return Deferred.succeed("a").addDeferringCallback(a -> Deferreds.deferLater(clock, SECOND));
  }

  @Trial
  void answer_isAwaitedInTheMiddle(VirtualClock clock, TrialContext trial) throws Throwable {
    trial.await(Deferreds.deferLater(clock, SECOND));
    assertThat(trial.await(Deferred.succeed("pong"))).isEqualTo("pong");
  }

  @Trial
  void failure_isAwaitedInTheMiddle(TrialContext trial) {
    Deferred<String> answer = Deferred.fail(new IllegalStateException("boom"));
    assertThatThrownBy(() -> trial.await(answer)).isInstanceOf(IllegalStateException.class);
  }

  @Trial
  Deferred<?> many_areGathered(VirtualClock clock) {
    return Deferreds.gather(
        List.of(Deferreds.deferLater(clock, SECOND), Deferreds.deferLater(clock, SECOND)));
  }

  @Trial
  Deferred<?> many_race(VirtualClock clock) {
    return Deferreds.race(
        List.of(
            Deferreds.deferLater(clock, SECOND),
            Deferreds.deferLater(clock, SECOND.multipliedBy(2))));
  }

  @Trial
  Deferred<?> straightLineCode_waits(VirtualClock clock) {
    return Sequential.run(
        line -> {
          line.await(Deferreds.deferLater(clock, SECOND));
          line.await(Deferreds.deferLater(clock, SECOND));
          return "done";
        });
  }

  @Trial
  void notReturned_butFired() {
    Deferred<String> answer = new Deferred<>();
    Deferred<Integer> length = answer.addCallback(String::length);
    answer.callback("pong");
    assertThat(length.isFired()).isTrue();
  }

  @Trial
  void paused_andUnpaused() {
    Deferred<String> answer = Deferred.succeed("a");
    answer.pause();
    answer.addCallback(String::length);
    answer.unpause();
  }

  @Trial
  Deferred<?> queue_isFilledLater(VirtualClock clock) {
    DeferredQueue<String> queue = new DeferredQueue<>();
    clock.callLater(SECOND, () -> queue.put("item"));
    return queue.get();
  }

  @Trial
  Deferred<?> lock_isReleased() {
    DeferredLock lock = new DeferredLock();
    return lock.acquire().addEffect(DeferredLock::release);
  }

  @Trial
  Deferred<?> lock_runs(VirtualClock clock) {
    return new DeferredLock().runDeferring(() -> Deferreds.deferLater(clock, SECOND));
  }

  @Trial
  CompletionStage<?> stage_isThere() {
    return CompletableFuture.completedFuture("pong");
  }

  @Trial
  CompletionStage<?> stage_comesLater(VirtualClock clock) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    clock.callLater(SECOND, () -> answer.complete("pong"));
    return answer.thenApply(String::length);
  }

  @Trial
  Deferred<?> stage_isBridged(VirtualClock clock) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    clock.callLater(SECOND, () -> answer.complete("pong"));
    return Deferreds.fromStage(answer, clock.executor());
  }

  /** Nothing else is there. */
  static final class InCorrectDeferredsAlone extends CorrectDeferreds {}

  /** Nothing at all may be left behind. */
  @Strict
  static final class InCorrectDeferredsStrict extends CorrectDeferreds {}

  /** Time has passed before, and passes after. */
  static final class InCorrectDeferredsWithFixtures extends CorrectDeferreds
      implements Surroundings.Seconds {}

  /** The reactor comes from the constructor, and there is something to clean up. */
  static final class InCorrectDeferredsWithConstructor extends CorrectDeferreds {
    InCorrectDeferredsWithConstructor(FakeReactor reactor, TrialContext trial) {
      Surroundings.armAndCleanUp(reactor, trial);
    }
  }
}
