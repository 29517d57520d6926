// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage;

import static dev.assay.junit.assertj.AssayAssertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.fake.FakeNetwork;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.VirtualClock;
import dev.assay.fake.protocol.AccumulatingDatagramProtocol;
import dev.assay.fake.protocol.AccumulatingProtocol;
import dev.assay.fake.protocol.StringTransport;
import dev.assay.fake.protocol.Wire;
import dev.assay.ledger.Ledger;
import dev.assay.protocol.BindFailedException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What failed assertions about fakes say, word for word. */
final class FakeMessagesTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Ledger.Binding trial = new Ledger().bind();
  private final VirtualClock clock = new VirtualClock();
  private final FakeNetwork network = new FakeNetwork(clock);
  private final FakeReactor server = network.host("server");
  private final FakeReactor client = network.host("client");
  private final StringTransport transport = new StringTransport(clock);

  @AfterEach
  void end() {
    trial.close();
  }

  @Test
  void clock_callsAreArmed() {
    clock.callLater(SECOND, () -> {}).label("ping");
    clock.callLater(SECOND.multipliedBy(3), () -> {});
    Said.by(() -> assertThat(clock).hasNoDelayedCalls())
        .isEqualTo(
            """

            Expecting VirtualClock at t=0s, 2 calls armed
            to have no delayed calls
            but these are armed
              DelayedCall#1 (ping), armed at FakeMessagesTest.java: due at t=1s, waiting
              DelayedCall#2, armed at FakeMessagesTest.java: due at t=3s, waiting""");
  }

  @Test
  void clock_manyCallsAreArmed_theFirstAreShown() {
    for (int i = 0; i < 12; i++) {
      clock.callLater(SECOND.multipliedBy(i), () -> {});
    }
    Said.by(() -> assertThat(client).hasNoDelayedCalls())
        .isEqualTo(
            """

            Expecting FakeReactor client at t=0s
            to have no delayed calls
            but these are armed
              DelayedCall#1, armed at FakeMessagesTest.java: due at t=0s, waiting
              DelayedCall#2, armed at FakeMessagesTest.java: due at t=1s, waiting
              DelayedCall#3, armed at FakeMessagesTest.java: due at t=2s, waiting
              DelayedCall#4, armed at FakeMessagesTest.java: due at t=3s, waiting
              DelayedCall#5, armed at FakeMessagesTest.java: due at t=4s, waiting
              DelayedCall#6, armed at FakeMessagesTest.java: due at t=5s, waiting
              DelayedCall#7, armed at FakeMessagesTest.java: due at t=6s, waiting
              DelayedCall#8, armed at FakeMessagesTest.java: due at t=7s, waiting
              DelayedCall#9, armed at FakeMessagesTest.java: due at t=8s, waiting
              DelayedCall#10, armed at FakeMessagesTest.java: due at t=9s, waiting
              and 2 more""");
  }

  @Test
  void clock_nextCallComesAtAnotherTime() {
    clock.callLater(SECOND, () -> {}).label("ping");
    clock.advance(Duration.ofMillis(300));
    Said.by(() -> assertThat(clock).nextCallIn(SECOND))
        .isEqualTo(
            """

            Expecting VirtualClock at t=0.3s, 1 call armed
            to have its next call in 1s
            but it comes in 0.7s; these are armed
              DelayedCall#1 (ping), armed at FakeMessagesTest.java: due at t=1s, waiting""");
  }

  @Test
  void reactor_noCallIsArmed() {
    Said.by(() -> assertThat(server).nextCallIn(SECOND))
        .isEqualTo(
            """

            Expecting FakeReactor server at t=0s
            to have its next call in 1s
            but no call is armed""");
  }

  @Test
  void clock_isAtAnotherTime() {
    clock.advance(SECOND);
    Said.by(() -> assertThat(clock).isAt(Duration.ofMinutes(1)))
        .isEqualTo(
            """

            Expecting VirtualClock at t=1s, 0 calls armed
            to be at t=1m
            but it is at t=1s""");
  }

  @Test
  void reactor_listensElsewhere() throws BindFailedException {
    server.listenTcp(80, peer -> new AccumulatingProtocol());
    server.listenUdp(53, new AccumulatingDatagramProtocol());
    Said.by(() -> assertThat(server).listensOn(53))
        .isEqualTo(
            """

            Expecting FakeReactor server at t=0s
            to listen on port 53
            but it listens on
              ListeningPort 0.0.0.0:80
            and receives datagrams on
              DatagramPort 0.0.0.0:53""");
  }

  @Test
  void reactor_listensNowhere() {
    Said.by(() -> assertThat(client).listensOn(80))
        .isEqualTo(
            """

            Expecting FakeReactor client at t=0s
            to listen on port 80
            but it listens on no port""");
  }

  @Test
  void network_isLeftOpen() throws BindFailedException {
    connect();
    Said.by(() -> assertThat(network).hasNoOpenConnections())
        .isEqualTo(
            """

            Expecting FakeNetwork of server, client at t=1s
            to have no open connections
            but these are open
              10.0.0.1:80 -> 10.0.0.2:49152, open (FakeReactor server at t=1s)
              10.0.0.2:49152 -> 10.0.0.1:80, open (FakeReactor client at t=1s)""");
  }

  @Test
  void reactor_isLeftOpen() throws BindFailedException {
    connect();
    Said.by(() -> assertThat(client).hasNoOpenConnections())
        .isEqualTo(
            """

            Expecting FakeReactor client at t=1s
            to have no open connections
            but these are open
              10.0.0.2:49152 -> 10.0.0.1:80, open""");
  }

  @Test
  void network_portIsLeftOpen() throws BindFailedException {
    connect();
    Said.by(() -> assertThat(network).hasNoOpenPorts())
        .isEqualTo(
            """

            Expecting FakeNetwork of server, client at t=1s
            to have no open ports
            but these are open
              ListeningPort 0.0.0.0:80 (FakeReactor server at t=1s)""");
  }

  private void connect() throws BindFailedException {
    server.listenTcp(80, peer -> new AccumulatingProtocol());
    client.connectTcp("server", 80, peer -> new AccumulatingProtocol());
    network.clock().advance(SECOND);
  }

  @Test
  void transport_wroteOtherwise_thePlaceIsShown() {
    transport.write("EHLO\r\n".getBytes(StandardCharsets.UTF_8));
    Said.by(() -> assertThat(transport).wrote("EHLO\n"))
        .isEqualTo(
            """

            Expecting StringTransport 10.0.0.1:12345 -> 192.168.1.1:54321 [open, 6 bytes written]
            to have written "EHLO\\n"
            but it wrote "EHLO\\r\\n"
              which differs from byte 4 on: 0d 0a instead of 0a""");
  }

  @Test
  void transport_wroteTooLittle() {
    transport.write("100%n".getBytes(StandardCharsets.UTF_8));
    Said.by(() -> assertThat(transport).wrote("100%n\u00e9"))
        .isEqualTo(
            """

            Expecting StringTransport 10.0.0.1:12345 -> 192.168.1.1:54321 [open, 5 bytes written]
            to have written "100%n\\xc3\\xa9"
            but it wrote "100%n"
              which differs from byte 5 on: the end instead of c3 a9""");
  }

  @Test
  void transport_wroteMuch_itsBeginningIsShown() {
    transport.write("la".repeat(50).getBytes(StandardCharsets.UTF_8));
    transport.write(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9});
    Said.by(() -> assertThat(transport).wrote("la".repeat(50)))
        .isEqualTo(
            """

            Expecting StringTransport 10.0.0.1:12345 -> 192.168.1.1:54321 [open, 109 bytes written]
            to have written "lalalalalalalalalalalalalalalalalalalalalalalalalalalalalalalala" and 36 bytes more
            but it wrote "lalalalalalalalalalalalalalalalalalalalalalalalalalalalalalalala" and 45 bytes more
              which differs from byte 100 on: 01 02 03 04 05 06 07 08 … instead of the end""");
  }

  @Test
  void transport_wroteNothing() {
    Said.by(() -> assertThat(transport).wrote("PING"))
        .isEqualTo(
            """

            Expecting StringTransport 10.0.0.1:12345 -> 192.168.1.1:54321 [open, 0 bytes written]
            to have written "PING"
            but it wrote nothing""");
  }

  @Test
  void transport_wroteSomething() {
    transport.write(new byte[] {'h', 'i', 0});
    Said.by(() -> assertThat(transport).wroteNothing())
        .isEqualTo(
            """

            Expecting StringTransport 10.0.0.1:12345 -> 192.168.1.1:54321 [open, 3 bytes written]
            to have written nothing
            but it wrote "hi\\x00\"""");
  }

  @Test
  void transport_isOpen() {
    Said.by(() -> assertThat(transport).isDisconnecting())
        .isEqualTo(
            """

            Expecting StringTransport 10.0.0.1:12345 -> 192.168.1.1:54321 [open, 0 bytes written]
            to be disconnecting
            but its connection is open""");
  }

  @Test
  void transport_isClosing() {
    transport.connect(new AccumulatingProtocol());
    transport.loseConnection();
    Said.by(() -> assertThat(transport).isDisconnected())
        .isEqualTo(
            """

            Expecting StringTransport 10.0.0.1:12345 -> 192.168.1.1:54321 [disconnecting, 0 bytes written]
            to be disconnected
            but this side has closed it, and has not been notified of its end""");
  }

  @Test
  void transport_isNotPaused() {
    Said.by(() -> assertThat(transport).isPaused())
        .isEqualTo(
            """

            Expecting StringTransport 10.0.0.1:12345 -> 192.168.1.1:54321 [open, 0 bytes written]
            to be paused
            but it is not paused""");
  }

  @Test
  void wire_isNotQuiet() {
    AccumulatingProtocol writer = new AccumulatingProtocol();
    Wire wire = Wire.connect(writer, new AccumulatingProtocol());
    wire.client().write("ping\n".getBytes(StandardCharsets.UTF_8));
    Said.by(() -> assertThat(wire).isQuiet())
        .isEqualTo(
            """

            Expecting Wire between client AccumulatingProtocol and server AccumulatingProtocol
              client AccumulatingProtocol to server AccumulatingProtocol: 5 bytes pending, "ping\\n"
              server AccumulatingProtocol to client AccumulatingProtocol: nothing pending
            to be quiet
            but something is on its way""");
  }

  @Test
  void trace_eventIsMissing() {
    new Deferred<Integer>().label("pong").callback(3);
    clock.callLater(SECOND, () -> {}).label("ping");
    clock.advance(SECOND);
    Said.by(() -> assertThat(network.trace()).containsInOrder("armed", "ran", "fired"))
        .isEqualTo(
            """

            Expecting Trace of 5 events
            to contain in order
              armed
              ran
              fired
            but fired is missing after
              t=1s ran DelayedCall#1 (ping)
            though it came before that
              t=0s fired Deferred#1 (pong)
            and nothing more happened""");
  }

  @Test
  void trace_nothingMoreHappened() {
    clock.callLater(SECOND, () -> {}).label("ping");
    Said.by(() -> assertThat(network.trace()).containsInOrder("armed", "ran"))
        .isEqualTo(
            """

            Expecting Trace of 1 event
            to contain in order
              armed
              ran
            but ran is missing after
              t=0s armed DelayedCall#1 (ping): due at t=1s, armed at FakeMessagesTest.java
            and nothing more happened""");
  }

  @Test
  void trace_forbiddenEventHappened() {
    clock.callLater(SECOND, () -> {}).cancel();
    Said.by(() -> assertThat(network.trace()).doesNotContain("cancelled"))
        .isEqualTo(
            """

            Expecting Trace of 2 events
            not to contain cancelled
            but there is
              t=0s cancelled DelayedCall#1""");
  }
}
