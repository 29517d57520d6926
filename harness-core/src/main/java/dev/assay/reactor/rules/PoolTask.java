// SPDX-License-Identifier: Apache-2.0
package dev.assay.reactor.rules;

import dev.assay.ledger.Display;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.LedgerEntry;
import dev.assay.pending.PendingKind;
import dev.assay.stack.Sites;
import org.jspecify.annotations.Nullable;

/**
 * A task of the thread pool, from the request to its end.
 *
 * @since 0.1
 */
public final class PoolTask {
  private final Runnable work;
  private final Class<?> code;
  private final @Nullable Entry entry;
  private volatile String state = "waits for a thread";

  /**
   * Creates a task.
   *
   * @param code the class of the user's code
   */
  public PoolTask(Runnable work, Class<?> code, @Nullable Ledger ledger) {
    this.work = work;
    this.code = code;
    this.entry = ledger == null ? null : new Entry(ledger, this);
    if (entry != null) {
      entry.open();
    }
  }

  /** Assigns a thread to this task, on which it will run. */
  public void start() {
    state = "under way";
  }

  /** Does the work, on any thread. */
  public void run() {
    state = "running";
    work.run();
  }

  /** Ends this task, on the reactor's thread. */
  public void end() {
    state = "done";
    if (entry != null) {
      entry.settle();
    }
  }

  /** Returns {@code ThreadTask#1} or, outside a trial, a description in place of a name. */
  @Override
  public String toString() {
    return entry == null ? "ThreadTask, " + Display.ofCode(code) : entry.name();
  }

  /** The task's entry in the trial's ledger. */
  private static final class Entry extends LedgerEntry {
    private final PoolTask task;

    private Entry(Ledger ledger, PoolTask task) {
      super(ledger, PendingKind.THREAD_TASK, Sites.here());
      this.task = task;
    }

    @Override
    protected PendingKind kind() {
      return PendingKind.THREAD_TASK;
    }

    @Override
    protected String detail() {
      return task.state;
    }
  }
}
