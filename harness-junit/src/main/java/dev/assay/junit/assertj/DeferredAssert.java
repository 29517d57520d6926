// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.assertj;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Outcome;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about a {@link Deferred}, which never change it.
 *
 * <p>A Deferred has a result when a newly added callback would run at once: it has fired, it does
 * not wait for another Deferred, it is not paused, and it is not running a callback. It has then
 * either succeeded or failed.
 *
 * <p>Because nothing changes, a failure that was not handled still counts as unhandled after an
 * assertion about it, and fails the trial if it stays unhandled. A test that expects a failure
 * handles it: {@code deferred.addErrback(IOException.class, error -> null)}.
 *
 * @param <T> the type of the Deferred's value
 * @since 0.1
 */
public class DeferredAssert<T extends @Nullable Object>
    extends SubjectAssert<DeferredAssert<T>, Deferred<T>> {

  /** Makes assertions about a Deferred. */
  @SuppressWarnings({"unchecked", "rawtypes"}) // there is no class literal of a generic type
  public DeferredAssert(@Nullable Deferred<T> actual) {
    super(actual, (Class) DeferredAssert.class);
  }

  /** Verifies that there is no result yet. */
  public DeferredAssert<T> hasNoResult() {
    Outcome<T> result = DeferredText.resultOf(present());
    if (result instanceof Outcome.Failure<T> failure) {
      throw causedBy(failure.error(), "to have no result", came());
    }
    return expect(result == null, "to have no result", this::came);
  }

  /** Verifies that the result is a value, whatever it is. */
  public DeferredAssert<T> succeeded() {
    value(() -> "to have succeeded");
    return this;
  }

  /** Verifies that the result is a value equal to another; arrays are equal by content. */
  public DeferredAssert<T> succeededWith(T expected) {
    T value = value(() -> "to have succeeded with " + ValueText.of(expected));
    if (!equal(value, expected)) {
      throw difference(
          value,
          expected,
          "to have succeeded with " + ValueText.of(expected, value),
          "it succeeded with " + ValueText.of(value, expected) + ValueText.alike(value, expected));
    }
    return this;
  }

  /** Verifies that the result is a value that satisfies the requirements. */
  public DeferredAssert<T> hasResultSatisfying(Consumer<? super T> requirements) {
    requirements.accept(value(() -> "to have succeeded"));
    return this;
  }

  /**
   * Verifies that the result is a failure of a type.
   *
   * <p>The failure stays as it is. If it was not handled, it fails the trial unless the test adds
   * an errback for it.
   */
  public DeferredAssert<T> failedWith(Class<? extends Throwable> type) {
    error(type, "to have failed with " + type.getName());
    return this;
  }

  /**
   * Verifies that the result is a failure of a type that satisfies the requirements.
   *
   * <p>The failure stays as it is, as with {@link #failedWith(Class)}.
   */
  public <X extends Throwable> DeferredAssert<T> failedWith(
      Class<X> type, Consumer<? super X> requirements) {
    requirements.accept(error(type, "to have failed with " + type.getName()));
    return this;
  }

  /**
   * Verifies that the result is a {@link CancellationException}. A cancelled Deferred fails with
   * one unless its canceller fires it otherwise.
   *
   * <p>The failure stays as it is, as with {@link #failedWith(Class)}.
   */
  public DeferredAssert<T> isCancelled() {
    error(CancellationException.class, "to be cancelled");
    return this;
  }

  /**
   * Verifies that the Deferred is paused by {@link Deferred#pause()}. Waiting for another Deferred
   * does not count.
   */
  public DeferredAssert<T> isPaused() {
    return expect(DeferredText.pauses(present()) > 0, "to be paused", () -> "it is not paused");
  }

  private boolean equal(T value, T expected) {
    try {
      return Objects.deepEquals(value, expected);
    } catch (StackOverflowError e) {
      throw causedBy(
          e,
          "to have succeeded with " + ValueText.of(expected),
          came() + ", and one of them contains itself or is too deep to be compared");
    }
  }

  private T value(Supplier<String> wanted) {
    Outcome<T> result = DeferredText.resultOf(present());
    if (result instanceof Outcome.Success<T> success) {
      return success.value();
    }
    throw result instanceof Outcome.Failure<T> failure
        ? causedBy(failure.error(), wanted.get(), came())
        : unmet(wanted.get(), came());
  }

  private <X extends Throwable> X error(Class<X> type, String wanted) {
    Outcome<T> result = DeferredText.resultOf(present());
    if (!(result instanceof Outcome.Failure<T> failure)) {
      throw unmet(wanted, came());
    }
    Throwable error = failure.error();
    if (!type.isInstance(error)) {
      throw causedBy(error, wanted, came() + DeferredText.hiddenIn(error, type));
    }
    return type.cast(error);
  }

  private String came() {
    return DeferredText.instead(actual);
  }
}
