// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.timeline;

import dev.assay.pending.Site;
import org.jspecify.annotations.Nullable;

/**
 * Something that happens and is no call of the user's, and the text for it.
 *
 * @param route what this must not overtake others on, or null if it may overtake anything
 * @param advice what code is to do that wants something which must wait for this
 * @since 0.1
 */
public record Event(
    String what, Object subject, Runnable action, @Nullable Object route, String advice)
    implements Ordered, CallName {

  /** Makes an event that must not overtake others on its route, if that is not null. */
  public Event(String what, Object subject, Runnable action, @Nullable Object route) {
    this(what, subject, action, route, LATER);
  }

  /** Makes an event that may overtake anything. */
  public Event(String what, Object subject, Runnable action) {
    this(what, subject, action, null);
  }

  /** Returns this as it may overtake anything. */
  public Event overtaking() {
    return new Event(what, subject, action, null, advice);
  }

  /** Returns this with another advice. */
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
