// SPDX-License-Identifier: Apache-2.0
package dev.assay.reactor.rules;

import static java.util.Objects.requireNonNull;

import dev.assay.ledger.Ledger;
import dev.assay.ledger.LedgerEntry;
import dev.assay.pending.PendingKind;
import dev.assay.pending.Remedy;
import dev.assay.stack.Sites;
import org.jspecify.annotations.Nullable;

/** The ledger entry of a child process, from its start until its protocol knows of its end. */
final class ProcessEntry extends LedgerEntry {
  private @Nullable BaseProcess process;

  ProcessEntry(Ledger ledger) {
    super(ledger, PendingKind.PROCESS, Sites.here());
  }

  /** Makes this entry describe a process that runs, and opens it. */
  void open(BaseProcess running) {
    process = running;
    open();
  }

  @Override
  protected PendingKind kind() {
    return PendingKind.PROCESS;
  }

  @Override
  protected String detail() {
    return requireNonNull(process, "process").describe();
  }

  @Override
  protected @Nullable Remedy remedy() {
    return process != null && process.isEnding()
        ? new Remedy("the test ends before the process has", "advance until it has ended")
        : null;
  }
}
