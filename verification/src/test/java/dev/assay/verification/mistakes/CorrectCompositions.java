// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.deferred.AlreadyFiredException;
import dev.assay.deferred.Deferred;
import dev.assay.deferred.DeferredLock;
import dev.assay.deferred.DeferredQueue;
import dev.assay.deferred.DeferredSemaphore;
import dev.assay.deferred.Deferreds;
import dev.assay.deferred.FailureGroupException;
import dev.assay.deferred.Sequential;
import dev.assay.fake.VirtualClock;
import dev.assay.junit.Strict;
import dev.assay.junit.Trial;
import dev.assay.task.Cooperator;
import dev.assay.task.LoopingCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Correct trials with results that are made of others. */
abstract class CorrectCompositions {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Trial
  Deferred<?> race_thatAllLose_isNoticed() {
    Deferred<String> one = Deferred.fail(new IllegalStateException("one"));
    Deferred<String> other = Deferred.fail(new IllegalStateException("other"));
    return Deferreds.race(List.of(one, other))
        .addCallback(won -> won.value())
        .addErrback(FailureGroupException.class, lost -> "lost");
  }

  @Trial
  Deferred<?> race_cancelsTheLosers(VirtualClock clock) {
    Deferred<String> loser = new Deferred<>();
    Deferred<String> winner = Deferreds.deferLater(clock, SECOND).addCallback(nothing -> "won");
    return Deferreds.race(List.of(loser, winner))
        .addEffect(won -> assertThat(won.value()).isEqualTo("won"));
  }

  @Trial
  Deferred<?> list_takesFailuresAsResults() {
    Deferred<String> failed = Deferred.fail(new IllegalStateException("boom"));
    return Deferreds.outcomes(List.of(failed, Deferred.succeed("pong")));
  }

  @Trial
  Deferred<?> failure_isHandedOnAndHandled() {
    Deferred<String> next = new Deferred<>();
    Deferred.<String>fail(new IllegalStateException("boom")).chainDeferred(next);
    return next.addErrback(error -> "handled");
  }

  @Trial
  Deferred<?> deferred_isPausedTwiceAndContinuedTwice() {
    Deferred<String> answer = Deferred.succeed("pong");
    answer.pause();
    answer.pause();
    Deferred<Integer> length = answer.addCallback(String::length);
    answer.unpause();
    answer.unpause();
    return length;
  }

  @Trial
  void secondFiring_isRefused() {
    Deferred<String> answer = Deferred.succeed("pong");
    assertThatThrownBy(() -> answer.callback("again")).isInstanceOf(AlreadyFiredException.class);
  }

  @Trial
  Deferred<?> inner_failsAndIsHandled() {
    return Deferred.succeed("pong")
        .addDeferringCallback(pong -> Deferred.<String>fail(new IllegalStateException("boom")))
        .addErrback(IllegalStateException.class, error -> "handled");
  }

  @Trial
  Deferred<?> retry_endsInSuccess(VirtualClock clock) {
    List<Integer> attempts = new ArrayList<>();
    return retry(clock, attempts).addEffect(done -> assertThat(attempts).hasSize(5));
  }

  private static Deferred<String> retry(VirtualClock clock, List<Integer> attempts) {
    attempts.add(attempts.size());
    return Deferreds.deferLater(clock, SECOND)
        .addDeferringCallback(
            nothing ->
                attempts.size() < 5
                    ? Deferred.<String>fail(new IllegalStateException("busy"))
                    : Deferred.succeed("done"))
        .addDeferringErrback(busy -> retry(clock, attempts));
  }

  @Trial
  Deferred<?> loop_isStoppedByItsBody(VirtualClock clock) {
    List<Duration> turns = new ArrayList<>();
    LoopingCall[] loop = new LoopingCall[1];
    loop[0] =
        LoopingCall.of(
            clock,
            () -> {
              turns.add(clock.elapsed());
              if (turns.size() == 3) {
                loop[0].stop();
              }
            });
    return loop[0].start(SECOND).addEffect(ended -> assertThat(turns).hasSize(3));
  }

