// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

/**
 * A lock for work that spans Deferreds: one holder at a time, and those who wait get it in the
 * order in which they asked.
 *
 * <pre>{@code
 * Deferred<Account> saved = lock.runDeferring(() -> load(id).addDeferring(this::save));
 * }</pre>
 *
 * <p>It blocks nobody: whoever has to wait gets a Deferred. It belongs to the thread of its
 * reactor. A lock that is still held when a trial ends has been left behind.
 *
 * @since 0.1
 */
public final class DeferredLock extends Tokens<DeferredLock> {
  /** Makes a lock that nobody holds. */
  public DeferredLock() {
    super(1);
  }

  /** Returns whether somebody holds this. */
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
