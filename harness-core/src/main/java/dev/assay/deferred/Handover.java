// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import dev.assay.ledger.Ledger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The level at which a result passes from one chain to another. The engine carries it out. */
final class Handover extends Level {
  /** The chain that receives the result. */
  final CallbackChain target;

  /** Whether the result fires the target. Otherwise the target waits for it. */
  final boolean firesTarget;

  Handover(CallbackChain target, boolean firesTarget) {
    super(null, false);
    this.target = Objects.requireNonNull(target, "other");
    this.firesTarget = firesTarget;
  }

  @Override
  boolean isOf(Ledger ledger) {
    return target.ledger() == null || target.ledger() == ledger;
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
