// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract;

import dev.assay.protocol.HalfCloseable;
import java.util.function.Consumer;

/** A peer that is notified of the end of each direction. */
final class HalfPeer extends Peer implements HalfCloseable {
  private Consumer<Peer> onReadEnd = peer -> {};
  private Consumer<Peer> onWriteEnd = peer -> {};

  HalfPeer(Rig rig, String name) {
    super(rig, name);
  }

  HalfPeer onReadEnd(Consumer<Peer> action) {
    onReadEnd = action;
    return this;
  }

  HalfPeer onWriteEnd(Consumer<Peer> action) {
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

  boolean isReadEnded() {
    return events().contains("read ended");
  }

  boolean isWriteEnded() {
    return events().contains("write ended");
  }
}
