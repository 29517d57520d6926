// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.policy.IdleTimeout;
import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.PushProducer;
import dev.assay.protocol.framing.LineOnlyReceiver;
import dev.assay.time.ReactorTime;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * One guest's connection with a chat room: the first line is a name, the others are for all.
 *
 * <p>A guest is waited for, but not for long: for the name; while so much is unread that no more
 * can be sent; and for the goodbye to be read. Then the connection is aborted.
 */
final class ChatSession extends LineOnlyReceiver {
  static final Duration PATIENCE = Duration.ofSeconds(30);
  static final int LONGEST_LINE = 400;

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}]{1,20}");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private final ChatRoom room;
  private final IdleTimeout patience;

  /** The name of a guest who is in the room; empty before and after. */
  private String name = "";

  /** Whether so much is unread that no more should be sent. */
  private boolean behind;

  ChatSession(ReactorTime time, ChatRoom room) {
    super(new byte[] {'\r', '\n'}, LONGEST_LINE);
    this.room = room;
    this.patience = new IdleTimeout(time, () -> transport().abortConnection());
  }

  /** Says a last word, leaves the room and closes the connection, unless that was done before. */
  void hangUp(String goodbye) {
    if (transport().isConnected()) {
      leave();
      sendLine(goodbye);
      patience.setTimeout(PATIENCE);
      transport().unregisterProducer();
      transport().loseConnection();
    }
  }

  @Override
  protected void connectionMade() {
    room.opened(this);
    transport().registerProducer(new Talk());
    room.banner().lines().forEach(this::sendLine);
    sendLine("What is your name?");
    waitOrNot();
  }

  @Override
  protected void lineReceived(byte[] line) {
    String text = CONTROL.matcher(new String(line, UTF_8)).replaceAll("").strip();
    if (text.equals("/quit")) {
      hangUp("Goodbye.");
    } else if (name.isEmpty()) {
      enter(text);
    } else if (!text.isEmpty()) {
      room.tell(name, name + ": " + text);
    }
  }

  @Override
  protected void lineLengthExceeded(byte[] line) {
    hangUp("A line has at most " + LONGEST_LINE + " bytes.");
  }

  @Override
  protected void connectionLost(ConnectionClosedException reason) {
    patience.setTimeout(null);
    room.ended(this);
    leave();
  }

  private void enter(String wanted) {
    if (!NAME.matcher(wanted).matches()) {
      sendLine("A name has 1 to 20 letters and digits. What is your name?");
    } else if (!room.enter(wanted, this)) {
      sendLine(wanted + " is taken. What is your name?");
    } else {
      name = wanted;
      waitOrNot();
    }
  }

  /** Begins to wait for the guest if there is reason to, and else is patient. */
  private void waitOrNot() {
    patience.setTimeout(name.isEmpty() || behind ? PATIENCE : null);
  }

  private void leave() {
    String member = name;
    name = "";
    room.leave(member);
  }

  /** What is said to the guest: it cannot be paused, but it must not pile up forever. */
  private final class Talk implements PushProducer {
    @Override
    public void pauseProducing() {
      behind = true;
      waitOrNot();
    }

    @Override
    public void resumeProducing() {
      behind = false;
      waitOrNot();
    }

    @Override
    public void stopProducing() {}
  }
}
