// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract;

import dev.assay.protocol.PullProducer;

/** A pull producer that writes a number of pieces, and counts the requests. */
final class Puller implements PullProducer {
  static final int PIECE = 65_536;

  private final Rig rig;
  private final Peer peer;
  private final int pieces;
  private int asked;
  private int stopped;
  private boolean done;

  Puller(Rig rig, Peer peer, int pieces) {
    this.rig = rig;
    this.peer = peer;
    this.pieces = pieces;
  }

  int asked() {
    return asked;
  }

  int stopped() {
    return stopped;
  }

  boolean isDone() {
    return done;
  }

  @Override
  public void resumeProducing() {
    rig.trace("producer asked");
    if (asked == pieces) {
      done = true;
      peer.transport().unregisterProducer();
      return;
    }
    peer.transport().write(Pattern.bytes(asked * PIECE, PIECE));
    asked++;
  }

  @Override
  public void stopProducing() {
    rig.trace("producer stopped");
    stopped++;
  }
}
