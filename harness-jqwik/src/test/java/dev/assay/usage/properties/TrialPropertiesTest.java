// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.TestExecutionResult.Status.ABORTED;
import static org.junit.platform.engine.TestExecutionResult.Status.FAILED;
import static org.junit.platform.engine.TestExecutionResult.Status.SUCCESSFUL;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Deferreds;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.VirtualClock;
import dev.assay.jqwik.TrialProperties;
import dev.assay.junit.AllowPending;
import dev.assay.junit.Todo;
import dev.assay.pending.PendingKind;
import dev.assay.trial.LeftBehindError;
import dev.assay.trial.SkippedException;
import dev.assay.trial.TrialContext;
import dev.assay.trial.TrialError;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The verdict on each try of a property. */
final class TrialPropertiesTest {
  private static PropertyRun run(String property) {
    return PropertyRun.of(Properties.class, property);
  }

  @Test
  void leftCall_ofManyTries_shrinksAndNamesItsLine() {
    PropertyRun run = run("leaves_a_call");
    assertThat(run.shrunk()).contains("n: 1001");
    assertThat(run.error()).hasMessageStartingWith("A-PENDING-CALL: ");
    assertThat(run.error())
        .extracting(error -> error.getStackTrace()[0].getMethodName())
        .isEqualTo("leaves_a_call");
  }

  @Test
  void leak_besidesAnotherThatIsSmaller_shrinksToItself() {
    PropertyRun run = run("leaves_one_of_two_calls");
    assertThat(run.shrunk()).contains("n: 1001");
  }

  @Test
  void returnedDeferred_thatFails_fails() {
    assertThat(run("returns_a_failing_deferred").error()).isInstanceOf(IOException.class);
  }

  @Test
  void returnedDeferred_thatFiresLater_isAwaited() {
    assertThat(run("returns_a_late_deferred").status()).isEqualTo(SUCCESSFUL);
  }

  @Test
  void returnedDeferred_thatCanNeverFire_fails() {
    assertThat(run("returns_a_deferred_that_never_fires").error()).isInstanceOf(TrialError.class);
  }

  @Test
  void returnedBoolean_thatComesLaterAndIsFalse_fails() {
    assertThat(run("returns_a_late_false").status()).isEqualTo(FAILED);
  }

  @Test
  void returnedBoolean_thatIsPromisedDeepInTheTypeAndIsFalse_fails() {
    assertThat(run("returns_a_bounded_false").status()).isEqualTo(FAILED);
    assertThat(run("returns_a_nested_false").status()).isEqualTo(FAILED);
  }

  @Test
  void returnedDeferred_thatIsNull_fails() {
    assertThat(run("returns_null").error())
        .hasMessage(
            "returns_null has returned null:"
                + " it must return the Deferred that it declares, or nothing at all");
  }

  @Test
  void returnedFalse_thatNobodyPromises_isNoVerdict() {
    assertThat(run("returns_an_accidental_false").status()).isEqualTo(SUCCESSFUL);
  }

  @Test
  void returnedDeferred_thatGivesAFailingStage_fails() {
    assertThat(run("returns_a_deferred_of_a_failing_stage").error())
        .isInstanceOf(IOException.class);
  }

  @Test
  void returnedStage_thatFails_fails() {
    assertThat(run("returns_a_failing_stage").error()).isInstanceOf(IOException.class);
  }

  @Test
  void returnedObject_thatNobodyReads_fails() {
    assertThat(run("returns_an_object").error())
        .hasMessage(
            "returns_an_object must return nothing, a boolean, a Deferred or a CompletionStage:"
                + " java.lang.String");
  }

  @Test
  void returnedFalse_fails() {
    assertThat(run("returns_false").status()).isEqualTo(FAILED);
  }

  @Test
  void discardedTry_thatLeavesSomething_fails() {
    assertThat(run("discards_tries_with_leaks").error()).hasMessageStartingWith("A-PENDING-CALL: ");
  }

  @Test
  void failedBody_thatLeavesSomething_failsAsTheBodyAndNotesTheRest() {
    PropertyRun run = run("fails_and_leaves_a_call");
    assertThat(run.error()).isInstanceOf(IllegalStateException.class);
    assertThat(run.shrunk()).contains("n: 1001");
    assertThat(run.report()).contains("1 call is still armed");
  }

  @Test
  void unwatchedDeferred_withoutParameters_isJudged() {
    assertThat(run("leaves_a_deferred").error()).hasMessageStartingWith("A-PENDING-DEFERRED: ");
  }

  @Test
  void stackOverflow_isReported() {
    assertThat(run("overflows_the_stack").error()).isInstanceOf(StackOverflowError.class);
  }

