// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import dev.assay.pending.Site;
import org.jspecify.annotations.Nullable;

/**
 * Something that happens and is no call of the user's, and the text for it.
 *
 * @param route what this must not overtake others on, or null if it may overtake anything
 */
record Event(String what, Object subject, Runnable action, @Nullable Object route)
    implements InLane, CallName {

  Event(String what, Object subject, Runnable action) {
    this(what, subject, action, null);
  }

  /** Returns this as it may overtake anything. */
  Event overtaking() {
    return new Event(what, subject, action);
  }

  @Override
  public void run() {
    action.run();
  }

  @Override
  public Object lane() {
    return route == null ? this : route;
  }

  @Override
  public String name() {
    return toString();
  }

  @Override
  public String origin() {
    return "";
  }

  @Override
  public Site site() {
    return Site.unknown();
  }

  @Override
  public String advice() {
    return subject instanceof PoolTask
        ? "no other thread stands behind it, and the reactor stands still until it returns"
        : LATER;
  }

  @Override
  public void label(String label) {
    throw new AssertionError("an event has a name already; please report this");
  }

  @Override
  public void settle() {}

  @Override
  public void open() {}

  /** Returns {@code delivery to server 127.0.0.1:80 -> 127.0.0.1:49152}. */
  @Override
  public String toString() {
    return what + " " + subject;
  }
}
