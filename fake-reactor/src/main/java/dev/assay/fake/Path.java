// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import java.util.ArrayDeque;

/**
 * The way from one host to another: how long things take, and whether they pass at all. What one
 * sends after another arrives after it.
 */
final class Path {
  private static final long SECOND = 1_000_000_000;

  private final Timeline timeline;
  private long latency;

  /** Bytes a second, or zero for no limit. */
  private long bandwidth;

  /** When the last byte that was sent has left. */
  private long busyUntil;

  /** When the last thing arrives that was sent in order. */
  private long lastArrival;

  private boolean blocked;

  /** What waits for the way to open again. */
  private final ArrayDeque<Runnable> held = new ArrayDeque<>();

  Path(Timeline timeline) {
    this.timeline = timeline;
  }

  long latency() {
    return latency;
  }

  void latency(long nanos) {
    latency = nanos;
  }

  void bandwidth(long bytesPerSecond) {
    bandwidth = bytesPerSecond;
  }

  boolean isBlocked() {
    return blocked;
  }

  /** Lets nothing pass until {@link #open()}: what is sent meanwhile waits. */
  void block() {
    blocked = true;
  }

  /** Lets things pass again, first those that waited. */
  void open() {
    blocked = false;
    while (!blocked && !held.isEmpty()) {
      held.poll().run();
    }
  }

  /** Has something arrive at the other end in its time, whatever was sent before it. */
  void send(int bytes, Runnable arrival) {
    if (blocked) {
      held.add(() -> send(bytes, arrival));
      return;
    }
    long start = Math.max(busyUntil, timeline.nanos());
    busyUntil = start + (bandwidth == 0 ? 0 : Math.multiplyExact(bytes, SECOND) / bandwidth);
    lastArrival = Math.max(lastArrival, busyUntil + latency);
    timeline.happen(Phase.NETWORK, lastArrival, arrival);
  }
}
