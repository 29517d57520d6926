// SPDX-License-Identifier: Apache-2.0
package dev.assay.netty.stream;

import dev.assay.netty.socket.Channels;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import java.util.ArrayDeque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that were written at one end of a connection and that the network has not accepted.
 *
 * <p>They are collected in buffers until the end of the turn, and given to Netty at once.
 */
final class Writer {
  /** The capacities of the first and the largest buffer that small writes are collected in. */
  private static final int SMALLEST = 512;

  private static final int LARGEST = 65_536;

  private final Channel channel;
  private final Sent listener;

  /** The buffers that are full, or null. */
  private @Nullable ArrayDeque<ByteBuf> full;

  private @Nullable ByteBuf last;

  /** The numbers of bytes ever written, and accepted by the network. */
  private long written;

  private long accepted;

  Writer(Channel channel, Sent listener) {
    this.channel = channel;
    this.listener = listener;
  }

  /** Returns the number of bytes that are kept. */
  long kept() {
    return written - accepted;
  }

  /** Adds a copy of bytes. */
  void write(byte[] data) {
    ByteBuf into = last;
    if (into == null || into.writableBytes() < data.length) {
      into = next(into, data.length);
    }
    into.writeBytes(data);
    written += data.length;
  }

  /** Gives everything written to Netty, and reports when the network has accepted it. */
  void flush() {
    ByteBuf end = last;
    if (end == null) {
      if (kept() == 0) {
        listener.allSent();
      }
      return;
    }
    long mark = written;
    ChannelFuture sent = giveToNetty(end);
    if (sent.isDone()) {
      done(sent, mark);
    } else {
      Channels.ignore(sent.addListener(later -> done(sent, mark)));
    }
  }

  /**
   * Gives everything written to Netty, as {@link #flush} does, but reports nothing before this
   * returns.
   *
   * @param soon runs an action in a separate event
   */
  void push(Consumer<Runnable> soon) {
    ByteBuf end = last;
    if (end != null) {
      long mark = written;
      ChannelFuture sent = giveToNetty(end);
      if (sent.isDone()) {
        soon.accept(() -> done(sent, mark));
      } else {
        Channels.ignore(sent.addListener(later -> done(sent, mark)));
      }
    }
  }

  private ChannelFuture giveToNetty(ByteBuf end) {
    if (full != null) {
      full.forEach(buffer -> Channels.ignore(channel.write(buffer)));
      full = null;
    }
    last = null;
    return channel.writeAndFlush(end);
  }

  /** Discards what has not been given to Netty. */
  void close() {
    if (last != null) {
      last.release();
      last = null;
    }
    if (full != null) {
      full.forEach(ByteBuf::release);
      full = null;
    }
  }

  private ByteBuf next(@Nullable ByteBuf filled, int length) {
    int capacity = SMALLEST;
    if (filled != null) {
      capacity = Math.min(LARGEST, filled.capacity() * 2);
      if (full == null) {
        full = new ArrayDeque<>();
      }
      full.add(filled);
    }
    ByteBuf made = allocator().ioBuffer(Math.max(length, capacity));
    last = made;
    return made;
  }

  private ByteBufAllocator allocator() {
    return channel.alloc();
  }

  private void done(ChannelFuture sent, long mark) {
    Throwable cause = sent.cause();
    if (cause != null) {
      listener.failed(cause);
      return;
    }
    accepted = Math.max(accepted, mark);
    if (kept() == 0) {
      listener.allSent();
    }
  }

  /** A listener for the progress. */
  interface Sent {
    /** Called when the network has accepted everything that was written. */
    void allSent();

    /** Called when the network cannot accept what was written. */
    void failed(Throwable cause);
  }
}
