// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.timeline;

import dev.assay.pending.Pending;
import dev.assay.pending.Remedy;
import dev.assay.pending.Site;
import org.jspecify.annotations.Nullable;

/** The name of a call in reports; in a trial it is the call's line in the ledger. */
interface CallName {
  /** What a call is to do that cannot have what it wants now. */
  String LATER = "arm what is to follow with callLater";

  /** Returns a name such as {@code DelayedCall#3 (ping)}. */
  String name();

  /**
   * Returns where the call comes from, such as {@code armed at Pinger.java:12 in ping}, or nothing.
   */
  String origin();

  /** Returns the user code that armed the call, if it was recorded. */
  Site site();

  void label(String label);

  /** Takes what reports are to say if the call is left armed. */
  default void remedy(Remedy remedy) {}

  /** Returns the call's line in the ledger of its trial, as it is now, or null outside one. */
  default @Nullable Pending frozen() {
    return null;
  }

  /** Says that the call is no longer left behind. */
  void settle();

  /** Says that the call is armed again. */
  void open();

  /** Returns what code is to do that wants something of the reactor which must wait for this. */
  default String advice() {
    return LATER;
  }
}
