// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import dev.assay.ledger.Display;
import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.ConnectionDoneException;
import dev.assay.protocol.ConnectionLostException;
import dev.assay.protocol.HalfCloseable;
import dev.assay.protocol.Protocol;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The lifecycle of one end of a connection: what its protocol has requested, which of the two
 * streams have ended, and which of these events the protocol is notified of.
 *
 * <p>The rules of closing are here. They do not depend on who moves the bytes and the ends of
 * streams: a path between hosts, or the test by hand.
 *
 * @since 0.1
 */
public final class StreamLifecycle {
  private final Object end;
  private final Consumer<ConnectionClosedException> finish;

  private @Nullable Protocol protocol;
  private Request request = Request.NONE;
  private boolean writeEndAsked;
  private boolean writeEnded;
  private boolean readEnded;
  private boolean over;

  /**
   * Creates the lifecycle of an end that has no protocol yet.
   *
   * @param end the end, whose text is part of the reasons why it is over
   * @param finish ends the connection in an orderly way, and calls {@link #markOver()}
   */
  public StreamLifecycle(Object end, Consumer<ConnectionClosedException> finish) {
    this.end = end;
    this.finish = finish;
  }

  /** Gives the end to its protocol. */
  public void open(Protocol made) {
    protocol = made;
  }

  /** Returns the protocol of this end, or null. */
  public @Nullable Protocol protocol() {
    return protocol;
  }

  /**
   * Records a request of the protocol.
   *
   * @return whether it requests more than was requested before, of an end that is not over
   */
  public boolean ask(Request more) {
    if (over || request.compareTo(more) >= 0) {
      return false;
    }
    request = more;
    writeEndAsked |= more == Request.WRITE_END;
    return true;
  }

  /**
   * Returns whether this side has requested the end of its own stream before any further request.
   */
  public boolean isWriteEndAsked() {
    return writeEndAsked;
  }

  /** Returns whether this side is closing or aborting the connection. */
  public boolean isClosing() {
    return request.compareTo(Request.CLOSE) >= 0;
  }

  /** Returns whether this side is aborting the connection. */
  public boolean isAborting() {
    return request == Request.ABORT;
  }

  /** Returns whether a request has not been carried out yet. */
  public boolean isEnding() {
    return !over && (isClosing() || (request == Request.WRITE_END && !writeEnded));
  }

  /** Returns whether this end has a protocol and is not over. */
  public boolean isConnected() {
    return protocol != null && !over;
  }

  /** Returns whether the connection is over at this end. */
  public boolean isOver() {
    return over;
  }

  /** Records that the connection is over at this end. */
  public void markOver() {
    over = true;
  }

  /** Returns whether the stream from this end has ended. */
  public boolean hasWriteEnded() {
    return writeEnded;
  }

  /** Ends the stream from this end; returns whether it had not ended before. */
  public boolean endWrite() {
    boolean first = !writeEnded;
    writeEnded = true;
    return first;
  }

  /** Returns whether the protocol has been notified that the other side sends no more. */
  public boolean hasReadEnded() {
    return readEnded;
  }

  /** Notifies the protocol that its own stream has ended, as it has requested. */
  public void tellWriteEnded() {
    if (protocol instanceof HalfCloseable halfCloseable) {
      halfCloseable.writeConnectionLost();
    }
    finishIfBothEnded();
  }

  /**
   * Notifies the protocol that the other side sends no more. The connection of a protocol that is
   * not {@link HalfCloseable} then ends.
   */
  public void tellReadEnded() {
    readEnded = true;
    if (protocol instanceof HalfCloseable halfCloseable) {
      halfCloseable.readConnectionLost();
      finishIfBothEnded();
    } else {
      finish.accept(new ConnectionDoneException(end + " was closed by the peer"));
    }
  }

  private void finishIfBothEnded() {
    if (!over && readEnded && writeEnded) {
      finish.accept(new ConnectionDoneException(end + " was closed by both sides"));
    }
  }

  /**
   * Runs code of the protocol; the connection is lost if it throws.
   *
   * @param log receives the name of the code and the exception
   */
  public void guard(Runnable code, BiConsumer<String, Throwable> log) {
    try {
      code.run();
    } catch (Throwable error) {
      log.accept("protocol of " + end, error);
      if (!over) {
        String how = end + " was lost: its protocol threw " + Display.of(error);
        guard(() -> finish.accept(new ConnectionLostException(how, error)), log);
      }
    }
  }

  /**
   * A request of a protocol to its end of a connection; each includes those before it.
   *
   * @since 0.1
   */
  public enum Request {
    /** No request, as at the beginning. */
    NONE,
    /** End the own stream when everything is sent, and continue to receive. */
    WRITE_END,
    /** Close the connection when everything is sent. */
    CLOSE,
    /** Abort the connection immediately. */
    ABORT
  }
}