  @Test
  void loggedError_fails() {
    assertThat(run("has_a_call_that_throws").error()).hasMessageStartingWith("A-LOGGED-ERROR: ");
  }

  @Test
  void cleanup_thatFails_fails() {
    assertThat(run("cleans_up_in_vain").error()).hasMessage("no such thing");
  }

  @Test
  void skippedTry_isDiscarded() {
    PropertyRun run = run("skips_most_tries");
    assertThat(run.status()).isEqualTo(SUCCESSFUL);
    assertThat(run.report()).contains("tries = 10 ", "checks = 5 ");
  }

  @Test
  void todo_thatFails_isAborted() {
    PropertyRun run = run("is_to_do");
    assertThat(run.status()).isEqualTo(ABORTED);
    assertThat(run.error()).hasMessage("todo: not yet");
  }

  @Test
  void todo_thatFailsOtherwise_fails() {
    assertThat(run("is_to_do_otherwise").status()).isEqualTo(FAILED);
  }

  @Test
  void todo_thatFailsAndLeavesACall_fails() {
    assertThat(run("is_to_do_and_leaves_a_call").error())
        .hasMessageStartingWith("A-PENDING-CALL: ");
  }

  @Test
  void todo_ofALeak_mustSaySo() {
    assertThat(run("is_to_do_tidily").status()).isEqualTo(ABORTED);
  }

  @Test
  void todo_thatPasses_fails() {
    assertThat(run("is_done").error())
        .hasMessage("a property that is expected to fail has passed: not yet");
  }

  @Test
  void allowedKind_mayBeLeft() {
    assertThat(run("may_leave_calls").status()).isEqualTo(SUCCESSFUL);
  }

  @Test
  void example_isATrial() {
    assertThat(run("example_leaves_a_call").error()).hasMessageStartingWith("A-PENDING-CALL: ");
  }

  @Test
  void nextProperty_afterOneThatFailed_isJudgedByItself() {
    assertThat(PropertyRun.of(Properties.class, "leaves_a_call").status()).isEqualTo(FAILED);
    assertThat(PropertyRun.of(Properties.class, "may_leave_calls").status()).isEqualTo(SUCCESSFUL);
  }

  @Test
  void fixtures_aroundATry_areThoseOfTheTry() {
    PropertyRun run = PropertyRun.of(Around.class, "has_the_same_clock");
    assertThat(run.error()).isNull();
  }

  @Test
  void fieldWithAClockForAllTries_isRefused() {
    assertThat(PropertyRun.of(Fields.class, "has_a_clock_of_its_own").error())
        .hasMessageStartingWith("the field clock has a VirtualClock before the first try");
  }

  /** Properties of all sorts. */
  @TrialProperties
  static final class Properties {
    @Property(edgeCases = EdgeCasesMode.NONE)
    void leaves_a_call(@ForAll @IntRange(max = 1_000_000) int n, VirtualClock clock) {
      if (n > 1_000) {
        clock.callLater(Duration.ofSeconds(1), () -> {});
      }
    }

    @Property(edgeCases = EdgeCasesMode.NONE, seed = "1")
    void leaves_one_of_two_calls(@ForAll @IntRange(max = 1_000_000) int n, VirtualClock clock) {
      if (n > 1_000) {
        Leaks.here(clock);
      } else if (n > 10) {
        Leaks.there(clock);
      }
    }

    @Property
    Deferred<String> returns_a_failing_deferred(@ForAll int n, FakeReactor reactor) {
      return Deferreds.deferLater(
          reactor,
          Duration.ofMinutes(1),
          () -> {
            throw new IOException("late");
          });
    }

    @Property
    Deferred<?> returns_a_late_deferred(@ForAll @IntRange(max = 99) int n, FakeReactor reactor) {
      assertThat(reactor.elapsed()).isZero();
      Duration delay = Duration.ofSeconds(n);
      return Deferreds.deferLater(reactor, delay)
          .addEffect(done -> assertThat(reactor.elapsed()).isEqualTo(delay));
    }

    @Property
    Deferred<?> returns_a_deferred_that_never_fires(@ForAll int n) {
      return new Deferred<>();
    }

    @Example
    Deferred<Boolean> returns_a_late_false(FakeReactor reactor) {
      return Deferreds.deferLater(reactor, Duration.ofSeconds(1), () -> false);
    }

    @Example
    Deferred<? extends @Nullable Boolean> returns_a_bounded_false() {
      return Deferred.succeed(false);
    }

    @Example
    CompletionStage<CompletionStage<Boolean>> returns_a_nested_false() {
      return CompletableFuture.completedStage(CompletableFuture.completedStage(false));
    }

    @Example
    @Nullable Deferred<?> returns_null() {
      return null;
    }

    @Example
    Deferred<?> returns_an_accidental_false() {
      return Deferred.succeed(false);
    }

