// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.timeline;

import dev.assay.call.ArmedCall;
import dev.assay.fake.event.Phase;
import dev.assay.pending.Site;

/**
 * A call armed on a timeline: a user's, or an event that is not a call of the user's.
 *
 * @since 0.1
 */
public final class VirtualCall extends ArmedCall<VirtualCall> {
  /** The name of the host that this call runs on, or an empty text. */
  public String host = "";

  /** The user code that led to this event, if known; not set for a user's call. */
  Site ledFrom = Site.unknown();

  /** Whether this is an event that only waits for time to pass. */
  boolean timer;

  /** The phase of its turn that this call belongs to. */
  public final Phase phase;

  VirtualCall(Schedule<VirtualCall> schedule, Phase phase, Runnable action) {
    super(schedule, action);
    this.phase = phase;
  }

  @Override
  protected VirtualCall self() {
    return this;
  }

  /** Returns whether this is an event, and not a call of a user's. */
  boolean isEvent() {
    return callName() instanceof Event;
  }

  /** Returns whether this is an event that brings something about, such as an arrival. */
  boolean isUnderWay() {
    return phase != Phase.DELAYED_CALLS && !timer;
  }

  /** Returns the key shared by all calls that this call must not overtake. */
  Object orderKey() {
    return action() instanceof Ordered inLane ? inLane.orderKey() : this;
  }

  @Override
  public Site site() {
    return callName() == null || isEvent() ? ledFrom : super.site();
  }

  @Override
  protected String describe(Runnable code) {
    return code instanceof Ordered work ? work.origin() : super.describe(code);
  }
}
