// SPDX-License-Identifier: Apache-2.0
package dev.assay.call;

import dev.assay.ledger.Ledger;
import dev.assay.pending.Cause;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The call that is running, and the handling of its exceptions. This class invokes the call's code.
 *
 * @param <C> the type of the calls
 * @since 0.1
 */
public final class CurrentCall<C extends ArmedCall<C>> {
  private final @Nullable Ledger ledger;
  private final Unrecorded unrecorded;
  private @Nullable C call;

  /**
   * Creates the place of a call.
   *
   * @param ledger the ledger of the trial, which records exceptions, or null outside a trial
   * @param unrecorded receives the exceptions outside a trial
   */
  public CurrentCall(@Nullable Ledger ledger, Unrecorded unrecorded) {
    this.ledger = ledger;
    this.unrecorded = unrecorded;
  }

  /** Returns the call, or null between calls. */
  public @Nullable C call() {
    return call;
  }

  /** Runs a call. */
  public void run(C begun) {
    if (ledger == null) {
      perform(begun);
      return;
    }
    Supplier<Cause> outer = ledger.happens(begun);
    ledger.progressed(); // last, so that another thread that sees the new value also sees the event
    perform(begun);
    ledger.happens(outer);
  }

  private void perform(C begun) {
    Runnable action = begun.begin();
    call = begun;
    try {
      action.run();
    } catch (Throwable thrown) {
      report(thrown);
    } finally {
      call = null;
    }
  }

  /** Reports an exception of the running call. */
  public void report(Throwable thrown) {
    if (ledger == null) {
      unrecorded.accept(call == null ? "a task" : call, thrown);
    } else {
      ledger.logError(call == null ? "a task" : call.who(), thrown);
    }
  }

  /**
   * What is done with an exception that no ledger records.
   *
   * @since 0.1
   */
  public interface Unrecorded {
    /** Accepts an exception, and the code that threw it. */
    void accept(Object thrower, Throwable thrown);
  }
}
