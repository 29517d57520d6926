// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import dev.assay.fake.bytes.Size;
import dev.assay.fake.event.OpenConnection;
import dev.assay.fake.event.OpenConnection.State;
import dev.assay.pending.Remedy;
import org.jspecify.annotations.Nullable;

/**
 * The description of the current state of one end of a connection.
 *
 * @since 0.1
 */
public final class ConnectionState {
  private ConnectionState() {}

  /** Returns the current state of an end. */
  public static OpenConnection of(StreamEnd end) {
    int unsent = end.sender().outbox().size();
    return new OpenConnection(end.host(), end.peer(), stateOf(end), unsent);
  }

  private static State stateOf(StreamEnd end) {
    if (end.life().isClosing()) {
      return end.life().isAborting() ? State.ABORTING : State.CLOSING;
    }
    if (end.life().hasWriteEnded()) {
      return State.WRITE_ENDED;
    }
    return end.life().hasReadEnded() ? State.READ_ENDED : State.OPEN;
  }

  /** Returns the state of an end as text, such as {@code closing, 5 bytes unsent}. */
  public static String describe(StreamEnd end) {
    int unread = end.receiver().held();
    boolean waits = end.life().isClosing() && !end.sender().outbox().producers().isEmpty();
    return of(end).describe()
        + (unread == 0 ? "" : ", " + new Size(unread) + " unread")
        + (end.life().isInHandshake() ? ", in the handshake of TLS" : "")
        + (waits ? ", waits for its producer" : "")
        + (hindrance(end) == null ? "" : "; " + hindrance(end) + " is still in force");
  }

  /** Returns what blocks the path between the ends of a connection, or null. */
  static @Nullable String hindrance(StreamEnd end) {
    String out = end.path().blocked();
    return out == null ? end.other().path().blocked() : out;
  }

  /** Returns how to avoid leaving an end open, or null if it is simply open. */
  static @Nullable Remedy remedy(StreamEnd end) {
    if (hindrance(end) != null) {
      return new Remedy(
          "one side cannot learn what the other does, because a fault is in force between them",
          "strike(new Fault.Heal(...)) or Fault.Release, close the connection, and advance"
              + " until it is closed");
    }
    String fix = advice(end);
    return fix == null ? null : Remedy.of(fix);
  }

  private static @Nullable String advice(StreamEnd end) {
    return switch (stateOf(end)) {
      case OPEN, WRITE_ENDED -> null;
      case READ_ENDED ->
          "the peer has closed its side: call loseConnection() when that is reported";
      case CLOSING ->
          !end.sender().outbox().producers().isEmpty()
              ? "it closes when its producer is done: unregisterProducer(), or abortConnection()"
              : "it is closing: advance until it is closed, or abortConnection()";
      case ABORTING -> "it is being aborted: advance until it is closed";
    };
  }
}
