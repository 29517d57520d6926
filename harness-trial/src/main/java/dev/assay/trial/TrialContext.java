// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

import dev.assay.deferred.Deferred;
import dev.assay.pending.PendingKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The services of the harness for a trial while it runs. The code that runs the trial passes it to
 * the test.
 *
 * @since 0.1
 */
public abstract class TrialContext {
  /** Makes a context, for code that runs trials. */
  protected TrialContext() {}

  /** Adds a cleanup to run after the test, whatever its result; the last one added runs first. */
  public abstract void addCleanup(Cleanup cleanup);

  /** Adds a cleanup as {@link #addCleanup} does, and waits for its result. */
  public abstract void addDeferringCleanup(Supplier<? extends @Nullable Deferred<?>> cleanup);

  /** Sets a value for this trial, and sets the old value again in a cleanup. */
  public final <T extends @Nullable Object> void patch(
      Supplier<? extends T> getter, Consumer<? super T> setter, T value) {
    T before = getter.get();
    addCleanup(() -> setter.accept(before));
    setter.accept(value);
  }

  /** Returns a directory for this trial's files, which is kept if the trial fails. */
  public abstract Path temporaryDirectory();

  /**
   * Removes and returns the unhandled errors of some types, or of all types if none is given: the
   * logged errors and the failures of Deferreds. They no longer fail the trial. Verdicts that the
   * harness has thrown into the test are matched by their type only.
   */
  @SafeVarargs
  public final List<Throwable> flushLoggedErrors(Class<? extends Throwable>... types) {
    List<Class<? extends Throwable>> taken = new ArrayList<>();
    for (Class<? extends Throwable> type : types) {
      taken.add(type);
    }
    return flushErrors(taken);
  }

  /** Implements {@link #flushLoggedErrors}. */
  protected abstract List<Throwable> flushErrors(List<Class<? extends Throwable>> types);

  /**
   * Waits for a Deferred: drives the objects of the trial until it has a result. Returns its value
   * or throws its failure itself, whatever the type.
   */
  public abstract <T extends @Nullable Object> T await(Deferred<T> deferred) throws Exception;

  /** Waits for a stage as for a Deferred, and also in real time, for threads that complete it. */
  public abstract <T extends @Nullable Object> T await(CompletionStage<T> stage) throws Exception;

  /** Allows this trial to leave things of some kinds behind. */
  public abstract void allowPending(PendingKind... kinds);

  /**
   * Allows this trial to leave things and threads behind, by their names or labels. A name that
   * ends in {@code *} matches all names that begin with the rest.
   */
  public abstract void allowPending(String... names);

  /** Writes a note into the trace, and into the text of a failure. */
  public abstract void note(String text);

  /** Labels the case that this trial tests, in the text of a failure. */
  public abstract void label(String label);

  /** Returns this trial's object of a type, and makes it if there is none yet. */
  public abstract <T> T fixture(Class<T> type, Supplier<? extends T> maker);

  /**
   * An action at the end of a trial.
   *
   * @since 0.1
   */
  @FunctionalInterface
  public interface Cleanup {
    /** Runs the cleanup. */
    void run() throws Throwable;
  }
}
