// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * One end of a connection, as it was when somebody looked.
 *
 * @param host the address of this end
 * @param peer the address of the other end
 * @param state what it is doing
 * @param unsent the number of bytes that were written and not sent
 * @since 0.1
 */
public record OpenConnection(SocketAddress host, SocketAddress peer, State state, int unsent) {
  /**
   * What an end of a connection is doing.
   *
   * @since 0.1
   */
  public enum State {
    /** It sends and receives. */
    OPEN,
    /** It has ended its stream, and still receives. */
    WRITE_ENDED,
    /** The other end has ended its stream; this one still sends. */
    READ_ENDED,
    /** It closes when all is sent and its producer, if there is one, has finished. */
    CLOSING,
    /** It breaks off. */
    ABORTING
  }

  static OpenConnection of(StreamEnd end) {
    int unsent = end.sender().outbox().size();
    return new OpenConnection(end.host(), end.peer(), stateOf(end), unsent);
  }

  private static State stateOf(StreamEnd end) {
    if (end.isClosing()) {
      return end.isAborting() ? State.ABORTING : State.CLOSING;
    }
    if (end.sender().hasEnded()) {
      return State.WRITE_ENDED;
    }
    return end.receiver().hasEnded() ? State.READ_ENDED : State.OPEN;
  }

  /** Returns what an end is doing, such as {@code closing, 5 bytes unsent}. */
  static String describe(StreamEnd end) {
    int unread = end.receiver().held();
    boolean waits = end.isClosing() && end.sender().outbox().hasProducer();
    return of(end).describe()
        + (unread == 0 ? "" : ", " + new Size(unread) + " unread")
        + (waits ? ", waits for its producer" : "")
        + (hindrance(end) == null ? "" : "; " + hindrance(end) + " is still in force");
  }

  /** Returns what keeps the ends of a connection apart, or null. */
  static @Nullable String hindrance(StreamEnd end) {
    String out = end.path().blocked();
    return out == null ? end.other().path().blocked() : out;
  }

  private String describe() {
    String doing =
        switch (state) {
          case OPEN -> "open";
          case WRITE_ENDED -> "half closed by this side";
          case READ_ENDED -> "half closed by the peer";
          case CLOSING -> "closing";
          case ABORTING -> "breaking off";
        };
    return doing + (unsent == 0 ? "" : ", " + new Size(unsent) + " unsent");
  }

  /** Returns {@code 127.0.0.1:49152 -> 127.0.0.1:80, closing, 5 bytes unsent}. */
  @Override
  public String toString() {
    return Addresses.show(host) + " -> " + Addresses.show(peer) + ", " + describe();
  }

  /** Returns what to do so that an end is not left open, or null if it is simply open. */
  static @Nullable String advice(StreamEnd end) {
    return switch (stateOf(end)) {
      case OPEN, WRITE_ENDED -> null;
      case READ_ENDED -> "the peer has closed its side: call loseConnection() when that is told";
      case CLOSING ->
          end.sender().outbox().hasProducer()
              ? "it closes when its producer is done: unregisterProducer(), or abortConnection()"
              : "it is closing: advance until that has come through, or abortConnection()";
      case ABORTING -> "it is breaking off: advance until that has come through";
    };
  }
}
