// SPDX-License-Identifier: Apache-2.0
package dev.assay.ledger;

import dev.assay.pending.Site;
import dev.assay.stack.Sites;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The last resort for errors that cannot be reported to a caller: the trial's ledger, or the log
 * where there is no trial.
 *
 * @since 0.1
 */
public final class Errors {
  private Errors() {}

  /**
   * Records the error that ends this thread, for the trial that the thread belongs to, if any.
   *
   * @param otherwise the ledger of the trial to use if none is found, or null
   */
  public static void ofThread(Throwable error, @Nullable Ledger otherwise) {
    Ledger found = OwnerSearch.of(error);
    Ledger ledger = found == null ? otherwise : found;
    if (ledger != null
        && CurrentWork.trials().stream().noneMatch(some -> some.foreign.knows(error))) {
      Birth birth = CurrentWork.birth();
      Site site = ledger.isClosed() || birth == null ? Site.unknown() : birth.site();
      String made = site.element() == null ? "" : ", created at " + site;
      ledger.foreign.addError(
          Site.unknown(), ForeignUse.thisThread() + made, error, ledger.isClosed());
    }
  }

  /**
   * Records an error that this thread, which runs no trial, has reported to the log only, if the
   * thread belongs to a trial, running or ended.
   *
   * @param ledger the ledger of the trial, of several, that is asked now
   */
  public static void loggedByThread(Ledger ledger, Supplier<String> message, Throwable error) {
    Ledger found = OwnerSearch.of(error);
    if (found != null && (found.equals(ledger) || found.isClosed())) {
      String thread = ForeignUse.thisThread();
      found.foreign.addError(Sites.here(), thread + ": " + message.get(), error, found.isClosed());
    }
  }

  /**
   * Returns a task that runs another one for a trial, on any thread: what it creates, logs or
   * throws belongs to that trial.
   *
   * @param ledger the ledger of the trial, or null for none
   */
  public static Runnable carrying(@Nullable Ledger ledger, Runnable task) {
    return () -> {
      Ledger.Binding binding = CurrentWork.actFor(Thread.currentThread(), ledger);
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
   * Records, if this thread runs a trial, an error that the harness throws there: a verdict, or a
   * refusal. Code that swallows the error does not remove it: it is a problem of the trial unless
   * it is thrown by the trial, or is flushed.
   *
   * @return the same error, to be thrown
   */
  public static <X extends Throwable> X refused(X refusal) {
    Ledger current = CurrentWork.bound();
    if (current != null) {
      current.refusals.add(refusal);
    }
    return refusal;
  }

  /**
   * Refuses, on any thread, an action on another trial. The refusal is also recorded, even if the
   * code swallows it.
   *
   * @param what the action, such as {@code fire Deferred#2}
   * @param text the message of the refusal
   * @return the refusal, to be thrown
   */
  public static IllegalStateException refuse(Ledger ledger, String what, String text) {
    return ForeignUse.refuse(ledger, what, text);
  }

  /**
   * Returns the errors that {@link #refused} has recorded for a trial and that were not flushed
   * since.
   */
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
