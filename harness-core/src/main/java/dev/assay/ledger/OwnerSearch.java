// SPDX-License-Identifier: Apache-2.0
package dev.assay.ledger;

import dev.assay.stack.TrialCode;
import java.lang.StackWalker.StackFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The search for the trial that owns what an unbound thread does, logs or ends with.
 *
 * <p>The owner is the trial whose code is on the stack: that of its method or, if there is none, of
 * its class. So a task belongs to its trial, whichever trial started the pool that runs it. If the
 * stack shows no trial, or several, it is the trial that created the thread, even if that has
 * ended. It is never a trial that only happens to run.
 */
final class OwnerSearch {
  private final @Nullable Ledger maker;
  private final List<Ledger> known = new ArrayList<>(CurrentWork.trials());
  private final List<Ledger> byMethod = new ArrayList<>(1);
  private final List<Ledger> byClass = new ArrayList<>(1);

  private OwnerSearch(@Nullable Birth birth) {
    this.maker = birth == null ? null : birth.ledger();
    if (maker != null && !known.contains(maker)) {
      known.add(maker);
    }
    Thread here = Thread.currentThread();
    // The trial's own thread, between the parts of the trial, does the work of others.
    known.removeIf(trial -> here.equals(trial.thread()));
  }

  /** Returns the trial of the code that runs here and now if it has not ended, or null. */
  static @Nullable Ledger openHere() {
    Ledger found = here();
    return found == null || found.isClosed() ? null : found;
  }

  /** Returns the trial of the code that runs here and now, or null if it belongs to none. */
  static @Nullable Ledger here() {
    OwnerSearch search = new OwnerSearch(CurrentWork.birth());
    if (search.known.isEmpty()) {
      return null;
    }
    StackWalker.getInstance().forEach(search::read);
    return search.answer();
  }

  /** Returns the trial of an error that this thread reports, or null if it belongs to none. */
  static @Nullable Ledger of(Throwable error) {
    OwnerSearch search = new OwnerSearch(CurrentWork.birth());
    if (search.known.isEmpty()) {
      return null;
    }
    StackWalker.getInstance().forEach(search::read);
    if (search.isUndecided()) {
      stackOf(error).forEach(frame -> search.read(frame.getClassName(), frame.getMethodName()));
    }
    return search.answer();
  }

  private static List<StackTraceElement> stackOf(Throwable error) {
    try {
      return List.of(error.getStackTrace());
    } catch (RuntimeException | Error e) {
      return List.of(); // an error whose methods throw is still an error
    }
  }

  private void read(StackFrame frame) {
    read(frame.getClassName(), frame.getMethodName());
  }

  private void read(String type, String method) {
    for (Ledger trial : known) {
      TrialCode code = trial.code();
      if (code != null && code.hasMethod(type, method)) {
        add(byMethod, trial);
      } else if (code != null && code.hasClass(type)) {
        add(byClass, trial);
      }
    }
  }

  private static void add(List<Ledger> found, Ledger trial) {
    if (!found.contains(trial)) {
      found.add(trial);
    }
  }

  private boolean isUndecided() {
    return byMethod.isEmpty() && byClass.isEmpty();
  }

  private @Nullable Ledger answer() {
    return Stream.of(byMethod, byClass)
        .filter(some -> some.size() == 1 || (maker != null && some.contains(maker)))
        .findFirst()
        .map(some -> some.size() == 1 ? some.get(0) : maker)
        .orElse(maker);
  }
}
