// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.run;

import dev.assay.ledger.Ledger;
import dev.assay.ledger.Steppable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The loop of one wait: it drives all objects of a trial until a condition holds, or time is up.
 */
final class WaitLoop {
  private final WaitSupport support;
  private final Ledger ledger;
  private final BooleanSupplier done;

  /** The time at which the wait ends, for each object that moves the trial on. */
  private final List<Long> ends = new ArrayList<>();

  WaitLoop(WaitSupport support, BooleanSupplier done) {
    this.support = support;
    this.ledger = support.ledger();
    this.done = done;
  }

  boolean isDone() {
    return done.getAsBoolean();
  }

  /** Returns whether an event is due before time is up. */
  boolean isReady() {
    Steppable next = next();
    return next != null && !isTooLate(next);
  }

  /** Returns whether the next event would happen when time is up. */
  boolean isLimited() {
    Steppable next = next();
    return next != null && isTooLate(next);
  }

  /** Returns the time of the next event, which must exist. */
  Duration nextDue() {
    return Duration.ofNanos(Objects.requireNonNull(next()).nextDue());
  }

  /** Drives; returns true if the condition holds, and false if no further event is due in time. */
  boolean go() throws Throwable {
    while (!isDone()) {
      support.stop().check();
      Steppable next = next();
      if (next == null || isTooLate(next)) {
        return false;
      }
      boolean moves = next.nextDue() > next.nanos();
      if (!moves || !support.computing().brings(this::isAnythingNew)) {
        next.step();
      }
    }
    return true;
  }

  private boolean isAnythingNew() {
    return isDone()
        || support.stop().isCancelled()
        || ledger.steppables().stream().anyMatch(some -> some.nextDue() <= some.nanos());
  }

  private boolean isTooLate(Steppable next) {
    List<Steppable> all = ledger.steppables();
    while (ends.size() < all.size()) {
      ends.add(end(all.get(ends.size()).nanos()));
    }
    return next.nextDue() > ends.get(all.indexOf(next));
  }

  /** Returns the time at which a wait that begins now must end, in nanoseconds. */
  private long end(long now) {
    Duration limit = support.settings().get().virtualLimit();
    Duration longest = Duration.ofNanos(Long.MAX_VALUE - 1 - now);
    return now + (limit.compareTo(longest) < 0 ? limit : longest).toNanos();
  }

  /** Returns the object with the least time until its next event, or null if there is none. */
  private @Nullable Steppable next() {
    Steppable nearest = null;
    long least = Steppable.NEVER;
    for (Steppable some : ledger.steppables()) {
      long due = some.nextDue();
      long wait = due == Steppable.NEVER ? due : Math.max(0, due - some.nanos());
      if (wait < least) {
        nearest = some;
        least = wait;
      }
    }
    return nearest;
  }
}
