// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import dev.assay.pending.Display;
import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.ConnectionDoneException;
import dev.assay.protocol.ConnectionLostException;
import dev.assay.protocol.HalfCloseable;
import dev.assay.protocol.Protocol;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The lifecycle of one end of a connection: what its protocol has asked for, which of the two
 * streams have ended, and what the protocol is told of that.
 *
 * <p>The rules of closing are here, whoever moves the bytes and the ends of streams: a path between
 * hosts, or the hand of a test.
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
   * Makes the lifecycle of an end that no protocol has yet.
   *
   * @param end the end, whose text is in the reasons why it is over
   * @param finish ends the connection properly, and calls {@link #markOver()}
   */
  public StreamLifecycle(Object end, Consumer<ConnectionClosedException> finish) {
    this.end = end;
    this.finish = finish;
  }

  /** Gives the end to its protocol. */
  public void open(Protocol made) {
    protocol = made;
  }

  /** Returns the protocol that has the end, or null. */
  public @Nullable Protocol protocol() {
    return protocol;
  }

  /**
   * Takes a request of the protocol's.
   *
   * @return whether it asks for more than was asked for before, of an end that is not over
   */
  public boolean ask(Request more) {
    if (over || request.compareTo(more) >= 0) {
      return false;
    }
    request = more;
    writeEndAsked |= more == Request.WRITE_END;
    return true;
  }

  /** Returns whether this side has asked for the end of its stream, before anything more. */
  public boolean isWriteEndAsked() {
    return writeEndAsked;
  }

  /** Returns whether this side wants no more. */
  public boolean isClosing() {
    return request.compareTo(Request.CLOSE) >= 0;
  }

  /** Returns whether this side breaks off. */
  public boolean isAborting() {
    return request == Request.ABORT;
  }

  /** Returns whether something was asked for that has not happened yet. */
  public boolean isEnding() {
    return !over && (isClosing() || (request == Request.WRITE_END && !writeEnded));
  }

  /** Returns whether a protocol has this, and it is not over. */
  public boolean isConnected() {
    return protocol != null && !over;
  }

  /** Returns whether the connection is over at this end. */
  public boolean isOver() {
    return over;
  }

  /** Takes note that the connection is over at this end. */
  public void markOver() {
    over = true;
  }

  /** Returns whether the stream from here has ended. */
  public boolean hasWriteEnded() {
    return writeEnded;
  }

  /** Ends the stream from here; returns whether it had not ended. */
  public boolean endWrite() {
    boolean first = !writeEnded;
    writeEnded = true;
    return first;
  }

  /** Returns whether the protocol was told that the other side sends no more. */
  public boolean hasReadEnded() {
    return readEnded;
  }

  /** Tells the protocol that its own stream has ended, as it has asked. */
  public void tellWriteEnded() {
    if (protocol instanceof HalfCloseable halfCloseable) {
      halfCloseable.writeConnectionLost();
    }
    finishIfBothEnded();
  }

  /** Tells the protocol that the other side sends no more; most want no more then, either. */
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
   * Runs code of the protocol's, which loses the connection if it throws.
   *
   * @param log takes what it throws, with the name of the code
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
   * What a protocol asks of its end of a connection; each is more than those before it.
   *
   * @since 0.1
   */
  public enum Request {
    /** Nothing, as at the beginning. */
    NONE,
    /** To end its own stream when all is sent, and to go on receiving. */
    WRITE_END,
    /** To close the connection when all is sent. */
    CLOSE,
    /** To break off at once. */
    ABORT
  }
}
