// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The level at which a result goes from one chain to another; the engine does it. */
final class Handover extends Level {
  /** The chain that gets the result. */
  final CallbackChain target;

  /** Whether the result fires the target; otherwise it is what the target waits for. */
  final boolean fires;

  /** Whether the chain goes on with the result as well, rather than with null. */
  final boolean keeps;

  private Handover(CallbackChain target, boolean fires, boolean keeps) {
    super(null, false);
    this.target = Objects.requireNonNull(target, "other");
    this.fires = fires;
    this.keeps = keeps;
  }

  /** Returns the level at which the result goes to a chain that waits for it. */
  static Handover to(CallbackChain waiting) {
    return new Handover(waiting, false, false);
  }

  /** Returns the level at which the result fires a chain. */
  static Handover firing(CallbackChain target) {
    return new Handover(target, true, false);
  }

  /** Returns the level at which a look fired a chain: it has been done. */
  static Handover done(CallbackChain fired) {
    return new Handover(fired, true, true);
  }

  @Override
  boolean takes(@Nullable Object result) {
    return true;
  }

  @Override
  @Nullable Object pass(@Nullable Object result) {
    throw new AssertionError("a handover is not run; please report this");
  }
}
