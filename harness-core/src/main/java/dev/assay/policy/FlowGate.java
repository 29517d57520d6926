// SPDX-License-Identifier: Apache-2.0
package dev.assay.policy;

/** A flow that both its owner and a throttle may hold back. It runs while neither does. */
final class FlowGate {
  private final Runnable pause;
  private final Runnable resume;
  private boolean byOwner;
  private boolean byThrottle;

  /**
   * Creates an open gate.
   *
   * @param pause stops the flow
   * @param resume lets the flow continue
   */
  FlowGate(Runnable pause, Runnable resume) {
    this.pause = pause;
    this.resume = resume;
  }

  void holdByOwner(boolean hold) {
    set(hold, byThrottle);
  }

  void holdByThrottle(boolean hold) {
    set(byOwner, hold);
  }

  private void set(boolean owner, boolean throttle) {
    boolean before = byOwner || byThrottle;
    byOwner = owner;
    byThrottle = throttle;
    boolean after = owner || throttle;
    if (after && !before) {
      pause.run();
    } else if (before && !after) {
      resume.run();
    }
  }
}
