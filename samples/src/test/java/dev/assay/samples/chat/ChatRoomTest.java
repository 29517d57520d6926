// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.chat;

import static dev.assay.trial.Trials.assertNoResult;
import static dev.assay.trial.Trials.successResultOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.endpoint.Endpoints;
import dev.assay.fake.FakeNetwork;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.Fault;
import dev.assay.fake.protocol.LineSendingProtocol;
import dev.assay.junit.Trial;
import dev.assay.protocol.BindFailedException;
import dev.assay.protocol.ConnectionAbortedException;
import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.ConnectionDoneException;
import dev.assay.reactor.ListeningPort;
import dev.assay.trial.TrialContext;
import java.time.Duration;
import java.util.List;

/**
 * The room on a network, where guests have hosts of their own: for what only a network does, such
 * as to hold up, to break, and to fill up.
 */
final class ChatRoomTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final String HOST = "chat.example.org";
  private static final int PORT = 6_667;

  private final FakeReactor reactor;
  private final FakeNetwork network;
  private final ChatRoom room;

  /** The port is closed before the room, for clean-ups run in the opposite order. */
  ChatRoomTest(FakeReactor reactor, TrialContext trial) throws BindFailedException {
    this.reactor = reactor;
    network = reactor.network();
    FakeReactor host = network.host(HOST);
    room = new ChatRoom(host, "Welcome.");
    ListeningPort port = host.listenTcp(PORT, room);
    trial.addDeferringCleanup(room::close);
    trial.addDeferringCleanup(port::stopListening);
  }

  @Trial
  void guestsOnThreeHosts_hearEachOther() {
    LineSendingProtocol ada = visit("ada", "Ada");
    LineSendingProtocol grace = visit("grace", "Grace");
    LineSendingProtocol alan = visit("alan", "Alan", "hello, all");

    assertThat(ada.received()).endsWith("* Grace has come", "* Alan has come", "Alan: hello, all");
    assertThat(grace.received()).endsWith("* Alan has come", "Alan: hello, all");
    assertThat(alan.received()).endsWith("Hello Alan. Here are: Ada, Grace");
  }

  /** The end takes as long: without the last line, the guest's connection would be left open. */
  @Trial
  void line_takesAsLongAsTheNetworkDoes() {
    LineSendingProtocol ada = visit("ada", "Ada");
    LineSendingProtocol grace = visit("grace", "Grace");
    network.strike(new Fault.Latency(HOST, "grace", Duration.ofMillis(200)));
    ada.sendLine("hello");

    reactor.advance(Duration.ofMillis(199));
    assertThat(grace.received()).doesNotContain("Ada: hello");
    reactor.advance(Duration.ofMillis(1));
    assertThat(grace.received()).contains("Ada: hello");
    room.close();
    reactor.settle();
  }

  @Trial
  void guestWhoIsReset_isMissedAtOnce() {
    LineSendingProtocol ada = visit("ada", "Ada");
    visit("grace", "Grace");
    network.strike(new Fault.Reset(HOST, "grace"));
    reactor.advance(Duration.ZERO);

    assertThat(ada.received()).endsWith("* Grace has left");
  }

  /** A machine that loses its power tells nobody: the room finds out when it speaks to it. */
  @Trial
  void guestWhoLosesPower_isMissedWhenTheNextLineIsRefused() {
    LineSendingProtocol ada = visit("ada", "Ada");
    visit("grace", "Grace");
    network.strike(new Fault.Crash("grace"));
    ada.sendLine("are you there?");
    reactor.advance(SECOND);
    assertThat(ada.received()).endsWith("* Grace has come");

    network.strike(new Fault.Restart("grace"));
    ada.sendLine("Grace?");
    reactor.advance(SECOND);
    assertThat(ada.received()).endsWith("* Grace has left");
  }

  /** Small buffers make it cheap to fill them. */
  @Trial
  void guestWhoReadsNothing_isDropped_andTheOthersAreNotHeldUp() {
    network.highWaterMark(100).receiveWindow(100);
    LineSendingProtocol ada = visit("ada", "Ada");
    LineSendingProtocol grace = visit("grace", "Grace");
    LineSendingProtocol alan = visit("alan", "Alan");
    alan.pauseProducing();
    talk(ada, 10);
    assertThat(grace.received()).hasSize(3 + 1 + 10);
    assertThat(grace.received()).doesNotContain("* Alan has left");

    reactor.advance(ChatSession.PATIENCE);
    assertThat(grace.received()).endsWith("* Alan has left");
    alan.resumeProducing();
    reactor.advance(SECOND);
    assertThat(alan.isConnected()).isFalse();
  }

  @Trial
  void guestWhoReadsAgainInTime_hasMissedNothing() {
    network.highWaterMark(100).receiveWindow(100);
    LineSendingProtocol ada = visit("ada", "Ada");
    LineSendingProtocol alan = visit("alan", "Alan");
    alan.pauseProducing();
    talk(ada, 10);
    reactor.advance(ChatSession.PATIENCE.minus(SECOND));
    alan.resumeProducing();
    reactor.advance(ChatSession.PATIENCE);

    assertThat(alan.received()).hasSize(3 + 10);
    assertThat(alan.isConnected()).isTrue();
  }

  /** The last word may take its time, but not forever. */
  @Trial
  void roomThatCloses_waitsForThoseWhoDoNotRead_butNotForLong() {
    network.receiveWindow(100);
    LineSendingProtocol ada = visit("ada", "Ada");
    LineSendingProtocol alan = visit("alan", "Alan");
    alan.pauseProducing();
    talk(ada, 10);
    Deferred<List<ConnectionClosedException>> end = room.close();
    reactor.advance(ChatSession.PATIENCE.minusNanos(1));
    assertNoResult(end);
    assertThat(ada.received()).endsWith("The chat is closed.");

    reactor.advance(Duration.ofNanos(1));
    assertThat(successResultOf(end))
        .hasExactlyElementsOfTypes(ConnectionDoneException.class, ConnectionAbortedException.class);
  }

  private void talk(LineSendingProtocol speaker, int lines) {
    for (int i = 1; i <= lines; i++) {
      speaker.sendLine("line " + i + " of something rather long");
    }
    reactor.advance(Duration.ZERO);
  }

  /** Connects a guest from a host and says some lines, the first of which is a name. */
  private LineSendingProtocol visit(String host, String... lines) {
    LineSendingProtocol guest = LineSendingProtocol.atOnce(lines);
    Endpoints.tcpClient(network.host(host), HOST, PORT).connectProtocol(guest);
    reactor.advance(Duration.ZERO);
    return guest;
  }
}
