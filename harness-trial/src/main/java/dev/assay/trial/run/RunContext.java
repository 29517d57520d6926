// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.run;

import dev.assay.deferred.Deferred;
import dev.assay.ledger.AfterEnd;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.Sneaky;
import dev.assay.pending.PendingKind;
import dev.assay.pending.Site;
import dev.assay.stack.Sites;
import dev.assay.trial.TrialContext;
import dev.assay.trial.TrialSettings;
import dev.assay.trial.report.TrialErrors;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The context of one run, which its own thread may use until the run has ended. */
final class RunContext extends TrialContext {
  private final String name;
  private final Ledger ledger;
  private final AtomicReference<TrialSettings> settings;
  private final Awaiter awaiter;
  private final TrialErrors errors;
  private final Cleanups cleanups = new Cleanups();
  private final ScratchDirectory scratch = new ScratchDirectory();
  private final Map<Class<?>, Object> fixtures = new LinkedHashMap<>();
  private boolean ended;

  RunContext(
      String name,
      Ledger ledger,
      AtomicReference<TrialSettings> settings,
      Awaiter awaiter,
      TrialErrors errors) {
    this.name = name;
    this.ledger = ledger;
    this.settings = settings;
    this.awaiter = awaiter;
    this.errors = errors;
  }

  /** Refuses all requests from now on. */
  void end() {
    ended = true;
  }

  Cleanups cleanups() {
    return cleanups;
  }

  ScratchDirectory scratch() {
    return scratch;
  }

  @Override
  public void addCleanup(Cleanup cleanup) {
    Objects.requireNonNull(cleanup, "cleanup");
    checkUsable("add a cleanup");
    cleanups.add(
        trial -> {
          cleanup.run();
          return null;
        });
  }

  @Override
  public void addDeferringCleanup(Supplier<? extends @Nullable Deferred<?>> cleanup) {
    Objects.requireNonNull(cleanup, "cleanup");
    checkUsable("add a cleanup");
    cleanups.add(trial -> cleanup.get());
  }

  @Override
  public Path temporaryDirectory() {
    checkUsable("create a temporary directory");
    return scratch.path();
  }

  @Override
  protected List<Throwable> flushErrors(List<Class<? extends Throwable>> types) {
    checkUsable("flush logged errors");
    Predicate<Throwable> named = error -> types.stream().anyMatch(type -> type.isInstance(error));
    return ledger.flushErrors(types.isEmpty() ? error -> true : named, named);
  }

  @Override
  public <T extends @Nullable Object> T await(Deferred<T> deferred) {
    checkUsable("await " + deferred.name());
    try {
      return awaiter.valueOf(deferred);
    } catch (Throwable failure) {
      throw Sneaky.raise(failure);
    }
  }

  @Override
  public <T extends @Nullable Object> T await(CompletionStage<T> stage) {
    checkUsable("await a stage");
    Site asker = Sites.here();
    try {
      return awaiter.valueOf(stage, asker);
    } catch (Throwable failure) {
      throw Sneaky.raise(failure);
    }
  }

  @Override
  public void allowPending(PendingKind... kinds) {
    checkUsable("allow anything");
    settings.set(settings.get().allowing(List.of(kinds)));
  }

  @Override
  public void allowPending(String... names) {
    checkUsable("allow anything");
    settings.set(settings.get().allowingNames(List.of(names)));
  }

  @Override
  public void note(String text) {
    checkUsable("note something");
    ledger.steppables().forEach(each -> each.note(text));
    errors.addNote(text);
  }

  @Override
  public void label(String label) {
    errors.label(label);
  }

  @Override
  public <T> T fixture(Class<T> type, Supplier<? extends T> maker) {
    Object made = fixtures.get(type);
    if (made == null) {
      made = maker.get();
      fixtures.put(type, made);
    }
    return type.cast(made);
  }

  /** Refuses a request after the end of the trial, or from another thread. */
  private void checkUsable(String what) {
    if (ended) {
      throw AfterEnd.refuse(ledger, what, "cannot " + what + ": " + name);
    }
    if (ledger.isForeign()) {
      ledger.foreignCall("tried to " + what);
      throw new IllegalStateException(
          "thread %s must not %s: only the trial's own thread may do that"
              .formatted(Thread.currentThread().getName(), what));
    }
  }
}
