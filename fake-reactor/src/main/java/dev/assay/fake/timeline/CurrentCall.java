// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.timeline;

import dev.assay.fake.bytes.Failures;
import dev.assay.pending.Cause;
import dev.assay.pending.Ledger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The call that a timeline is running, and what becomes of what it throws; the code of the call is
 * what this class calls.
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

  /** Returns where calls put what they throw if no ledger takes it. */
  Failures failures() {
    return failures;
  }

  void run(VirtualCall begun) {
    if (ledger == null) {
      perform(begun);
      return;
    }
    Supplier<Cause> outer = ledger.happens(begun);
    ledger.progressed(); // last, so that another thread that sees it sees what happens
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

  /** Takes what the running call threw: a ledger is told at once, else whoever drives the clock. */
  void report(Throwable thrown) {
    if (ledger == null) {
      failures.add(thrown);
    } else {
      ledger.logError(call == null ? "a task" : call.who(), thrown);
    }
  }
}
