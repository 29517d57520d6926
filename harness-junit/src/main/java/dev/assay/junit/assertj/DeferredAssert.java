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
 * <p>A Deferred has a result when a callback that is added to it would run at once: it has fired,
 * and it neither waits for another Deferred, nor is paused, nor runs a callback just now. It then
 * has succeeded or failed.
 *
 * <p>As nothing changes, a failure that nobody has handled still counts as unhandled after an
 * assertion about it, and fails the trial if it is left so. A test that expects a failure handles
 * it: {@code deferred.addErrback(IOException.class, error -> null)}.
 *
 * @param <T> what the Deferred gives
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

  /** Verifies that the result is a value, whichever. */
  public DeferredAssert<T> succeeded() {
    value(() -> "to have succeeded");
    return this;
  }

  /** Verifies that the result is a value that equals another; arrays are equal by content. */
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

  /** Verifies that the result is a value that meets requirements. */
  public DeferredAssert<T> hasResultSatisfying(Consumer<? super T> requirements) {
    requirements.accept(value(() -> "to have succeeded"));
    return this;
  }

  /**
   * Verifies that the result is a failure of a type.
   *
   * <p>The failure stays as it is. One that nobody has handled fails the trial if it is left so:
   * add an errback for it.
   */
  public DeferredAssert<T> failedWith(Class<? extends Throwable> type) {
    error(type, "to have failed with " + type.getName());
    return this;
  }

  /**
   * Verifies that the result is a failure of a type that meets requirements.
   *
   * <p>The failure stays as it is, as with {@link #failedWith(Class)}.
   */
  public <X extends Throwable> DeferredAssert<T> failedWith(
      Class<X> type, Consumer<? super X> requirements) {
    requirements.accept(error(type, "to have failed with " + type.getName()));
    return this;
  }

  /**
   * Verifies that the result is a {@link CancellationException}, which a Deferred that is cancelled
   * fails with unless its canceller fires it otherwise.
   *
   * <p>The failure stays as it is, as with {@link #failedWith(Class)}.
   */
  public DeferredAssert<T> isCancelled() {
    error(CancellationException.class, "to be cancelled");
    return this;
  }

  /**
   * Verifies that {@link Deferred#pause()} holds this back; to wait for another Deferred does not
   * count.
   */
  public DeferredAssert<T> isPaused() {
    return expect(DeferredText.pauses(present()) > 0, "to be paused", () -> "nobody has paused it");
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
