// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.timeline;

import dev.assay.call.CallName;
import dev.assay.pending.Site;
import org.jspecify.annotations.Nullable;

/**
 * An occurrence that is not a call of the user's, and its description.
 *
 * @param route the route on which this event must not overtake others, or null if it may overtake
 *     anything
 * @param advice the advice for code that makes a request that must wait for this event
 * @since 0.1
 */
public record Event(
    String what, Object subject, Runnable action, @Nullable Object route, String advice)
    implements Ordered, CallName {

  /** Creates an event that must not overtake others on its route, unless the route is null. */
  public Event(String what, Object subject, Runnable action, @Nullable Object route) {
    this(what, subject, action, route, LATER);
  }

  /** Creates an event that may overtake anything. */
  public Event(String what, Object subject, Runnable action) {
    this(what, subject, action, null);
  }

  /** Returns a copy of this event that may overtake anything. */
  public Event overtaking() {
    return new Event(what, subject, action, null, advice);
  }

  /** Returns a copy of this event with another advice. */
  public Event advising(String other) {
    return new Event(what, subject, action, route, other);
  }

  @Override
  public void run() {
    action.run();
  }

  @Override
  public Object orderKey() {
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
