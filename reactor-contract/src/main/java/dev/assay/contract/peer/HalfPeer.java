// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.peer;

import dev.assay.contract.rig.Rig;
import dev.assay.protocol.HalfCloseable;
import java.util.function.Consumer;

/**
 * A peer that is notified of the end of each direction.
 *
 * @since 0.1
 */
public final class HalfPeer extends Peer implements HalfCloseable {
  private Consumer<Peer> onReadEnd = peer -> {};
  private Consumer<Peer> onWriteEnd = peer -> {};

  HalfPeer(Rig rig, String name) {
    super(rig, name);
  }

  /** Sets what is done when the other side has ended its sending. */
  public HalfPeer onReadEnd(Consumer<Peer> action) {
    onReadEnd = action;
    return this;
  }

  /** Sets what is done when this side has ended its sending. */
  public HalfPeer onWriteEnd(Consumer<Peer> action) {
    onWriteEnd = action;
    return this;
  }

  @Override
  public void readConnectionLost() {
    note("read ended");
    onReadEnd.accept(this);
  }

  @Override
  public void writeConnectionLost() {
    note("write ended");
    onWriteEnd.accept(this);
  }

  /** Returns whether it was notified that the other side has ended its sending. */
  public boolean isReadEnded() {
    return events().contains("read ended");
  }

  /** Returns whether it was notified that this side has ended its sending. */
  public boolean isWriteEnded() {
    return events().contains("write ended");
  }
}