    @Example
    Deferred<?> returns_a_deferred_of_a_failing_stage() {
      CompletableFuture<String> stage = CompletableFuture.failedFuture(new IOException("gone"));
      return Deferred.succeed("ping").addCallback(ping -> stage);
    }

    @Property
    CompletionStage<?> returns_a_failing_stage(@ForAll int n) {
      return CompletableFuture.failedFuture(new IOException("failed"));
    }

    @Property
    String returns_an_object(@ForAll int n) {
      return "seen by nobody";
    }

    @Property
    boolean returns_false(@ForAll int n) {
      return false;
    }

    @Property
    void discards_tries_with_leaks(@ForAll @IntRange(max = 3) int n, VirtualClock clock) {
      if (n > 0) {
        clock.callLater(Duration.ofSeconds(1), () -> {});
      }
      Assume.that(n == 0);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void fails_and_leaves_a_call(@ForAll @IntRange(max = 1_000_000) int n, VirtualClock clock) {
      if (n > 1_000) {
        clock.callLater(Duration.ofSeconds(1), () -> {});
        throw new IllegalStateException("too many: " + n);
      }
    }

    @Property
    void leaves_a_deferred(@ForAll int n) {
      new Deferred<String>().addEffect(value -> {});
    }

    @Property
    void has_a_call_that_throws(@ForAll int n, VirtualClock clock) {
      clock.callLater(
          Duration.ofSeconds(1),
          () -> {
            throw new IllegalStateException("thrown by a call");
          });
      clock.advance(Duration.ofSeconds(1));
    }

    @Property
    void cleans_up_in_vain(@ForAll int n, TrialContext trial) {
      trial.addCleanup(
          () -> {
            throw new IOException("no such thing");
          });
    }

    @Property(tries = 100)
    void skips_most_tries(@ForAll @IntRange(max = 9) int n) {
      if (n > 4) {
        throw new SkippedException("too many");
      }
    }

    @Property
    @Todo("not yet")
    void is_to_do(@ForAll @IntRange(max = 9) int n) {
      assertThat(n).isLessThan(5);
    }

    @Property
    @Todo(value = "not yet", errors = IOException.class)
    void is_to_do_otherwise(@ForAll @IntRange(max = 9) int n) {
      assertThat(n).isLessThan(5);
    }

    @Property
    @Todo("not yet")
    void is_to_do_and_leaves_a_call(@ForAll @IntRange(max = 9) int n, VirtualClock clock) {
      clock.callLater(Duration.ofSeconds(1), () -> {});
      assertThat(n).isLessThan(5);
    }

    @Property
    @Todo(value = "not yet", errors = LeftBehindError.class)
    void is_to_do_tidily(@ForAll int n, VirtualClock clock) {
      clock.callLater(Duration.ofSeconds(1), () -> {});
    }

    @Property
    @Todo("not yet")
    void is_done(@ForAll int n) {}

    @Property
    @AllowPending(PendingKind.DELAYED_CALL)
    void may_leave_calls(@ForAll int n, VirtualClock clock) {
      clock.callLater(Duration.ofSeconds(1), () -> {});
    }

    @Example
    void example_leaves_a_call(VirtualClock clock) {
      clock.callLater(Duration.ofSeconds(1), () -> {});
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void overflows_the_stack(@ForAll @IntRange(max = 1_000_000) int n) {
      if (n > 1_000) {
        overflows_the_stack(n);
      }
    }
  }

  /** A property with methods around each try. */
  @TrialProperties
  static final class Around {
    private @Nullable VirtualClock before;
    private @Nullable VirtualClock during;

    @BeforeTry
    void setUp(VirtualClock clock, TrialContext trial) {
      assertThat(clock).isNotSameAs(before);
      before = clock;
      clock.callLater(Duration.ofDays(1), () -> {}).label("ended after the try");
      trial.addCleanup(() -> assertThat(clock.elapsed()).isEqualTo(Duration.ofDays(1)));
    }

    @Property(tries = 10)
    void has_the_same_clock(@ForAll int n, VirtualClock clock, FakeReactor reactor) {
      assertThat(clock).isSameAs(before).isSameAs(reactor.clock());
      assertThat(clock.delayedCalls()).hasSize(1);
      during = clock;
    }

    @AfterTry
    void tearDown(VirtualClock clock) {
      assertThat(clock).isSameAs(during);
      clock.advance(Duration.ofDays(1));
    }
  }

  /** A property with a field that is made once. */
  @TrialProperties
  static final class Fields {
    private final VirtualClock clock = new VirtualClock();

    @Property
    void has_a_clock_of_its_own(@ForAll int n) {
      clock.callLater(Duration.ofSeconds(1), () -> {});
    }
  }
}
