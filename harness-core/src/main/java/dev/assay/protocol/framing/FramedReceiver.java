// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol.framing;

import dev.assay.protocol.Protocol;
import dev.assay.protocol.PushProducer;

/**
 * A protocol that keeps the bytes it receives until there is a whole message.
 *
 * <p>Messages are delivered one at a time. Bytes that arrive during a delivery wait. Nothing is
 * delivered while this is paused, nor once its connection is being closed. If the delivery of a
 * message throws, the messages after it stay in the buffer.
 */
abstract class FramedReceiver extends Protocol implements PushProducer {
  private final ReceiveBuffer buffer = new ReceiveBuffer();
  private boolean delivering;
  private boolean paused;

  FramedReceiver() {}

  /**
   * Delivers the message at the start of the buffer.
   *
   * @return whether there may be another message; false if no whole message has arrived
   */
  abstract boolean deliverNext();

  @Override
  public void dataReceived(byte[] data) {
    buffer.append(data);
    deliver();
  }

  /** Stops the delivery of messages, and pauses the transport, until resumed. */
  @Override
  public final void pauseProducing() {
    paused = true;
    transport().pauseProducing();
  }

  /** Resumes the delivery of messages that have arrived, and the transport. */
  @Override
  public final void resumeProducing() {
    paused = false;
    transport().resumeProducing();
    deliver();
  }

  /** Stops the delivery of messages permanently, and the transport. */
  @Override
  public final void stopProducing() {
    paused = true;
    transport().stopProducing();
  }

  final ReceiveBuffer buffer() {
    return buffer;
  }

  /** Puts bytes back at the start of the buffer. */
  final void handBack(byte[] data) {
    if (data.length > 0) {
      buffer.prepend(data);
    }
    deliver();
  }

  static int checkedLength(int maxLength) {
    if (maxLength < 0) {
      throw new IllegalArgumentException("maxLength must not be negative: " + maxLength);
    }
    return maxLength;
  }

  private void deliver() {
    if (delivering) {
      return;
    }
    delivering = true;
    try {
      while (!paused && buffer.size() > 0 && transport().isConnected() && deliverNext()) {}
    } finally {
      delivering = false;
    }
  }
}
