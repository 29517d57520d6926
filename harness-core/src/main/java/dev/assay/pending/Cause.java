// SPDX-License-Identifier: Apache-2.0
package dev.assay.pending;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A call or an event during which something was created, and the chain of causes before it.
 *
 * <p>Only the last few links are kept: a call that has armed the next one a million times uses no
 * more memory than one that has done so ten times.
 *
 * @since 0.1
 */
public final class Cause {
  private static final int KEPT = 10;

  private final String what;
  private final Site site;
  private final long at;
  private final int length;
  private final long total;
  private final @Nullable Cause earlier;

  /**
   * Creates a link.
   *
   * @param what the name of the call or event; the object itself could keep too much in memory
   * @param site the user code that armed it
   * @param at the virtual time at which it happened, in nanoseconds
   * @param earlier the call or event during which it was armed
   */
  public Cause(String what, Site site, long at, @Nullable Cause earlier) {
    this(what, site, at, cut(earlier), earlier == null ? 1 : earlier.total + 1);
  }

  private Cause(String what, Site site, long at, @Nullable Cause earlier, long total) {
    this.what = what;
    this.site = site;
    this.at = at;
    this.earlier = earlier;
    this.length = earlier == null ? 1 : earlier.length + 1;
    this.total = total;
  }

  /** Returns the name of the call or event. */
  public String what() {
    return what;
  }

  /** Returns the user code that armed it. */
  public Site site() {
    return site;
  }

  /** Returns when it happened. */
  public Duration at() {
    return Duration.ofNanos(at);
  }

  /**
   * Returns the call or event during which it was armed, or null if there was none or it is no
   * longer known.
   */
  public @Nullable Cause earlier() {
    return earlier;
  }

  /** Returns the number of links up to this one, known or not. */
  public long count() {
    return total;
  }

  /** Returns the number of links before the first known one. */
  public long forgotten() {
    return total - length;
  }

  /**
   * Returns a chain that is short enough to be continued: it is cut at twice the number of links
   * that are kept.
   */
  private static @Nullable Cause cut(@Nullable Cause chain) {
    return chain == null || chain.length < 2 * KEPT ? chain : chain.first(KEPT);
  }

  private Cause first(int links) {
    Cause rest = links == 1 || earlier == null ? null : earlier.first(links - 1);
    return new Cause(what, site, at, rest, total);
  }
}
