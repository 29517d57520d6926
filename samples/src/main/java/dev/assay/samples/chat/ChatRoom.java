// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.chat;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Deferreds;
import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.Protocol;
import dev.assay.protocol.ProtocolFactory;
import dev.assay.time.ReactorTime;
import java.net.SocketAddress;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A chat room: it knows who is there, and passes on what each of them says. */
final class ChatRoom implements ProtocolFactory {
  private final ReactorTime time;
  private final String banner;

  /** All connections, also those of guests who have not said their names. */
  private final Set<ChatSession> sessions = new LinkedHashSet<>();

  private final Map<String, ChatSession> members = new LinkedHashMap<>();
  private boolean closed;

  /**
   * Makes an empty room.
   *
   * @param banner the first lines that a guest sees
   */
  ChatRoom(ReactorTime time, String banner) {
    this.time = time;
    this.banner = banner;
  }

  @Override
  public @Nullable Protocol buildProtocol(SocketAddress peer) {
    return closed ? null : new ChatSession(time, this);
  }

  /**
   * Says goodbye to all, and lets nobody in any more. The Deferred fires with the reasons why the
   * connections ended, when the last of them is over; nobody is waited for longer than usual.
   */
  Deferred<List<ConnectionClosedException>> close() {
    closed = true;
    members.clear();
    List<ChatSession> open = List.copyOf(sessions);
    open.forEach(session -> session.hangUp("The chat is closed."));
    return Deferreds.gather(open.stream().map(Protocol::whenDisconnected).toList())
        .label("end of the chat");
  }

  String banner() {
    return banner;
  }

  void opened(ChatSession session) {
    sessions.add(session);
  }

  void ended(ChatSession session) {
    sessions.remove(session);
  }

  /** Lets somebody in, and tells the others; returns false if there is one of that name. */
  boolean enter(String name, ChatSession session) {
    if (members.containsKey(name)) {
      return false;
    }
    session.sendLine("Hello " + name + ". Here are: " + names());
    tell(name, "* " + name + " has come");
    members.put(name, session);
    return true;
  }

  /** Forgets a member, and tells the others. */
  void leave(String name) {
    if (members.remove(name) != null) {
      tell(name, "* " + name + " has left");
    }
  }

  /** Passes a line on to everybody but the member that it comes from. */
  void tell(String from, String line) {
    members.forEach(
        (name, session) -> {
          if (!name.equals(from)) {
            session.sendLine(line);
          }
        });
  }

  private String names() {
    return members.isEmpty() ? "nobody else" : String.join(", ", members.keySet());
  }
}
