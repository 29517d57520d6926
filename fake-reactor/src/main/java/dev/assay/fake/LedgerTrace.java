// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import dev.assay.pending.LedgerEntry;
import dev.assay.pending.LedgerListener;
import dev.assay.pending.PendingKind;
import org.jspecify.annotations.Nullable;

/** What a trial's ledger tells, written into the trace, unless the fakes write it themselves. */
record LedgerTrace(Trace trace) implements LedgerListener {
  @Override
  public void opened(LedgerEntry entry, PendingKind kind) {
    if (kind == PendingKind.LOGGED_ERROR) {
      trace.add("", "logged", entry, new Detail(entry));
    } else if (isOthers(kind)) {
      trace.add("", "opened", entry, "");
    }
  }

  @Override
  public void fired(LedgerEntry deferred, @Nullable Throwable failure) {
    trace.add("", "fired", deferred, failure == null ? "" : failure.getClass().getName());
  }

  @Override
  public void settled(LedgerEntry entry, PendingKind kind) {
    if (isOthers(kind)) {
      trace.add("", "settled", entry, "");
    }
  }

  private static boolean isOthers(PendingKind kind) {
    return switch (kind) {
      case DEFERRED, UNHANDLED_FAILURE, FUTURE, LOCK, PRODUCER, FOREIGN_CALL -> true;
      case DELAYED_CALL,
          CONNECTION,
          LISTENING_PORT,
          DATAGRAM_PORT,
          DESCRIPTOR,
          SCRIPTED,
          THREAD_TASK,
          LOGGED_ERROR ->
          false;
    };
  }

  /** What was logged. */
  private record Detail(LedgerEntry logged) {
    @Override
    public String toString() {
      return logged.freeze().detail();
    }
  }
}
