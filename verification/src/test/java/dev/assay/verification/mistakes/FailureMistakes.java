// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import static java.lang.System.Logger.Level.ERROR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Deferreds;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.VirtualClock;
import dev.assay.junit.Trial;
import dev.assay.trial.FailureCode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;

/** Mistakes with failures that nobody sees. */
@SuppressWarnings("FutureReturnValueIgnored") // they are mistakes
final class FailureMistakes {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private FailureMistakes() {}

  @Mistake(
      value = "a failed Deferred is dropped",
      code = FailureCode.UNHANDLED_FAILURE,
      elsewhere = "passes with CompletableFuture")
  static final class Dropped {
    @Trial
    void failure() {
      Deferred.fail(new IllegalStateException("boom")); // here
    }
  }

  @Mistake(
      value = "an assertion is in a callback, and its Deferred is not returned",
      code = FailureCode.UNHANDLED_FAILURE)
  static final class AssertionInCallback {
    @Trial
    void assertion() {
      Deferred<String> answer = new Deferred<>(); // here
      answer.addEffect(text -> assertThat(text).isEqualTo("pong"));
      answer.callback("ping");
    }
  }

  @Mistake(value = "an errback throws", code = FailureCode.UNHANDLED_FAILURE)
  static final class ErrbackThrows {
    @Trial
    void errback() {
      Deferred<String> answer = Deferred.fail(new IllegalStateException("boom")); // here
      answer.addErrback(error -> error.toString().substring(99));
    }
  }

  @Mistake(
      value = "an errback is added for another type of failure",
      code = FailureCode.UNHANDLED_FAILURE)
  static final class WrongType {
    @Trial
    void errback() {
      Deferred<String> answer = Deferred.fail(new IllegalStateException("boom")); // here
      answer.addErrback(IllegalArgumentException.class, error -> "handled");
    }
  }

  @Mistake(value = "a cancelled Deferred is forgotten", code = FailureCode.UNHANDLED_FAILURE)
  static final class CancelledAndForgotten {
    @Trial
    void cancel() {
      Deferred<String> answer = new Deferred<>(); // here
      answer.cancel();
    }
  }

  @Mistake(value = "an unexpected timeout", code = FailureCode.UNHANDLED_FAILURE)
  static final class TimedOut {
    @Trial
    void timeout(VirtualClock clock) {
      Deferred<String> answer = new Deferred<>(); // here
      answer.addTimeout(SECOND, clock);
      clock.advance(SECOND);
    }
  }

  @Mistake(value = "a Deferred is fired twice, by a timer", code = FailureCode.LOGGED_ERROR)
  static final class FiredTwice {
    @Trial
    void twice(VirtualClock clock) {
      Deferred<String> answer = new Deferred<>();
      clock.callLater(SECOND, () -> answer.callback("again")); // here
      answer.callback("once");
      clock.advance(SECOND);
    }
  }

  @Mistake(value = "a plain callback returns a Deferred", code = FailureCode.UNHANDLED_FAILURE)
  static final class ReturnsDeferred {
    @Trial
    void callback() {
      Deferred<String> answer = Deferred.succeed("a"); // here
      answer.<Object>addCallback(a -> Deferred.succeed("b"));
    }
  }

  @Mistake(value = "the Deferred that is returned fails")
  static final class ReturnedFails {
    @Trial
    Deferred<?> answer(VirtualClock clock) {
      Deferred<String> answer = new Deferred<>();
      clock.callLater(SECOND, () -> answer.errback(new IllegalStateException("boom"))); // here
      return answer;
    }
  }

  @Mistake(value = "a member of a gathering fails, and the failure is not reported")
  static final class GatherFails {
    @Trial
    Deferred<?> answers() {
      return Deferreds.gather(List.of(Deferred.succeed("a"), failed()));
    }

    private static Deferred<String> failed() {
      return Deferred.fail(new IllegalStateException("boom")); // here
    }
  }

  @Mistake(
      value = "the future of a failed task is not read",
      code = FailureCode.LOGGED_ERROR,
      elsewhere = "passes with CompletableFuture and in Netty's EmbeddedChannel")
  static final class FutureNotRead {
    @Trial
    void task(VirtualClock clock) {
      clock
          .scheduledExecutor()
          .schedule(() -> Integer.parseInt("none"), 1, TimeUnit.SECONDS); // here
      clock.advance(SECOND);
    }
  }

  @Mistake(value = "a task in the thread pool throws", code = FailureCode.LOGGED_ERROR)
  static final class TaskThrows {
    @Trial
    void task(FakeReactor reactor) {
      reactor.callInThread(() -> Integer.parseInt("none")); // here
      reactor.advance(SECOND);
    }
  }

  @Mistake(
      value = "code catches an exception and only logs it (java.util.logging)",
      code = FailureCode.LOGGED_ERROR)
  static final class OnlyLogged {
    private static final Logger LOG = Logger.getLogger(OnlyLogged.class.getName());

    @Trial
    void caught() {
      LOG.log(Level.SEVERE, "could not send", new IllegalStateException("boom")); // here
    }
  }

  @Mistake(
      value = "code catches an exception and only logs it (System.Logger)",
      code = FailureCode.LOGGED_ERROR)
  static final class OnlyLoggedBySystem {
    private static final System.Logger LOG = System.getLogger("mistakes");

    @Trial
    void caught() {
      LOG.log(ERROR, "could not send", new IllegalStateException("boom")); // here
    }
  }

  @Mistake(
      value = "code catches an exception and only logs it (SLF4J, to Log4j)",
      code = FailureCode.LOGGED_ERROR)
  static final class OnlyLoggedToLog4j {
    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(OnlyLoggedToLog4j.class);

    @Trial
    void caught() {
      LOG.error("could not send {}", 7, new IllegalStateException("boom")); // here
    }
  }

  @Mistake(value = "a canceller throws", code = FailureCode.LOGGED_ERROR)
  static final class CancellerThrows {
    @Trial
    void cancel() {
      Deferred<String> answer = new Deferred<>(cancelled -> Integer.parseInt("none")); // here
      answer.addErrback(error -> "cancelled");
      answer.cancel();
    }
  }
}
