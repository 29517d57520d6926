// SPDX-License-Identifier: Apache-2.0
package dev.assay.call;

import dev.assay.pending.Pending;
import dev.assay.pending.Remedy;
import dev.assay.pending.Site;
import org.jspecify.annotations.Nullable;

/**
 * The name of a call in reports; in a trial it is the call's ledger entry.
 *
 * @since 0.1
 */
public interface CallName {
  /** The advice for code that makes a request that cannot be satisfied now. */
  String LATER = "use callLater for what is to follow";

  /** Returns a name such as {@code DelayedCall#3 (ping)}. */
  String name();

  /**
   * Returns where the call comes from, such as {@code armed at Pinger.java:12 in ping}, or an empty
   * text.
   */
  String origin();

  /** Returns the user code that armed the call, if it was recorded. */
  Site site();

  /** Sets the label, which is part of the name. */
  void label(String label);

  /** Sets the remedy that reports state if the call is left armed. */
  default void remedy(Remedy remedy) {}

  /** Returns a snapshot of the call's ledger entry, or null outside a trial. */
  default @Nullable Pending frozen() {
    return null;
  }

  /** Records that the call is no longer left behind. */
  void settle();

  /** Records that the call is armed again. */
  void open();

  /**
   * Returns the advice for code that makes a request of the reactor that must wait for this call.
   */
  default String advice() {
    return LATER;
  }
}
