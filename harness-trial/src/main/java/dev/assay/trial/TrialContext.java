// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

import dev.assay.deferred.Deferred;
import dev.assay.pending.AfterEnd;
import dev.assay.pending.Display;
import dev.assay.pending.Ledger;
import dev.assay.pending.PendingKind;
import dev.assay.pending.Site;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a trial can ask of the harness while it runs.
 *
 * @since 0.1
 */
public final class TrialContext {
  private static final int TOLD = 10;

  private final TrialRun run;
  private final Ledger ledger;
  private final Awaiting awaiting;
  private final Cleanups cleanups;
  private final ScratchDirectory scratch;
  private final Map<Class<?>, Object> fixtures = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();

  TrialContext(
      TrialRun run, Ledger ledger, Awaiting awaiting, Cleanups cleanups, ScratchDirectory scratch) {
    this.run = run;
    this.ledger = ledger;
    this.awaiting = awaiting;
    this.cleanups = cleanups;
    this.scratch = scratch;
  }

  /** Does something after the test, whatever comes of it; what was added last is done first. */
  public void addCleanup(Cleanup cleanup) {
    Objects.requireNonNull(cleanup, "cleanup");
    checkUsable("add a clean-up");
    cleanups.add(
        trial -> {
          cleanup.run();
          return null;
        });
  }

  /** Does something after the test, as {@link #addCleanup} does, and waits for its result. */
  public void addDeferringCleanup(Supplier<? extends @Nullable Deferred<?>> cleanup) {
    Objects.requireNonNull(cleanup, "cleanup");
    checkUsable("add a clean-up");
    cleanups.add(trial -> cleanup.get());
  }

  /** Sets something for this trial, and sets it back in a clean-up. */
  public <T extends @Nullable Object> void patch(
      Supplier<? extends T> getter, Consumer<? super T> setter, T value) {
    T before = getter.get();
    addCleanup(() -> setter.accept(before));
    setter.accept(value);
  }

  /** Returns a directory for this trial's files, which is kept if the trial fails. */
  public Path temporaryDirectory() {
    checkUsable("make a temporary directory");
    return scratch.path();
  }

  /**
   * Takes the errors of some types, of all if none is given, that nobody has handled: those that
   * were logged, and the failures of Deferreds. They do not fail the trial any more. Verdicts that
   * the harness has thrown into the test are taken by their type alone.
   */
  @SafeVarargs
  public final List<Throwable> flushLoggedErrors(Class<? extends Throwable>... types) {
    checkUsable("flush logged errors");
    List<Class<? extends Throwable>> taken = new ArrayList<>();
    for (Class<? extends Throwable> type : types) {
      taken.add(type);
    }
    Predicate<Throwable> named = error -> taken.stream().anyMatch(type -> type.isInstance(error));
    return ledger.flushErrors(taken.isEmpty() ? error -> true : named, named);
  }

  /** Waits for a Deferred: drives what the trial has made until it has a result. */
  public <T extends @Nullable Object> T await(Deferred<T> deferred) throws Throwable {
    checkUsable("await " + deferred.name());
    return awaiting.valueOf(deferred);
  }

  /** Waits for a stage as for a Deferred, and also in real time, for threads that complete it. */
  public <T extends @Nullable Object> T await(CompletionStage<T> stage) throws Throwable {
    checkUsable("await a stage");
    return awaiting.valueOf(stage, Site.here());
  }

  /** Lets things of some kinds be left behind by this trial. */
  public void allowPending(PendingKind... kinds) {
    checkUsable("allow anything");
    run.allow(settings -> settings.allowing(List.of(kinds)));
  }

  /**
   * Lets things and threads be left behind by this trial, by their names or labels; a name that
   * ends in {@code *} stands for all that begin so.
   */
  public void allowPending(String... names) {
    checkUsable("allow anything");
    run.allow(settings -> settings.allowingNames(List.of(names)));
  }

  /** Writes a note into the record of what happens, and into the text of a failure. */
  public void note(String text) {
    checkUsable("note something");
    ledger.steppables().forEach(each -> each.note(text));
    synchronized (notes) {
      notes.add("noted at t=" + Display.time(run.elapsed()) + ": " + text);
    }
  }

  /** Says which case this trial is about, in the text of a failure. */
  public void label(String label) {
    run.findings().label(label);
  }

  /** Returns what this trial has of a type, and makes it if it has none yet. */
  public <T> T fixture(Class<T> type, Supplier<? extends T> maker) {
    Object made = fixtures.get(type);
    if (made == null) {
      made = maker.get();
      fixtures.put(type, made);
    }
    return type.cast(made);
  }

  /** Refuses what is asked for when the trial has ended, or from another thread. */
  private void checkUsable(String what) {
    if (run.hasEnded()) {
      throw AfterEnd.refuse(ledger, what, "nobody can " + what + ": " + run.name());
    }
    if (ledger.isForeign()) {
      ledger.foreignCall("tried to " + what);
      throw new IllegalStateException(
          "thread %s must not %s: only the trial's own thread may ask for it"
              .formatted(Thread.currentThread().getName(), what));
    }
  }

  /** Returns the last notes, and how many more there are; any thread may ask. */
  List<String> notes() {
    List<String> told;
    int more;
    synchronized (notes) {
      more = notes.size() - TOLD;
      told = new ArrayList<>(notes.subList(Math.max(0, more), notes.size()));
    }
    if (more > 0) {
      told.add(0, FailureReport.count(more, "earlier note is", "earlier notes are") + " not told");
    }
    return told;
  }

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
