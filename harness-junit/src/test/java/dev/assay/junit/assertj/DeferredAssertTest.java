// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.assertj;

import static dev.assay.junit.assertj.AssayAssertions.assertThat;
import static dev.assay.junit.assertj.Failing.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/** Which assertions about Deferreds hold. */
final class DeferredAssertTest {
  private final Deferred<Integer> unfired = new Deferred<>();
  private final Deferred<Integer> three = Deferred.succeed(3);
  private final IOException boom = new FileNotFoundException("boom");
  private final Deferred<Integer> failed = Deferred.fail(boom);
  private final List<Throwable> seen = new ArrayList<>();

  @Test
  void hasNoResult_unfired_holds() {
    assertThat(unfired).hasNoResult();
    failure(() -> assertThat(unfired).succeeded());
    failure(() -> assertThat(unfired).succeededWith(3));
    failure(() -> assertThat(unfired).failedWith(Throwable.class));
  }

  @Test
  void succeeded_value_holds() {
    assertThat(three).succeeded().succeededWith(3);
    failure(() -> assertThat(three).hasNoResult());
    failure(() -> assertThat(three).failedWith(Throwable.class));
  }

  @Test
  void succeededWith_otherValue_fails() {
    AssertionError failure = failure(() -> assertThat(three).succeededWith(4));
    assertThat(failure).isInstanceOf(AssertionFailedError.class);
    AssertionFailedError difference = (AssertionFailedError) failure;
    assertThat(difference.getActual().getValue()).isEqualTo(3);
    assertThat(difference.getExpected().getValue()).isEqualTo(4);
  }

  @Test
  void succeededWith_null_isAValueLikeOthers() {
    Deferred<@Nullable Integer> nothing = Deferred.succeed(null);
    assertThat(nothing).succeededWith(null);
    failure(() -> assertThat(nothing).succeededWith(0));
    failure(
        () -> AssayAssertions.<@Nullable Integer>assertThat(widened(three)).succeededWith(null));
  }

  @SuppressWarnings("unchecked")
  private static Deferred<@Nullable Integer> widened(Deferred<?> deferred) {
    return (Deferred<@Nullable Integer>) deferred;
  }

  @Test
  void succeededWith_array_isComparedByContent() {
    assertThat(Deferred.succeed(new byte[] {1})).succeededWith(new byte[] {1});
    assertThat(Deferred.succeed(new int[] {1, 2})).succeededWith(new int[] {1, 2});
    assertThat(Deferred.<Object[]>succeed(new Object[] {"a", new int[] {1}}))
        .succeededWith(new Object[] {"a", new int[] {1}});
    failure(() -> assertThat(Deferred.succeed(new byte[] {1})).succeededWith(new byte[] {2}));
    failure(() -> assertThat(Deferred.succeed(new int[] {1})).succeededWith(new int[] {1, 2}));
    failure(
        () ->
            assertThat(Deferred.<Object[]>succeed(new Object[] {new int[] {1}}))
                .succeededWith(new Object[] {new int[] {2}}));
  }

  @Test
  void hasResultSatisfying_requirementsFail_failsAsTheyDo() {
    assertThat(three).hasResultSatisfying(value -> assertThat(value).isPositive());
    AssertionError wrong = new AssertionError("wrong");
    assertThat(failure(() -> assertThat(three).hasResultSatisfying(v -> raise(wrong))))
        .isSameAs(wrong);
  }

  @Test
  void hasResultSatisfying_noValue_failsWithoutAsking() {
    failure(() -> assertThat(unfired).hasResultSatisfying(value -> seen.add(boom)));
    failure(() -> assertThat(failed).hasResultSatisfying(value -> seen.add(boom)));
    assertThat(seen).isEmpty();
  }

  @Test
  void failedWith_typeOrSupertype_holds() {
    assertThat(failed).failedWith(FileNotFoundException.class).failedWith(IOException.class);
    failure(() -> assertThat(failed).failedWith(RuntimeException.class));
  }

