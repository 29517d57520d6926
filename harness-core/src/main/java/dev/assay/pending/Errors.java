// SPDX-License-Identifier: Apache-2.0
package dev.assay.pending;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The last resort for errors that no caller can be told: the trial's ledger, or the log where there
 * is no trial.
 *
 * @since 0.1
 */
public final class Errors {
  private Errors() {}

  /**
   * Takes down what this thread dies of, for the trial that it belongs to, if any.
   *
   * @param otherwise the ledger of the trial that it belongs to if nothing says another, or null
   */
  public static void ofThread(Throwable error, @Nullable Ledger otherwise) {
    Ledger found = Whose.of(error);
    Ledger ledger = found == null ? otherwise : found;
    if (ledger != null
        && CurrentWork.trials().stream().noneMatch(some -> some.foreign.knows(error))) {
      Birth birth = CurrentWork.birth();
      Site site = ledger.isClosed() || birth == null ? Site.unknown() : birth.site();
      String made = site.element() == null ? "" : ", made at " + site;
      ledger.foreign.addError(
          Site.unknown(), ForeignUse.thisThread() + made, error, ledger.isClosed());
    }
  }

  /**
   * Takes down what this thread, which runs no trial, has told nobody but the log, if it belongs to
   * a trial or to one that has ended.
   *
   * @param ledger the ledger of the trial, of several, that hears of it now
   */
  public static void loggedByThread(Ledger ledger, Supplier<String> message, Throwable error) {
    Ledger found = Whose.of(error);
    if (found != null && (found.equals(ledger) || found.isClosed())) {
      String thread = ForeignUse.thisThread();
      found.foreign.addError(Site.here(), thread + ": " + message.get(), error, found.isClosed());
    }
  }

  /**
   * Returns a task that does another for a trial, on whatever thread it is run: what it makes, logs
   * or throws belongs to that trial.
   *
   * @param ledger the ledger of the trial, or null for none
   */
  public static Runnable carrying(@Nullable Ledger ledger, Runnable task) {
    return () -> {
      Ledger.Binding binding = CurrentWork.bind(ledger, Thread.currentThread());
      try {
        task.run();
      } catch (Throwable error) {
        if (ledger != null) {
          ledger.foreign.addError(
              Site.unknown(), ForeignUse.thisThread(), error, ledger.isClosed());
        }
        throw error;
      } finally {
        binding.close();
      }
    };
  }

  /**
   * Takes down, if this thread runs a trial, what the harness throws there: a verdict, or the
   * refusal of something. Code that swallows it does not get rid of it: it is a problem of the
   * trial unless it comes out as one, or is flushed.
   *
   * @return the same, to be thrown
   */
  public static <X extends Throwable> X refused(X refusal) {
    Ledger current = CurrentWork.bound();
    if (current != null) {
      current.refusals.add(refusal);
    }
    return refusal;
  }

  /**
   * Refuses, on any thread, what it wants of a trial that is not its own; somebody is told of that,
   * even if the code swallows the refusal.
   *
   * @param what what it wants to do, such as {@code fire Deferred#2}
   * @param text what the refusal says
   * @return the refusal, to be thrown
   */
  public static IllegalStateException refuse(Ledger ledger, String what, String text) {
    return ForeignUse.refuse(ledger, what, text);
  }

  /** Returns what {@link #refused} has taken down for a trial, and what was not flushed since. */
  public static List<Throwable> refusals(Ledger ledger) {
    return ledger.refusals.all();
  }

  /**
   * Logs an error.
   *
   * @param what what failed, such as {@code canceller of Deferred#2}
   */
  public static void log(String what, Throwable error) {
    Ledger ledger = Ledger.current();
    if (ledger == null) {
      System.getLogger("dev.assay").log(Level.ERROR, what + " failed", error);
    } else {
      ledger.logError(what, error);
    }
  }
}
