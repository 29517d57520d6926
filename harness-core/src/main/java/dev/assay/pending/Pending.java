// SPDX-License-Identifier: Apache-2.0
package dev.assay.pending;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of one open entry: a line of the ledger.
 *
 * @param kind its kind
 * @param name its name in this trial, such as {@code Deferred#3 (pong)}
 * @param detail its state, such as {@code unfired, 2 callbacks}
 * @param awaited whether some code waits for it; what is not awaited is often left on purpose
 * @param site the line of user code that created it
 * @param phase the part of the trial in which it was created, such as {@code setUp}, or an empty
 *     string if another thread created it
 * @param bornAt the virtual time at which it was created, or at which the trial was notified of it
 * @param cause what was happening when it was created, or null if the trial's own code was running
 * @param remedy how to fix this one, or null for the usual advice of its kind
 * @param error the unhandled error, if it is one
 * @param identity distinguishes its entry from all others, also from one with the same name in
 *     another trial
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

  /** Returns whether this is a line of the same entry, even if the entry has changed in between. */
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
    String when = phase.isEmpty() ? "another thread" : phase + ", t=" + time(bornAt);
    return name + ": " + detail + "; created at " + site + " (" + when + ")";
  }

  /** Returns {@code 1m2.5s}. */
  private static String time(Duration time) {
    return time.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
  }
}
