// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import dev.assay.ledger.Display;
import dev.assay.pending.Site;
import org.jspecify.annotations.Nullable;

/**
 * One run of a callback or errback, as recorded in a trial.
 *
 * @since 0.1
 */
public final class CallbackRun {
  private final Site site;
  private final @Nullable Object in;
  private final @Nullable Object out;

  CallbackRun(Site site, @Nullable Object in, @Nullable Object out) {
    this.site = site;
    this.in = in;
    this.out = out;
  }

  /** Returns the line of user code that added the callback. */
  public Site site() {
    return site;
  }

  /** Returns the text of the result it received, as of now. */
  public String in() {
    return Display.of(in);
  }

  /** Returns the text of the result it returned, as of now: a value, a failure, or a Deferred. */
  public String out() {
    return Display.of(out);
  }

  /** Returns {@code Pinger.java:12 in ping: 3 -> IOException: gone}. */
  @Override
  public String toString() {
    return site + ": " + in() + " -> " + out();
  }
}