  @Trial
  Deferred<?> slices_areDone(VirtualClock clock) {
    return new Cooperator(clock).coiterate(IntStream.range(0, 100).iterator());
  }

  @Trial
  Deferred<?> slices_areStopped(VirtualClock clock) {
    var task = new Cooperator(clock).cooperate(IntStream.iterate(0, i -> i + 1).iterator());
    clock.advance(Duration.ofMillis(1));
    Deferred<?> done = task.whenDone().addBoth(ended -> "ended");
    task.stop();
    return done;
  }

  @Trial
  Deferred<?> line_catchesAFailure(VirtualClock clock) {
    return Sequential.run(
        line -> {
          Deferred<String> late = new Deferred<>();
          clock.callLater(SECOND, () -> late.errback(new IllegalStateException("boom")));
          try {
            return line.await(late);
          } catch (IllegalStateException e) {
            return "handled";
          }
        });
  }

  @Trial
  Deferred<?> lines_takeTurns(VirtualClock clock) {
    DeferredQueue<Integer> queue = new DeferredQueue<>();
    Deferred<Integer> sum =
        Sequential.run(line -> line.await(queue.get()) + line.await(queue.get()));
    Deferred<?> fill =
        Sequential.<@Nullable Object>run(
            line -> {
              queue.put(1);
              line.await(Deferreds.deferLater(clock, SECOND));
              queue.put(2);
              return null;
            });
    return fill.addDeferringCallback(filled -> sum)
        .addEffect(three -> assertThat(three).isEqualTo(3));
  }

  @Trial
  Deferred<?> tokens_areGivenBackInTurn(VirtualClock clock) {
    DeferredSemaphore tokens = new DeferredSemaphore(2);
    List<Deferred<Object>> work = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      work.add(
          tokens.runDeferring(
              () -> Deferreds.deferLater(clock, SECOND).addCallback(nothing -> "done")));
    }
    return Deferreds.gather(work).addEffect(done -> assertThat(tokens.tokens()).isEqualTo(2));
  }

  @Trial
  Deferred<?> lock_isReleasedAfterAFailure() {
    DeferredLock lock = new DeferredLock();
    return lock.run(() -> Integer.parseInt("none"))
        .addErrback(NumberFormatException.class, none -> 0)
        .addEffect(zero -> assertThat(lock.isLocked()).isFalse());
  }

  @Trial
  Deferred<?> lateAnswer_afterItsTimeout_isIgnored(VirtualClock clock) {
    Deferred<String> answer = new Deferred<>();
    answer.addTimeout(SECOND, clock).addErrback(TimeoutException.class, late -> "too late");
    var call = clock.callLater(SECOND.multipliedBy(3), () -> answer.callback("late"));
    return answer.addEffect(tooLate -> call.cancel());
  }

  @Trial
  void cancel_reachesTheInnermost() {
    Deferred<String> inner = new Deferred<>();
    Deferred<String> outer = Deferred.succeed("pong").addDeferringCallback(pong -> inner);
    outer.addErrback(CancellationException.class, cancelled -> "cancelled");
    outer.cancel();
    assertThat(inner.isFired()).isTrue();
  }

  @Trial
  void future_isCompletedByADeferred(VirtualClock clock) {
    Deferred<String> answer = new Deferred<>();
    CompletableFuture<Integer> length =
        Deferreds.toFuture(answer, clock.executor()).thenApply(String::length);
    answer.callback("pong");
    assertThat(length).isCompletedWithValue(4);
  }

  /** Nothing else is there. */
  static final class InCorrectCompositionsAlone extends CorrectCompositions {}

  /** Nothing at all may be left behind. */
  @Strict
  static final class InCorrectCompositionsStrict extends CorrectCompositions {}

  /** Time has passed before, and passes after. */
  static final class InCorrectCompositionsWithFixtures extends CorrectCompositions
      implements Surroundings.Seconds {}
}