  @Test
  void failedWith_requirements_seeTheFailure() {
    assertThat(failed).failedWith(IOException.class, seen::add);
    assertThat(seen).containsExactly(boom);
    failure(() -> assertThat(failed).failedWith(RuntimeException.class, seen::add));
    failure(
        () -> assertThat(failed).failedWith(IOException.class, e -> raise(new AssertionError())));
    assertThat(seen).hasSize(1);
  }

  @Test
  void failure_instead_isTheCause() {
    assertThat(failure(() -> assertThat(failed).succeededWith(3))).hasCause(boom);
    assertThat(failure(() -> assertThat(failed).succeeded())).hasCause(boom);
    assertThat(failure(() -> assertThat(failed).hasNoResult())).hasCause(boom);
    assertThat(failure(() -> assertThat(failed).isCancelled())).hasCause(boom);
    assertThat(failure(() -> assertThat(failed).failedWith(Error.class))).hasCause(boom);
  }

  @Test
  void isCancelled_afterCancel_holds() {
    unfired.cancel();
    assertThat(unfired).isCancelled().failedWith(CancellationException.class);
    failure(() -> assertThat(three).isCancelled());
  }

  @Test
  void isCancelled_cancellerMadeItSucceed_fails() {
    Deferred<Integer> saved = new Deferred<>(deferred -> deferred.callback(1));
    saved.cancel();
    failure(() -> assertThat(saved).isCancelled());
  }

  @Test
  void waiting_hasNoResult_andIsNotPaused() {
    Deferred<Integer> waiting = three.addDeferringCallback(value -> unfired);
    assertThat(waiting).hasNoResult();
    failure(() -> assertThat(waiting).succeeded());
    failure(() -> assertThat(waiting).isPaused());
    waiting.pause();
    assertThat(waiting).isPaused();
  }

  @Test
  void paused_hasNoResult_forItsCallbacksHaveNotRun() {
    three.pause();
    Deferred<String> text = three.addCallback(value -> "number " + value);
    assertThat(text).isPaused().hasNoResult();
    failure(() -> assertThat(text).succeeded());
    three.unpause();
    assertThat(text).succeededWith("number 3");
    failure(() -> assertThat(text).isPaused());
  }

  @Test
  void running_hasNoResult_forItHoldsWhatTheCallbackTook() {
    List<AssertionError> failures = new ArrayList<>();
    unfired.addCallback(
        value -> {
          assertThat(unfired).hasNoResult();
          failures.add(failure(() -> assertThat(unfired).succeededWith(value)));
          return value + 1;
        });
    unfired.callback(1);
    assertThat(unfired).succeededWith(2);
    assertThat(failures).hasSize(1);
  }

  @Test
  void nothing_isNotADeferred() {
    Deferred<Integer> nothing = nothing();
    failure(() -> assertThat(nothing).hasNoResult());
    failure(() -> assertThat(nothing).isPaused());
    failure(() -> assertThat(nothing).succeeded());
  }

  @Test
  void description_isShown() {
    assertThat(failure(() -> assertThat(unfired).as("the %s", "answer").succeeded()))
        .hasMessageStartingWith("[the answer] ");
    assertThat(failure(() -> assertThat(failed).withFailMessage("no luck").succeeded()))
        .hasMessage("no luck");
  }

  @Test
  void failure_stackTrace_startsInTheTest() {
    assertThat(failure(() -> assertThat(unfired).succeeded()).getStackTrace()[0].getClassName())
        .isEqualTo(DeferredAssertTest.class.getName());
    assertThat(failure(() -> assertThat(failed).succeeded()).getStackTrace()[0].getClassName())
        .isEqualTo(DeferredAssertTest.class.getName());
  }

  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  private static <T> T nothing() {
    return (T) null;
  }

  private static void raise(AssertionError error) {
    throw error;
  }
}
