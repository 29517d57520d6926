// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.DeferredLock;
import dev.assay.deferred.DeferredQueue;
import dev.assay.deferred.DeferredSemaphore;
import dev.assay.deferred.Deferreds;
import dev.assay.deferred.Sequential;
import dev.assay.fake.VirtualClock;
import dev.assay.junit.Strict;
import dev.assay.junit.TimeLimit;
import dev.assay.junit.Trial;
import dev.assay.trial.FailureCode;
import dev.assay.trial.TrialContext;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Mistakes with results that never come, or that nobody waits for. */
final class DeferredMistakes {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private DeferredMistakes() {}

  @Mistake(
      value = "the result that the test waits for never comes",
      code = FailureCode.NEVER_FIRES,
      elsewhere = "hangs forever in reactor-test")
  static final class NeverFires {
    @Trial
    Deferred<?> answer() {
      return new Deferred<String>(); // here
    }
  }

  @Mistake(
      value = "the result waits for another one that never comes",
      code = FailureCode.NEVER_FIRES)
  static final class InnerNeverFires {
    @Trial
    Deferred<?> answer() {
      Deferred<String> inner = new Deferred<>(); // here
      return Deferred.succeed("a").addDeferringCallback(a -> inner);
    }
  }

  @Mistake(
      value = "the test waits in its middle for what never comes",
      code = FailureCode.NEVER_FIRES)
  static final class AwaitsForEver {
    @Trial
    void answer(TrialContext trial) throws Throwable {
      Deferred<String> answer = new Deferred<>(); // here
      trial.await(answer);
    }
  }

  @Mistake(value = "one of several results never comes", code = FailureCode.NEVER_FIRES)
  static final class OneOfMany {
    @Trial
    Deferred<?> answers() {
      return Deferreds.gather(List.of(Deferred.succeed("a"), new Deferred<>())); // here
    }
  }

  @Mistake(value = "straight-line code waits forever", code = FailureCode.NEVER_FIRES)
  static final class SequentialWaits {
    @Trial
    Deferred<?> body() {
      return Sequential.run(line -> line.await(new Deferred<String>())); // here
    }
  }

  @Mistake(
      value = "a Deferred is not returned, and is never fired",
      code = FailureCode.PENDING_DEFERRED,
      elsewhere = "passes in Twisted's trial")
  static final class NotReturned {
    @Trial
    void answer() {
      Deferred<String> answer = new Deferred<>(); // here
      answer.addCallback(String::length);
    }
  }

  @Mistake(value = "a Deferred stays paused", code = FailureCode.PENDING_DEFERRED)
  static final class StaysPaused {
    @Trial
    void answer() {
      Deferred<String> answer = Deferred.succeed("a"); // here
      answer.pause();
      answer.addCallback(String::length);
    }
  }

  @Mistake(value = "a paused Deferred is returned", code = FailureCode.NEVER_FIRES)
  static final class ReturnedPaused {
    @Trial
    Deferred<?> answer() {
      Deferred<String> answer = Deferred.succeed("a"); // here
      answer.pause();
      return answer.addCallback(String::length);
    }
  }

  @Mistake(value = "a strict trial forgets a Deferred", code = FailureCode.PENDING_DEFERRED)
  @Strict
  static final class ForgottenInStrict {
    @Trial
    void answer() {
      new Deferred<String>().label("forgotten"); // here
    }
  }

  @Mistake(value = "a taken item is not put into a queue", code = FailureCode.PENDING_DEFERRED)
  static final class QueueStaysEmpty {
    @Trial
    void queue() {
      DeferredQueue<String> queue = new DeferredQueue<>();
      queue.get().addCallback(String::length); // here
    }
  }

  @Mistake(value = "a lock is not released", code = FailureCode.HELD_LOCK)
  static final class LockHeld {
    @Trial
    Deferred<?> lock() {
      return new DeferredLock().acquire(); // here
    }
  }

  @Mistake(value = "a token is not released on one path", code = FailureCode.HELD_LOCK)
  static final class TokenHeld {
    @Trial
    void tokens() {
      DeferredSemaphore semaphore = new DeferredSemaphore(2);
      semaphore.acquire().addCallback(held -> held);
      semaphore.acquire(); // here
      semaphore.release();
    }
  }

  @Mistake(
      value = "two parties hold a lock each, and wait for each other's",
      code = FailureCode.NEVER_FIRES)
  static final class Deadlock {
    @Trial
    Deferred<?> locks(VirtualClock clock) {
      DeferredLock a = new DeferredLock();
      DeferredLock b = new DeferredLock();
      Deferred<DeferredLock> first = a.acquire().addDeferringCallback(held -> later(clock, b));
      Deferred<DeferredLock> second = b.acquire().addDeferringCallback(held -> later(clock, a));
      return Deferreds.gather(List.of(first, second)); // here
    }

    private static Deferred<DeferredLock> later(VirtualClock clock, DeferredLock lock) {
      return Deferreds.deferLater(clock, SECOND).addDeferringCallback(nothing -> lock.acquire());
    }
  }

  @Mistake(
      value = "the stage that is returned is never completed",
      code = FailureCode.NEVER_FIRES,
      elsewhere = "Jupiter does not run the test")
  @TimeLimit(real = "150ms")
  static final class StageNeverEnds {
    @Trial
    CompletionStage<?> answer() { // here
      return new CompletableFuture<String>();
    }
  }

  @Mistake(value = "a bridged stage is never completed", code = FailureCode.NEVER_FIRES)
  @TimeLimit(real = "150ms")
  static final class BridgedStageNeverEnds {
    @Trial
    Deferred<?> answer(VirtualClock clock) {
      CompletableFuture<String> stage = new CompletableFuture<>();
      return Deferreds.fromStage(stage, clock.executor()); // here
    }
  }

  @Mistake(
      value = "a catch swallows the failure of a wait, and its Deferred is left",
      code = FailureCode.PENDING_DEFERRED)
  static final class VerdictSwallowed {
    @Trial
    void answer(TrialContext trial) {
      Deferred<String> answer = new Deferred<>(); // here
      answer.addCallback(String::strip);
      try {
        trial.await(answer);
      } catch (Throwable swallowed) {
        trial.note("no answer");
      }
    }
  }

  @Mistake(
      value = "a callback returns, as its value, a stage that never ends",
      code = FailureCode.NEVER_FIRES)
  @TimeLimit(real = "150ms")
  static final class StageAsValueNeverEnds {
    @Trial
    Deferred<?> answer() { // here
      CompletableFuture<String> stage = new CompletableFuture<>();
      return Deferred.succeed("ping").addCallback(ping -> stage);
    }
  }
}
