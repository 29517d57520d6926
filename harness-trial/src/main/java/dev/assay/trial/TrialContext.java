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
 * The services of the harness for a trial while it runs. Whoever runs the trial hands it over.
 *
 * @since 0.1
 */
public abstract class TrialContext {
  /** Makes a context, for whoever runs trials. */
  protected TrialContext() {}

  /** Does something after the test, whatever comes of it; what was added last is done first. */
  public abstract void addCleanup(Cleanup cleanup);

  /** Does something after the test, as {@link #addCleanup} does, and waits for its result. */
  public abstract void addDeferringCleanup(Supplier<? extends @Nullable Deferred<?>> cleanup);

  /** Sets something for this trial, and sets it back in a clean-up. */
  public final <T extends @Nullable Object> void patch(
      Supplier<? extends T> getter, Consumer<? super T> setter, T value) {
    T before = getter.get();
    addCleanup(() -> setter.accept(before));
    setter.accept(value);
  }

  /** Returns a directory for this trial's files, which is kept if the trial fails. */
  public abstract Path temporaryDirectory();

  /**
   * Takes the errors of some types, of all if none is given, that nobody has handled: those that
   * were logged, and the failures of Deferreds. They do not fail the trial any more. Verdicts that
   * the harness has thrown into the test are taken by their type alone.
   */
  @SafeVarargs
  public final List<Throwable> flushLoggedErrors(Class<? extends Throwable>... types) {
    List<Class<? extends Throwable>> taken = new ArrayList<>();
    for (Class<? extends Throwable> type : types) {
      taken.add(type);
    }
    return flushErrors(taken);
  }

  /** Does what {@link #flushLoggedErrors} says. */
  protected abstract List<Throwable> flushErrors(List<Class<? extends Throwable>> types);

  /**
   * Waits for a Deferred: drives what the trial has made until it has a result. Returns its value
   * or throws its failure itself, of whatever type.
   */
  public abstract <T extends @Nullable Object> T await(Deferred<T> deferred) throws Exception;

  /** Waits for a stage as for a Deferred, and also in real time, for threads that complete it. */
  public abstract <T extends @Nullable Object> T await(CompletionStage<T> stage) throws Exception;

  /** Lets things of some kinds be left behind by this trial. */
  public abstract void allowPending(PendingKind... kinds);

  /**
   * Lets things and threads be left behind by this trial, by their names or labels; a name that
   * ends in {@code *} stands for all that begin so.
   */
  public abstract void allowPending(String... names);

  /** Writes a note into the record of what happens, and into the text of a failure. */
  public abstract void note(String text);

  /** Says which case this trial is about, in the text of a failure. */
  public abstract void label(String label);

  /** Returns what this trial has of a type, and makes it if it has none yet. */
  public abstract <T> T fixture(Class<T> type, Supplier<? extends T> maker);

  /**
   * Something that is done at the end of a trial.
   *
   * @since 0.1
   */
  @FunctionalInterface
  public interface Cleanup {
    /** Does it. */
    void run() throws Throwable;
  }
}
