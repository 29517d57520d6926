// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.fake.protocol.StringTransport;
import dev.assay.protocol.Protocol;
import dev.assay.time.ReactorTime;
import java.util.List;
import java.util.Objects;

/** A guest of a chat, played by the test: it says lines, and looks at what the room has sent. */
final class Guest {
  private final StringTransport transport;
  private final Protocol session;

  private Guest(ReactorTime time, ChatRoom room) {
    transport = new StringTransport(time);
    session = Objects.requireNonNull(room.buildProtocol(transport.peer()), "the room is closed");
    transport.connect(session);
  }

  /** Opens a connection with a room. */
  static Guest at(ReactorTime time, ChatRoom room) {
    return new Guest(time, room);
  }

  /** Comes in under a name; what the room has said until then is forgotten. */
  static Guest in(ReactorTime time, ChatRoom room, String name) {
    Guest guest = at(time, room);
    guest.say(name);
    guest.heard();
    return guest;
  }

  void say(String line) {
    send((line + "\r\n").getBytes(UTF_8));
  }

  /** Sends bytes, which arrive as they are. */
  void send(byte[] data) {
    session.dataReceived(data);
  }

  /** Takes the lines that this has been sent since it was last asked. */
  List<String> heard() {
    return transport.takeAll(UTF_8).lines().toList();
  }

  StringTransport transport() {
    return transport;
  }
}
