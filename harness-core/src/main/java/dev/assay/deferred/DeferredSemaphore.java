// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

/**
 * A number of tokens for work that spans Deferreds: so many holders at a time, and those who wait
 * get a token in the order in which they asked.
 *
 * <p>It blocks nobody: whoever has to wait gets a Deferred. It belongs to the thread of its
 * reactor. A token that is still held when a trial ends has been left behind.
 *
 * @since 0.1
 */
public final class DeferredSemaphore extends Tokens<DeferredSemaphore> {
  /**
   * Makes a semaphore whose tokens are all free.
   *
   * @throws IllegalArgumentException if there is not at least one
   */
  public DeferredSemaphore(int tokens) {
    super(tokens);
    if (tokens < 1) {
      throw new IllegalArgumentException("tokens must be at least 1: " + tokens);
    }
  }

  /** Returns how many tokens are free. */
  public int tokens() {
    return free();
  }

  /** Returns how many tokens there are, free or held. */
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
