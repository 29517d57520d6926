// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.fake.FakeReactor;
import dev.assay.fake.protocol.AccumulatingDatagramProtocol;
import dev.assay.fake.protocol.AccumulatingProtocol;
import dev.assay.ledger.Ledger;
import dev.assay.pending.TrialOverException;
import dev.assay.process.Command;
import dev.assay.process.ProcessProtocol;
import dev.assay.protocol.DatagramTransport;
import dev.assay.reactor.ListeningPort;
import dev.assay.reactor.ReactorCore.Trigger;
import dev.assay.reactor.ReactorDescriptors.ReadDescriptor;
import dev.assay.reactor.SystemEvent;
import dev.assay.reactor.SystemEvent.Phase;
import dev.assay.time.DelayedCall;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What a reactor refuses when its trial has ended, so that nothing is asked of it in vain. */
final class AfterEndTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final byte[] DATA = {1};
  private static final InetSocketAddress ELSEWHERE =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 53);

  private final AccumulatingProtocol client = new AccumulatingProtocol();
  private final FakeReactor reactor;
  private final ListeningPort port;
  private final DatagramTransport datagrams;
  private final DelayedCall call;
  private final Trigger trigger;

  /** Makes all of them in a trial that has ended. */
  AfterEndTest() throws Exception {
    Ledger ledger = new Ledger();
    Ledger.Binding binding = ledger.bind();
    reactor = new FakeReactor();
    port = reactor.listenTcp(80, peer -> new AccumulatingProtocol());
    datagrams = reactor.listenUdp(53, new AccumulatingDatagramProtocol());
    reactor.connectTcp("localhost", 80, peer -> client);
    call = reactor.callLater(SECOND, () -> {});
    trigger = trigger();
    reactor.advance(Duration.ZERO);
    binding.close();
    ledger.close();
  }

  @Test
  void requestsToTheNetwork_areRefused() {
    assertRefused("listen", () -> reactor.listenTcp(81, peer -> new AccumulatingProtocol()));
    assertRefused("listen", () -> reactor.listenUdp(54, new AccumulatingDatagramProtocol()));
    assertRefused("connect", () -> reactor.connectTcp("localhost", 80, peer -> client));
    assertRefused("resolve", () -> reactor.resolve("localhost"));
    assertRefused("write", () -> client.transport().write(DATA));
    assertRefused("write", () -> datagrams.write(DATA, ELSEWHERE));
    assertRefused(
        "start a process", () -> reactor.startProcess(Command.of("cat"), new ProcessProtocol() {}));
    assertRefused("add a descriptor", () -> reactor.addReader(new Reader()));
  }

  @Test
  void requestsForCalls_areRefused() {
    assertRefused("arm a call", () -> reactor.callLater(SECOND, () -> {}));
    assertRefused("callInThread", () -> reactor.callInThread(() -> {}));
    assertRefused("deferToThread", () -> reactor.deferToThread(() -> "done"));
    assertRefused("hand work over", () -> reactor.callFromThread(() -> {}));
    assertRefused("call callWhenRunning", () -> reactor.callWhenRunning(() -> {}));
    assertRefused("add a trigger", this::trigger);
  }

  @Test
  void whatIsLeft_mayStillBeEnded() {
    call.cancel();
    trigger.remove();
    port.stopListening();
    datagrams.stopListening();
    client.transport().loseConnection();

    assertThat(call.isActive()).isFalse();
    assertThat(client.transport().isConnected()).isFalse();
  }

  private Trigger trigger() {
    return reactor.addSystemEventTrigger(Phase.AFTER, SystemEvent.SHUTDOWN, () -> null);
  }

  private static void assertRefused(String what, ThrowingCallable request) {
    assertThatExceptionOfType(TrialOverException.class)
        .isThrownBy(request)
        .withMessage(
            "cannot %s: its trial has ended; a trial must create the objects that it uses", what);
  }

  /** Reads nothing. */
  private static final class Reader implements ReadDescriptor {
    @Override
    public void doRead() {}

    @Override
    public void connectionLost(Throwable reason) {}
  }
}
