// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.peer;

import dev.assay.contract.rig.Rig;
import dev.assay.protocol.PullProducer;

/**
 * A pull producer that writes a number of pieces, and counts the requests.
 *
 * @since 0.1
 */
public final class Puller implements PullProducer {
  /** The number of bytes in a piece. */
  public static final int PIECE = 65_536;

  private final Rig rig;
  private final Peer peer;
  private final int pieces;
  private int asked;
  private int stopped;
  private boolean done;

  /** Creates a producer for a peer. */
  public Puller(Rig rig, Peer peer, int pieces) {
    this.rig = rig;
    this.peer = peer;
    this.pieces = pieces;
  }

  /** Returns how often a piece was requested. */
  public int asked() {
    return asked;
  }

  /** Returns how often this was stopped. */
  public int stopped() {
    return stopped;
  }

  /** Returns whether all pieces were written and this has unregistered. */
  public boolean isDone() {
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
