// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Outcome;
import dev.assay.ledger.Display;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * Trials that a program, or a test of any framework, runs by a method call, and three checks of a
 * Deferred that every test needs.
 *
 * <p>The verdict of a trial is a value; {@link TrialOutcome#orThrow()} throws the failure.
 *
 * @since 0.1
 */
public final class Trials {
  private Trials() {}

  /** Runs a trial whose body is done when it returns. */
  public static TrialOutcome run(Body body) {
    return runAwaiting(
        TrialSettings.DEFAULT,
        trial -> {
          body.run(trial);
          return null;
        });
  }

  /** Runs a trial whose body may return an object to await. */
  public static TrialOutcome runAwaiting(TrialBody body) {
    return runAwaiting(TrialSettings.DEFAULT, body);
  }

  /** Runs a trial whose body may return an object to await, with other settings. */
  public static TrialOutcome runAwaiting(TrialSettings settings, TrialBody body) {
    return Found.RUNNER.run(settings, body);
  }

  /**
   * Returns the value of a Deferred, without changing it.
   *
   * @throws AssertionError if it has none
   */
  public static <T extends @Nullable Object> T successResultOf(Deferred<T> deferred) {
    if (deferred.state() instanceof Outcome.Success<T> success) {
      return success.value();
    }
    AssertionError error = new AssertionError(otherThan("a value", deferred));
    if (deferred.state() instanceof Outcome.Failure<T> failure) {
      error.initCause(failure.error());
    }
    throw error;
  }

  /**
   * Returns the failure of a Deferred, which then counts as handled.
   *
   * @throws AssertionError if it has none, or one of another type
   */
  public static <X extends Throwable> X failureResultOf(Deferred<?> deferred, Class<X> type) {
    if (!(deferred.state() instanceof Outcome.Failure<?> failure)) {
      throw new AssertionError(otherThan("a failure", deferred));
    }
    if (!type.isInstance(failure.error())) {
      throw new AssertionError(
          "expected a "
              + type.getName()
              + ", but "
              + deferred.name()
              + " failed with "
              + Display.of(failure.error()),
          failure.error());
    }
    deferred.<@Nullable Void>addBoth(handled -> null);
    return type.cast(failure.error());
  }

  /**
   * Checks that a Deferred has no result, without changing it.
   *
   * @throws AssertionError if it has one
   */
  public static void assertNoResult(Deferred<?> deferred) {
    if (deferred.state() instanceof Outcome) {
      throw new AssertionError("expected no result yet, but this is " + deferred);
    }
  }

  /**
   * The body of a trial that is done when it returns.
   *
   * @since 0.1
   */
  @FunctionalInterface
  public interface Body {
    /** Runs the code of the trial. */
    void run(TrialContext trial) throws Throwable;
  }

  private static String otherThan(String expected, Deferred<?> deferred) {
    String text = "expected " + expected + ", but this is " + deferred;
    if (deferred.state() instanceof Outcome) {
      return text;
    }
    return text
        + deferred.ledgerLine().map(line -> "\n  created at " + line.site()).orElse("")
        + "\n  fix: first run what it waits for, for example with clock.advance(...), or return it";
  }

  /** The machinery, looked up once a trial is run: the checks of a Deferred do without it. */
  private static final class Found {
    static final TrialRunner RUNNER =
        ServiceLoader.load(TrialRunner.class, Trials.class.getClassLoader()).iterator().next();
  }
}
