// SPDX-License-Identifier: Apache-2.0
package dev.assay.netty.stream;

import dev.assay.protocol.Protocol;
import dev.assay.reactor.rules.StreamLifecycle;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** The receiving half of an end: what arrives is passed to the protocol, unless it is paused. */
final class Reader {
  private final Stream stream;
  private final StreamLifecycle life;
  private final Channel channel;

  /** What arrived while the protocol was paused, or null. */
  private @Nullable ArrayDeque<byte[]> waiting;

  private boolean started;
  private boolean paused;
  private boolean armed;

  Reader(Stream stream, Channel channel) {
    this.stream = stream;
    this.life = stream.life();
    this.channel = channel;
  }

  /** Begins to receive, unless the protocol has paused this. */
  void start() {
    started = true;
    readIfWanted();
  }

  /** Receives nothing more, except for a handshake that is under way. */
  void stop() {
    if (!life.isInHandshake()) {
      channel.config().setAutoRead(false);
    }
  }

  /**
   * Treats what follows as TLS, which the channel decodes from now on, and also what has arrived
   * and was not received.
   */
  void startTls() {
    ArrayDeque<byte[]> early = waiting;
    waiting = null;
    if (early == null) {
      readIfWanted();
      return;
    }
    channel.config().setAutoRead(false); // what has arrived before comes first
    stream.soon(
        "start of TLS by",
        () -> {
          ChannelPipeline pipeline = channel.pipeline();
          early.forEach(piece -> pipeline.fireChannelRead(Unpooled.wrappedBuffer(piece)));
          pipeline.fireChannelReadComplete();
          readIfWanted();
        });
  }

  /** Reads on after a handshake only if the protocol wants it. */
  void handshakeCompleted() {
    if (paused || life.isClosing()) {
      stop();
    }
  }

  void pause() {
    paused = true;
    stop();
  }

  void resume() {
    paused = false;
    if (isWaiting()) {
      arm();
    }
    readIfWanted();
  }

  /** Discards what was not received. */
  void close() {
    waiting = null;
  }

  void arrive(byte[] piece) {
    if (life.isOver() || life.isClosing()) {
      return;
    }
    if (paused || waiting != null) {
      if (waiting == null) {
        waiting = new ArrayDeque<>();
      }
      waiting.add(piece);
    } else {
      stream.guard(() -> receive(piece));
    }
  }

  void arriveEnd() {
    if (!life.isOver() && !life.hasEndArrived()) {
      life.arriveEnd();
      if (!paused && waiting == null) {
        stream.guard(this::receiveEnd);
      }
    }
  }

  private boolean isWaiting() {
    return waiting != null || life.isReadEnding();
  }

  private void readIfWanted() {
    boolean wanted = life.isInHandshake() || (!paused && waiting == null && !life.isClosing());
    if (started && wanted && life.isConnected() && !life.hasEndArrived()) {
      channel.config().setAutoRead(true);
    }
  }

  private void arm() {
    if (!armed) {
      armed = true;
      stream.soon(
          "receipt by",
          () -> {
            armed = false;
            receiveWaiting();
          });
    }
  }

  private void receiveWaiting() {
    if (paused || life.isOver() || life.isClosing()) {
      return;
    }
    byte[] piece = waiting == null ? null : waiting.poll();
    if (piece == null) {
      waiting = null;
      receiveEnd();
      readIfWanted();
      return;
    }
    if (waiting != null && waiting.isEmpty()) {
      waiting = null;
    }
    if (isWaiting()) {
      arm();
    }
    receive(piece);
    readIfWanted();
  }

  private void receive(byte[] piece) {
    Protocol protocol = life.protocol();
    if (protocol != null) {
      protocol.dataReceived(piece);
    }
  }

  private void receiveEnd() {
    if (life.isReadEnding() && !life.isOver() && !life.isClosing()) {
      life.tellReadEnded();
    }
  }
}
