// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.timeline;

import dev.assay.fake.bytes.Failures;
import dev.assay.ledger.Ledger;
import dev.assay.pending.Cause;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The call that a timeline is running, and the handling of its exceptions. This class invokes the
 * call's code.
 */
final class CurrentCall {
  private final Failures failures = new Failures();
  private final @Nullable Ledger ledger;
  private @Nullable VirtualCall call;

  CurrentCall(@Nullable Ledger ledger) {
    this.ledger = ledger;
  }

  /** Returns the call, or null between calls. */
  @Nullable VirtualCall call() {
    return call;
  }

  /** Returns the collection of exceptions that no ledger accepts. */
  Failures failures() {
    return failures;
  }

  void run(VirtualCall begun) {
    if (ledger == null) {
      perform(begun);
      return;
    }
    Supplier<Cause> outer = ledger.happens(begun);
    ledger.progressed(); // last, so that another thread that sees the new value also sees the event
    perform(begun);
    ledger.happens(outer);
  }

  private void perform(VirtualCall begun) {
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

  /**
   * Reports an exception of the running call: to the ledger immediately or, without a ledger, to
   * the method that drives the clock.
   */
  void report(Throwable thrown) {
    if (ledger == null) {
      failures.add(thrown);
    } else {
      ledger.logError(call == null ? "a task" : call.who(), thrown);
    }
  }
}
