// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

/**
 * A number of tokens for work that spans Deferreds: at most that many holders at a time. Waiters
 * get a token in the order of their requests.
 *
 * <p>It never blocks a thread: a caller that has to wait gets a Deferred. It belongs to the thread
 * of its reactor. A token that is still held when a trial ends is reported as left behind.
 *
 * @since 0.1
 */
public final class DeferredSemaphore extends Tokens<DeferredSemaphore> {
  /**
   * Creates a semaphore whose tokens are all free.
   *
   * @throws IllegalArgumentException if there is not at least one
   */
  public DeferredSemaphore(int tokens) {
    super(tokens);
    if (tokens < 1) {
      throw new IllegalArgumentException("tokens must be at least 1: " + tokens);
    }
  }

  /** Returns the number of free tokens. */
  public int tokens() {
    return free();
  }

  /** Returns the total number of tokens, free or held. */
  public int limit() {
    return capacity();
  }

  @Override
  DeferredSemaphore self() {
    return this;
  }

  @Override
  String state() {
    return tokens() + " of " + limit() + " tokens free";
  }
}
