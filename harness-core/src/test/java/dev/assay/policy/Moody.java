// SPDX-License-Identifier: Apache-2.0
package dev.assay.policy;

import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.Protocol;

/** A protocol that does not take the end of its connection well. */
final class Moody extends Protocol {
  @Override
  public void dataReceived(byte[] data) {}

  @Override
  protected void connectionLost(ConnectionClosedException reason) {
    throw new IllegalStateException("not now");
  }
}
