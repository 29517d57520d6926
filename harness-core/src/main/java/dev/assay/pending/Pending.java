// SPDX-License-Identifier: Apache-2.0
package dev.assay.pending;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was still open when somebody looked: a line of the ledger, frozen.
 *
 * @param kind what sort of thing it is
 * @param name its name in this trial, such as {@code Deferred#3 (pong)}
 * @param detail what it was doing, such as {@code unfired, 2 callbacks}
 * @param awaited whether somebody waits for it; what nobody awaits is often left on purpose
 * @param site the line of user code that made it
 * @param phase the part of the trial that it was made in, such as {@code setUp}, or nothing if
 *     another thread has made it
 * @param bornAt the virtual time at which it was made, or at which the trial has heard of it
 * @param cause what was happening when it was made, or null if the trial's own code was running
 * @param remedy what to do about this one, or null for what is true of its kind
 * @param error the error that nobody has handled, if it is one
 * @param identity what tells its entry from all others, also from those of the same name in another
 *     trial
 * @since 0.1
 */
public record Pending(
    PendingKind kind,
    String name,
    String detail,
    boolean awaited,
    Site site,
    String phase,
    Duration bornAt,
    @Nullable Cause cause,
    @Nullable Remedy remedy,
    @Nullable Throwable error,
    Object identity) {

  /** Returns whether this is a line of the same entry, even if that has changed in between. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Pending pending && identity.equals(pending.identity);
  }

  /** Returns the entry's hash code. */
  @Override
  public int hashCode() {
    return identity.hashCode();
  }

  /** Returns {@code Deferred#3 (pong): unfired; created at Pinger.java:12 in ping (test, t=2s)}. */
  @Override
  public String toString() {
    String when = phase.isEmpty() ? "another thread" : phase + ", t=" + Display.time(bornAt);
    return name + ": " + detail + "; created at " + site + " (" + when + ")";
  }
}
