// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.peer;

import dev.assay.contract.rig.Rig;
import dev.assay.protocol.PushProducer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A push producer that writes a piece in each turn unless it is paused, and records its events.
 *
 * @since 0.1
 */
public final class Pusher implements PushProducer {
  /** The number of bytes in a piece. */
  public static final int PIECE = 16_384;

  private final Rig rig;
  private final Peer peer;
  private final List<String> events = Collections.synchronizedList(new ArrayList<>());
  private boolean running;
  private int written;
  private int end = Integer.MAX_VALUE;

  /** Creates a producer for a peer. */
  public Pusher(Rig rig, Peer peer) {
    this.rig = rig;
    this.peer = peer;
  }

  /** Registers this and begins to write. */
  public void start() {
    peer.transport().registerProducer(this);
    running = true;
    next();
  }

  /** Unregisters this after some more pieces have been written. */
  public void endAfter(int pieces) {
    end = written + pieces * PIECE;
  }

  /** Stops writing, as after unregistering. */
  public void stop() {
    running = false;
  }

  /** Returns the number of bytes written. */
  public int written() {
    return written;
  }

  /** Returns the recorded events, such as {@code [paused, resumed]}. */
  public List<String> events() {
    return List.copyOf(events);
  }

  /** Returns whether an event was recorded. */
  public boolean was(String event) {
    return events.contains(event);
  }

  @Override
  public void pauseProducing() {
    note("paused");
    running = false;
  }

  @Override
  public void resumeProducing() {
    note("resumed");
    running = true;
    next();
  }

  @Override
  public void stopProducing() {
    note("stopped");
    running = false;
  }

  private void note(String event) {
    events.add(event);
    rig.trace("producer " + event);
  }

  private void next() {
    rig.later(Duration.ZERO, this::step);
  }

  private void step() {
    if (!running) {
      return;
    }
    if (written >= end) {
      running = false;
      peer.transport().unregisterProducer();
      return;
    }
    peer.transport().write(Pattern.bytes(written, PIECE));
    written += PIECE;
    if (running) {
      next();
    }
  }
}
