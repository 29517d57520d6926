// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import dev.assay.fake.event.Choice;
import dev.assay.fake.event.Chooser;
import dev.assay.fake.event.Phase;
import dev.assay.fake.timeline.Event;
import dev.assay.fake.timeline.Timeline;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * The way from one host to another: how long things take, and whether they pass at all. What one
 * sends after another arrives after it.
 *
 * @since 0.1
 */
public final class Path {
  private static final long SECOND = 1_000_000_000;
  private static final int MOST_COPIES = 3;
  private static final int JITTER_STEPS = 4;

  private final Timeline timeline;
  private long latency;

  /** Bytes a second, or zero for no limit. */
  private long bandwidth;

  /** When the last byte that was sent has left. */
  private long busyUntil;

  /** When the last thing arrives that was sent in order. */
  private long lastArrival;

  /** What lets nothing pass, or null. */
  private @Nullable String blocked;

  /** Whether datagrams are lost while the way is blocked. */
  private boolean losesDatagrams;

  /** Whether datagrams may be lost, doubled and held up. */
  private boolean lossy;

  /** The step in which a datagram is held up. */
  private long jitter;

  /** What waits for the way to open again. */
  private final ArrayDeque<Runnable> held = new ArrayDeque<>();

  Path(Timeline timeline) {
    this.timeline = timeline;
  }

  /** Makes everything take this time from now on. */
  public void latency(long nanos) {
    latency = nanos;
  }

  /** Lets no more than this pass in a second from now on. */
  public void bandwidth(long bytesPerSecond) {
    bandwidth = bytesPerSecond;
  }

  /** Lets datagrams be lost, doubled, and held up in steps of this time from now on. */
  public void loseDatagrams(long jitterNanos) {
    lossy = true;
    jitter = jitterNanos;
  }

  /**
   * Lets nothing pass until {@link #open()}: what is sent meanwhile waits.
   *
   * @param what what does that
   * @param losing whether datagrams are lost, rather than wait too
   */
  public void block(String what, boolean losing) {
    blocked = what;
    losesDatagrams = losing;
  }

  /** Returns what lets nothing pass now, or null. */
  @Nullable String blocked() {
    return blocked;
  }

  /** Lets things pass again, first those that waited. */
  public void open() {
    blocked = null;
    while (blocked == null && !held.isEmpty()) {
      held.poll().run();
    }
  }

  /** Has something arrive at the other end in its time, whatever was sent before it. */
  void send(int bytes, Event arrival) {
    if (blocked != null) {
      held.add(() -> send(bytes, arrival));
      return;
    }
    occupy(bytes);
    lastArrival = Math.max(lastArrival, busyUntil + latency);
    timeline.happen(Phase.NETWORK, lastArrival, arrival);
  }

  /**
   * Has a datagram arrive at the other end: once, unless this is lossy and the chooser says
   * otherwise. A way that is blocked loses it, or holds it up.
   *
   * @return how many times it arrives
   */
  int sendDatagram(int bytes, Chooser chooser, Event arrival) {
    if (blocked != null) {
      if (!losesDatagrams) {
        held.add(() -> sendDatagram(bytes, chooser, arrival));
      }
      return losesDatagrams ? 0 : 1;
    }
    occupy(bytes);
    if (!lossy) {
      timeline.happen(Phase.NETWORK, busyUntil + latency, arrival);
      return 1;
    }
    if (chooser.choose(Choice.LOSS, 2) != 0) {
      return 0;
    }
    int copies = 1 + chooser.choose(Choice.DUPLICATION, MOST_COPIES);
    for (int copy = 0; copy < copies; copy++) {
      long held = jitter == 0 ? 0 : jitter * chooser.choose(Choice.JITTER, JITTER_STEPS);
      timeline.happen(Phase.NETWORK, busyUntil + latency + held, arrival.overtaking());
    }
    return copies;
  }

  private void occupy(int bytes) {
    long start = Math.max(busyUntil, timeline.nanos());
    busyUntil = start + (bandwidth == 0 ? 0 : Math.multiplyExact(bytes, SECOND) / bandwidth);
  }
}
