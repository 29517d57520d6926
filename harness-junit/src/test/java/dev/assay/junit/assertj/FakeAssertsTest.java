// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.assertj;

import static dev.assay.junit.assertj.AssayAssertions.assertThat;
import static dev.assay.junit.assertj.Failing.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.fake.FakeNetwork;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.VirtualClock;
import dev.assay.fake.event.Trace;
import dev.assay.fake.protocol.AccumulatingDatagramProtocol;
import dev.assay.fake.protocol.AccumulatingProtocol;
import dev.assay.fake.protocol.Wire;
import dev.assay.protocol.BindFailedException;
import dev.assay.protocol.DatagramTransport;
import dev.assay.reactor.ListeningPort;
import dev.assay.time.DelayedCall;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Which assertions about time, reactors, networks, wires and traces hold. */
final class FakeAssertsTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final VirtualClock clock = new VirtualClock();
  private final FakeNetwork network = new FakeNetwork(clock);
  private final FakeReactor server = network.host("server");
  private final FakeReactor client = network.host("client");

  @Test
  void hasNoDelayedCalls_untilOneIsArmed() {
    assertThat(clock).hasNoDelayedCalls();
    assertThat(client).hasNoDelayedCalls();
    DelayedCall call = server.callLater(SECOND, () -> {});
    failure(() -> assertThat(clock).hasNoDelayedCalls());
    failure(() -> assertThat(client).hasNoDelayedCalls());
    call.cancel();
    assertThat(clock).hasNoDelayedCalls();
  }

  @Test
  void nextCallIn_countsFromNow() {
    clock.callLater(SECOND.multipliedBy(3), () -> {});
    clock.callLater(SECOND.multipliedBy(2), () -> {});
    clock.advance(SECOND);
    assertThat(clock).isAt(SECOND).nextCallIn(SECOND);
    assertThat(client).isAt(SECOND).nextCallIn(SECOND);
    failure(() -> assertThat(clock).nextCallIn(SECOND.plusNanos(1)));
    failure(() -> assertThat(clock).nextCallIn(SECOND.minusNanos(1)));
    failure(() -> assertThat(clock).isAt(SECOND.plusNanos(1)));
  }

  @Test
  void nextCallIn_overdue_isNow() {
    clock.callLater(SECOND, () -> assertThat(clock).nextCallIn(Duration.ZERO));
    clock.callLater(SECOND, () -> assertThat(clock).hasNoDelayedCalls());
    clock.jump(SECOND.multipliedBy(2));
    assertThat(clock).hasNoDelayedCalls();
    failure(() -> assertThat(clock).nextCallIn(Duration.ZERO));
  }

  @Test
  void listensOn_untilThePortIsClosed() throws BindFailedException {
    ListeningPort port = server.listenTcp(80, peer -> new AccumulatingProtocol());
    assertThat(server).listensOn(80);
    failure(() -> assertThat(server).listensOn(81));
    failure(() -> assertThat(client).listensOn(80));
    port.stopListening();
    clock.advance(Duration.ZERO);
    failure(() -> assertThat(server).listensOn(80));
    assertThat(server).hasNoOpenPorts();
  }

  @Test
  void hasNoOpenPorts_countsThoseForDatagrams() throws BindFailedException {
    assertThat(network).hasNoOpenPorts();
    DatagramTransport port = server.listenUdp(53, new AccumulatingDatagramProtocol());
    failure(() -> assertThat(server).hasNoOpenPorts());
    failure(() -> assertThat(network).hasNoOpenPorts());
    failure(() -> assertThat(server).listensOn(53));
    assertThat(client).hasNoOpenPorts();
    port.stopListening();
    clock.advance(Duration.ZERO);
    assertThat(network).hasNoOpenPorts();
  }

  @Test
  void hasNoOpenPorts_countsThoseForConnections() throws BindFailedException {
    server.listenUnix("/run/app.sock", peer -> new AccumulatingProtocol());
    failure(() -> assertThat(server).hasNoOpenPorts());
    failure(() -> assertThat(network).hasNoOpenPorts());
    failure(() -> assertThat(server).listensOn(0));
  }

  @Test
  void hasNoOpenConnections_countsBothEnds() throws BindFailedException {
    server.listenTcp(80, peer -> new AccumulatingProtocol());
    AccumulatingProtocol protocol = new AccumulatingProtocol();
    assertThat(network).hasNoOpenConnections();
    client.connectTcp("server", 80, peer -> protocol);
    clock.advance(SECOND);
    failure(() -> assertThat(server).hasNoOpenConnections());
    failure(() -> assertThat(client).hasNoOpenConnections());
    failure(() -> assertThat(network).hasNoOpenConnections());
    protocol.transport().loseConnection();
    clock.advance(SECOND);
    assertThat(network).hasNoOpenConnections();
    assertThat(server).hasNoOpenConnections();
  }

  @Test
  void isQuiet_untilSomethingIsOnItsWay() {
    Wire wire = Wire.connect(new AccumulatingProtocol(), new AccumulatingProtocol());
    assertThat(wire).isQuiet();
    wire.server().loseConnection();
    failure(() -> assertThat(wire).isQuiet());
    wire.flush();
    assertThat(wire).isQuiet();
  }

  @Test
  void containsInOrder_countsWholeWords() {
    Trace trace = network.trace();
    clock.callLater(SECOND, () -> {}).label("ping");
    clock.advance(SECOND.multipliedBy(2));
    assertThat(trace).containsInOrder("armed", "ran").containsInOrder("t=0s armed");
    failure(() -> assertThat(trace).containsInOrder("ran", "armed"));
    failure(() -> assertThat(trace).containsInOrder("armed", "armed"));
    failure(() -> assertThat(trace).containsInOrder("arm"));
    failure(() -> assertThat(trace).containsInOrder("an"));
    failure(() -> assertThat(trace).containsInOrder("PT1"));
  }

  @Test
  void doesNotContain_countsWholeWords() {
    clock.callLater(SECOND, () -> {});
    assertThat(network.trace()).doesNotContain("ran").doesNotContain("arm").doesNotContain("rmed");
    failure(() -> assertThat(network.trace()).doesNotContain("armed"));
    failure(() -> assertThat(network.trace()).doesNotContain(": due at t=1s"));
  }

  @Test
  void doesNotContain_firstEventsAreForgotten_fails() {
    network.trace();
    DelayedCall call = clock.callLater(SECOND, () -> {});
    for (int i = 0; i < 1 << 18; i++) {
      call.reset(SECOND);
    }
    assertThat(failure(() -> assertThat(network.trace()).doesNotContain("ran")))
        .hasMessageEndingWith("but the first event is no longer known");
    assertThat(failure(() -> assertThat(network.trace()).containsInOrder("ran")))
        .hasMessageEndingWith("and the first event is no longer known");
  }

  @Test
  void trace_noEvents_isTheCallersMistake() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThat(network.trace()).containsInOrder())
        .withMessage("events must not be empty: []");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThat(network.trace()).containsInOrder(" "))
        .withMessage("event must not be blank: \" \"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThat(network.trace()).doesNotContain(""))
        .withMessage("event must not be blank: \"\"");
  }
}
