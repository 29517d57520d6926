// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

/**
 * A lock for work that spans Deferreds. It has one holder at a time, and waiters get it in the
 * order of their requests.
 *
 * <pre>{@code
 * Deferred<Account> saved = lock.runDeferring(() -> load(id).addDeferringCallback(this::save));
 * }</pre>
 *
 * <p>It never blocks a thread: a caller that has to wait gets a Deferred. It belongs to the thread
 * of its reactor. A lock that is still held when a trial ends is reported as left behind.
 *
 * @since 0.1
 */
public final class DeferredLock extends Tokens<DeferredLock> {
  /** Creates a lock that is free. */
  public DeferredLock() {
    super(1);
  }

  /** Returns whether this lock is held. */
  public boolean isLocked() {
    return free() == 0;
  }

  @Override
  DeferredLock self() {
    return this;
  }

  @Override
  String state() {
    return isLocked() ? "locked" : "unlocked";
  }
}
