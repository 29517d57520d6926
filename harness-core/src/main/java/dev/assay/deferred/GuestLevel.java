// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import dev.assay.ledger.Ledger;
import org.jspecify.annotations.Nullable;

/**
 * A level that a trial has added to a chain that was created by another trial or outside trials.
 */
final class GuestLevel extends Level {
  private final GuestRecord record;
  private final Level level;

  /**
   * Wraps a level as a guest.
   *
   * @param level a {@link Level}, or a bare {@link Callback}
   */
  GuestLevel(GuestRecord record, Object level) {
    this(
        record,
        level instanceof Level special
            ? special
            : new Level.CallbackPair(null, false, (Callback<?, ?>) level, Throwable.class, null));
  }

  private GuestLevel(GuestRecord record, Level level) {
    super(level.site == null ? record.site() : level.site, level.returnsDeferred);
    this.record = record;
    this.level = level;
  }

  @Override
  GuestRecord guest() {
    return record;
  }

  @Override
  boolean isOf(Ledger ledger) {
    return record.ledger() == ledger;
  }

  @Override
  @Nullable Object code() {
    return level.code();
  }

  @Override
  boolean takes(@Nullable Object result) {
    return level.takes(result);
  }

  @Override
  @Nullable Object pass(@Nullable Object result) throws Throwable {
    return level.pass(result);
  }
}
