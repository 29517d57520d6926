// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.DeferredLock;
import dev.assay.deferred.DeferredQueue;
import dev.assay.deferred.DeferredSemaphore;
import dev.assay.deferred.Deferreds;
import dev.assay.deferred.Sequential;
import dev.assay.fake.VirtualClock;
import dev.assay.junit.Trial;
import dev.assay.task.Cooperator;
import dev.assay.task.LoopingCall;
import dev.assay.trial.FailureCode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Mistakes with results that are made of others. */
@SuppressWarnings("FutureReturnValueIgnored") // they are mistakes
final class CompositionMistakes {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private CompositionMistakes() {}

  @Mistake(
      value = "all Deferreds of a race fail, and the failure is ignored",
      code = FailureCode.UNHANDLED_FAILURE)
  static final class RaceLost {
    @Trial
    void race() {
      Deferred<String> one = Deferred.fail(new IllegalStateException("one"));
      Deferred<String> other = Deferred.fail(new IllegalStateException("other"));
      Deferreds.race(List.of(one, other)); // here
    }
  }

  @Mistake(
      value = "results are gathered, one never comes, and the gathering is not returned",
      code = FailureCode.PENDING_DEFERRED)
  static final class GatheredAndForgotten {
    @Trial
    void gather() {
      Deferred<String> there = Deferred.succeed("pong");
      Deferred<String> missing = new Deferred<>(); // here
      Deferreds.gather(List.of(there, missing));
    }
  }

  @Mistake(
      value = "a list fails with its first failure, and the failure is ignored",
      code = FailureCode.UNHANDLED_FAILURE)
  static final class ListFails {
    @Trial
    void list() {
      Deferred<String> failed = Deferred.fail(new IllegalStateException("boom"));
      Deferreds.gather(List.of(failed)); // here
    }
  }

  @Mistake(
      value = "a failure is passed on to a Deferred that is ignored",
      code = FailureCode.UNHANDLED_FAILURE)
  static final class ChainFails {
    @Trial
    void chain() {
      Deferred<String> next = new Deferred<>(); // here
      Deferred.<String>fail(new IllegalStateException("boom")).chainDeferred(next);
    }
  }

  @Mistake(
      value = "a Deferred is paused twice and continued once",
      code = FailureCode.PENDING_DEFERRED)
  static final class PausedTwice {
    @Trial
    void pause() {
      Deferred<String> answer = Deferred.succeed("pong"); // here
      answer.pause();
      answer.pause();
      answer.addCallback(String::length);
      answer.unpause();
    }
  }

  @Mistake(value = "a Deferred is fired twice by the test")
  static final class FiredByTestTwice {
    @Trial
    void fire() {
      Deferred<String> answer = new Deferred<>();
      answer.callback("pong");
      answer.callback("pong again"); // here
    }
  }

  @Mistake(
      value = "an inner result fails, and the outer one is ignored",
      code = FailureCode.UNHANDLED_FAILURE)
  static final class InnerFails {
    @Trial
    void inner() {
      Deferred.succeed("pong").addDeferringCallback(pong -> fail()); // here
    }

    private static Deferred<String> fail() {
      return Deferred.fail(new IllegalStateException("boom"));
    }
  }

  @Mistake(value = "a retry goes on forever, while the test waits", code = FailureCode.TIME_LIMIT)
  static final class RetriesForEver {
    @Trial
    Deferred<?> retry(VirtualClock clock) {
      return again(clock);
    }

    private static Deferred<String> again(VirtualClock clock) {
      return Deferreds.deferLater(clock, SECOND) // here
          .addDeferringCallback(nothing -> Deferred.<String>fail(new IllegalStateException("busy")))
          .addDeferringErrback(busy -> again(clock));
    }
  }

  @Mistake(
      value = "a loop is stopped while its body waits for what never comes",
      code = FailureCode.NEVER_FIRES)
  static final class LoopBodyWaits {
    @Trial
    Deferred<?> loop(VirtualClock clock) {
      LoopingCall loop = LoopingCall.ofDeferring(clock, LoopBodyWaits::body);
      Deferred<?> ended = loop.start(SECOND);
      loop.stop();
      return ended;
    }

    private static Deferred<?> body() {
      return new Deferred<String>(); // here
    }
  }

  @Mistake(value = "work in slices has no end", code = FailureCode.PENDING_CALL)
  static final class SlicesWithoutEnd {
    @Trial
    void slices(VirtualClock clock) {
      Cooperator cooperator = new Cooperator(clock);
      cooperator.cooperate(Stream.generate(() -> "slice").iterator()); // here
      clock.advance(SECOND);
    }
  }

  @Mistake(
      value = "straight-line code fails, and its failure is ignored",
      code = FailureCode.UNHANDLED_FAILURE)
  static final class LineFails {
    @Trial
    void line() {
      Sequential.run(line -> Integer.parseInt("none")); // here
    }
  }

  @Mistake(
      value = "straight-line code waits, and its result is not returned",
      code = FailureCode.PENDING_DEFERRED)
  static final class LineWaits {
    @Trial
    void line() {
      Deferred<String> answer = new Deferred<>(); // here
      Sequential.run(line -> line.await(answer));
    }
  }

  @Mistake(value = "a token is missing for the third", code = FailureCode.NEVER_FIRES)
  static final class TokensGone {
    @Trial
    Deferred<?> tokens() {
      DeferredSemaphore tokens = new DeferredSemaphore(2);
      tokens.acquire().addEffect(DeferredSemaphore::release);
      tokens.acquire(); // here
      tokens.acquire().addEffect(held -> {});
      return tokens.acquire();
    }
  }

  @Mistake(
      value = "a lock is held by work that fails before it would release it",
      code = FailureCode.HELD_LOCK)
  static final class HeldByFailure {
    @Trial
    Deferred<?> work() {
      DeferredLock lock = new DeferredLock();
      return lock.acquire() // here
          .addCallback(held -> Integer.parseInt("none"))
          .addErrback(NumberFormatException.class, none -> 0);
    }
  }

  @Mistake(
      value = "two callers wait for a queue, and one item comes",
      code = FailureCode.PENDING_DEFERRED)
  static final class OneItemForTwo {
    @Trial
    void queue() {
      DeferredQueue<String> queue = new DeferredQueue<>();
      queue.get().addCallback(String::length);
      queue.get().addCallback(String::length); // here
      queue.put("item");
    }
  }

  @Mistake(
      value = "an answer comes after its timeout, and neither is expected",
      code = FailureCode.UNHANDLED_FAILURE)
  static final class LateAnswer {
    @Trial
    void answer(VirtualClock clock) {
      Deferred<String> answer = new Deferred<>();
      clock.callLater(SECOND.multipliedBy(3), () -> answer.callback("late"));
      answer.addTimeout(SECOND, clock); // here
      clock.advance(SECOND.multipliedBy(5));
    }
  }

  @Mistake(
      value = "a Deferred that a stage of the JDK waits for is left unfired",
      code = FailureCode.PENDING_DEFERRED)
  static final class FutureOfUnfired {
    @Trial
    void future(VirtualClock clock) {
      Deferred<String> answer = new Deferred<>(); // here
      CompletableFuture<String> future = Deferreds.toFuture(answer, clock.executor());
      future.thenApply(String::length);
    }
  }

  @Mistake(value = "a call that makes a Deferred throws instead")
  static final class ThrowsInstead {
    @Trial
    Deferred<?> ask() {
      return request("none").addCallback(number -> number + 1);
    }

    private static Deferred<Integer> request(String text) {
      return Deferred.succeed(Integer.parseInt(text)); // here
    }
  }
}
