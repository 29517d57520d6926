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
 * The path from one host to another: how long things take, and whether they pass at all. Things
 * sent in order arrive in order.
 *
 * @since 0.1
 */
public final class Path {
  private static final long SECOND = 1_000_000_000;
  private static final int MOST_COPIES = 3;
  private static final int JITTER_STEPS = 4;

  private final Timeline timeline;
  private long latency;

  /** The maximum number of bytes per second, or zero for no limit. */
  private long bandwidth;

  /** The time at which the last byte sent so far has left. */
  private long busyUntil;

  /** The arrival time of the last thing that was sent in order. */
  private long lastArrival;

  /** The cause that blocks this path, or null. */
  private @Nullable String blocked;

  /** Whether datagrams are lost while the path is blocked. */
  private boolean losesDatagrams;

  /** Whether the certificates that are shown on this path are refused. */
  private boolean refusesCertificates;

  /** Whether datagrams may be lost, duplicated and delayed. */
  private boolean lossy;

  /** The step in which a datagram is delayed. */
  private long jitter;

  /** The things that wait until the path opens again. */
  private final ArrayDeque<Runnable> held = new ArrayDeque<>();

  Path(Timeline timeline) {
    this.timeline = timeline;
  }

  /** Sets the time that everything takes from now on. */
  public void latency(long nanos) {
    latency = nanos;
  }

  /** Sets the maximum number of bytes per second from now on. */
  public void bandwidth(long bytesPerSecond) {
    bandwidth = bytesPerSecond;
  }

  /** Lets datagrams be lost, duplicated, and delayed in steps of the given time from now on. */
  public void loseDatagrams(long jitterNanos) {
    lossy = true;
    jitter = jitterNanos;
  }

  /** Has every certificate that is shown on this path refused from now on. */
  public void refuseCertificates() {
    refusesCertificates = true;
  }

  /** Returns whether every certificate that is shown on this path is refused. */
  boolean refusesCertificates() {
    return refusesCertificates;
  }

  /**
   * Blocks this path until {@link #open()}: everything sent in the meantime waits.
   *
   * @param what the cause
   * @param losing whether datagrams are lost, instead of waiting too
   */
  public void block(String what, boolean losing) {
    blocked = what;
    losesDatagrams = losing;
  }

  /** Returns the cause that blocks this path now, or null. */
  @Nullable String blocked() {
    return blocked;
  }

  /** Unblocks this path; the waiting things pass first. */
  public void open() {
    blocked = null;
    while (blocked == null && !held.isEmpty()) {
      held.poll().run();
    }
  }

  /**
   * Schedules an arrival at the other end as soon as the path allows, after everything that was
   * sent before.
   */
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
   * Schedules the arrival of a datagram at the other end: once, unless this path is lossy and the
   * chooser decides otherwise. A blocked path loses or delays the datagram.
   *
   * @return the number of times that the datagram arrives
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
