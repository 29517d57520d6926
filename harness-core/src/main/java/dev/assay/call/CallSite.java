// SPDX-License-Identifier: Apache-2.0
package dev.assay.call;

import dev.assay.pending.Site;
import dev.assay.stack.Sites;
import org.jspecify.annotations.Nullable;

/**
 * The origin of a call.
 *
 * @param site the user code that armed it
 * @param thread the thread that handed it over, or null if it was the timeline's own
 * @since 0.1
 */
public record CallSite(Site site, @Nullable String thread) {
  /** Returns the origin of a call that the current thread hands over. */
  public static CallSite otherThread() {
    return new CallSite(Sites.here(), Thread.currentThread().getName());
  }

  /** Returns {@code armed at Pinger.java:12 in ping}. */
  @Override
  public String toString() {
    return (thread == null ? "armed" : "handed over by thread " + thread) + " at " + site;
  }
}
