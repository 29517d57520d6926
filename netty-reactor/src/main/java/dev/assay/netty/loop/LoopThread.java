// SPDX-License-Identifier: Apache-2.0
package dev.assay.netty.loop;

import dev.assay.call.OwnerThread;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.Steppable;
import org.jspecify.annotations.Nullable;

/**
 * The only thread that may use a reactor: the first one that does.
 *
 * @since 0.1
 */
public final class LoopThread {
  private final @Nullable Ledger ledger = Ledger.current();
  private final OwnerThread owner;
  private volatile boolean found;

  LoopThread(Steppable loop) {
    owner = new OwnerThread(ledger, loop, "the reactor");
  }

  /** Returns the ledger of the trial that created the reactor, or null outside a trial. */
  public @Nullable Ledger ledger() {
    return ledger;
  }

  /** Rejects a request from another thread. */
  public void check(String what) {
    if (!found) {
      find();
    }
    owner.check(what);
  }

  /** Rejects a request from another thread, or after the end of the trial. */
  public void checkRequest(String what) {
    check(what);
    owner.checkOpen(what);
  }

  /** Returns whether the current thread is the one, or does its work. */
  public boolean isHere() {
    return found && owner.isHere();
  }

  private synchronized void find() {
    if (!found) {
      owner.moveHere();
      found = true;
    }
  }
}
