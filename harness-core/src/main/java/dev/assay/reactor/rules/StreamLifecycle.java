// SPDX-License-Identifier: Apache-2.0
package dev.assay.reactor.rules;

import dev.assay.ledger.Display;
import dev.assay.protocol.ConnectionAbortedException;
import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.ConnectionDoneException;
import dev.assay.protocol.ConnectionLostException;
import dev.assay.protocol.HalfCloseable;
import dev.assay.protocol.HandshakeListener;
import dev.assay.protocol.Protocol;
import dev.assay.tls.TlsSession;
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

  /** The stream from this end; it is ending from the request to end it. */
  private Stream outgoing = Stream.OPEN;

  /** The stream to this end; it is ending from the arrival of its end. */
  private Stream incoming = Stream.OPEN;

  private Tls tls = Tls.NONE;

  /** The reason why the connection is over at this end, or null while it is not. */
  private @Nullable ConnectionClosedException reason;

  /**
   * Creates the lifecycle of an end that has no protocol yet.
   *
   * @param end the end, whose text is part of the reasons why it is over
   * @param finish ends the connection in an orderly way, and calls {@link #markOver}
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
    if (isOver() || request.compareTo(more) >= 0) {
      return false;
    }
    if (more == Request.WRITE_END && hasTls()) {
      throw new UnsupportedOperationException(
          end + " is protected by TLS, which has no half close; use loseConnection()");
    }
    request = more;
    if (more == Request.WRITE_END) {
      outgoing = Stream.ENDING;
    }
    return true;
  }

  /**
   * Records that TLS begins at this end.
   *
   * @return whether there is still a connection to protect
   * @throws IllegalStateException if it cannot begin now
   */
  public boolean startTls() {
    if (isOver() || isAborting()) {
      return false;
    }
    if (hasTls()) {
      throw new IllegalStateException(end + " has started TLS already; it can be started once");
    }
    if (isClosing() || isWriteEnding() || hasReadEnded()) {
      throw new IllegalStateException(end + " is being closed; start TLS before");
    }
    tls = Tls.HANDSHAKE;
    return true;
  }

  /** Notifies the protocol that the handshake is complete. */
  public void completeHandshake(TlsSession session) {
    tls = Tls.PROTECTED;
    if (protocol instanceof HandshakeListener listener) {
      listener.handshakeCompleted(session);
    }
  }

  /** Returns whether TLS has begun at this end. */
  public boolean hasTls() {
    return tls != Tls.NONE;
  }

  /** Returns whether TLS has begun at this end, and its handshake is not complete. */
  public boolean isInHandshake() {
    return tls == Tls.HANDSHAKE && !isOver();
  }

  /** Returns whether the stream from this end has ended or is to end. */
  public boolean isWriteEnding() {
    return outgoing != Stream.OPEN;
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
    return !isOver() && (isClosing() || outgoing == Stream.ENDING);
  }

  /** Returns whether this end has a protocol and is not over. */
  public boolean isConnected() {
    return protocol != null && !isOver();
  }

  /** Returns whether the connection is over at this end. */
  public boolean isOver() {
    return reason != null;
  }

  /** Records that the connection is over at this end. */
  public void markOver(ConnectionClosedException why) {
    reason = why;
  }

  /** Returns the reason why the connection is over at this end, or null while it is not. */
  public @Nullable ConnectionClosedException reason() {
    return reason;
  }

  /** Returns whether the stream from this end has ended. */
  public boolean hasWriteEnded() {
    return outgoing == Stream.ENDED;
  }

  /** Ends the stream from this end; returns whether it had not ended before. */
  public boolean endWrite() {
    boolean first = outgoing != Stream.ENDED;
    outgoing = Stream.ENDED;
    return first;
  }

  /** Returns whether the protocol has been notified that the other side sends no more. */
  public boolean hasReadEnded() {
    return incoming == Stream.ENDED;
  }

  /** Records that the other side sends no more. */
  public void arriveEnd() {
    incoming = Stream.ENDING;
  }

  /** Returns whether the other side sends no more, even if the protocol does not know this yet. */
  public boolean hasEndArrived() {
    return incoming != Stream.OPEN;
  }

  /** Returns whether the protocol is still to be notified that the other side sends no more. */
  public boolean isReadEnding() {
    return incoming == Stream.ENDING;
  }

  /**
   * Carries out what the protocol has requested, when everything that it wrote before is sent: ends
   * the connection, or the stream from this end.
   */
  public void carryOut() {
    if (isClosing()) {
      finish.accept(requested());
      return;
    }
    endWrite();
    if (protocol instanceof HalfCloseable halfCloseable) {
      halfCloseable.writeConnectionLost();
    }
    finishIfBothEnded();
  }

  /** Returns the reason that says that this side has closed or aborted the connection. */
  public ConnectionClosedException requested() {
    String who = end + " was ";
    return isAborting()
        ? new ConnectionAbortedException(who + "aborted by this side")
        : new ConnectionDoneException(who + "closed by this side");
  }

  /**
   * Notifies the protocol that the other side sends no more. The connection of a protocol that is
   * not {@link HalfCloseable}, or that TLS protects, then ends.
   */
  public void tellReadEnded() {
    incoming = Stream.ENDED;
    if (protocol instanceof HalfCloseable halfCloseable && !hasTls()) {
      halfCloseable.readConnectionLost();
      finishIfBothEnded();
    } else {
      finish.accept(new ConnectionDoneException(end + " was closed by the peer"));
    }
  }

  private void finishIfBothEnded() {
    if (!isOver() && hasReadEnded() && hasWriteEnded()) {
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
      if (!isOver()) {
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

  /** The state of TLS at one end. */
  private enum Tls {
    /** TLS has not begun. */
    NONE,
    /** The two sides are about to agree. */
    HANDSHAKE,
    /** The two sides have agreed. */
    PROTECTED
  }

  /** The state of one of the two streams of a connection, as seen from one end. */
  private enum Stream {
    /** Bytes can follow. */
    OPEN,
    /** The end is certain, but the protocol has not been notified of it. */
    ENDING,
    /** The protocol has been notified of the end, unless the connection is over. */
    ENDED
  }
}
