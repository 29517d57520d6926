// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.fake.FakeNetwork;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.Fault;
import dev.assay.fake.protocol.AccumulatingProtocol;
import dev.assay.fake.protocol.Disconnection;
import dev.assay.fake.protocol.ScriptedPeer;
import dev.assay.fake.protocol.StringTransport;
import dev.assay.fake.protocol.Wire;
import dev.assay.ledger.Ledger;
import dev.assay.pending.Pending;
import dev.assay.pending.PendingKind;
import dev.assay.process.Command;
import dev.assay.process.ProcessProtocol;
import dev.assay.process.StartFailedException;
import dev.assay.protocol.BindFailedException;
import dev.assay.protocol.ConnectionRefusedException;
import dev.assay.protocol.DnsLookupException;
import dev.assay.protocol.PushProducer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What a test has arranged to happen: left behind until it has happened, or the test has looked.
 */
final class ScriptedInTrialTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Ledger ledger = new Ledger();
  private final Ledger.Binding binding = ledger.bind();
  private final FakeReactor reactor = new FakeReactor();

  @AfterEach
  void unbind() {
    binding.close();
  }

  private List<Pending> scripted() {
    return ledger.snapshot().stream().filter(some -> some.kind() == PendingKind.SCRIPTED).toList();
  }

  private void assertScripted(boolean awaited, String... details) {
    assertThat(scripted()).extracting(Pending::detail).containsExactly(details);
    assertThat(scripted()).allMatch(some -> some.awaited() == awaited);
  }

  @Test
  void fault_armed_isPendingUntilItStrikes() {
    FakeNetwork network = new FakeNetwork();
    network.host("a");
    network.host("b");
    network.strikeAfter(SECOND, new Fault.Reset("a", "b"));
    assertScripted(true, "Reset[host=a, other=b], due at t=1s");

    network.clock().advance(SECOND);
    assertThat(scripted()).isEmpty();
  }

  @Test
  void fault_thatIsRefused_isNotPending() {
    FakeNetwork network = new FakeNetwork();
    network.host("a");
    assertThatThrownBy(() -> network.strikeAfter(SECOND.negated(), new Fault.Crash("a")))
        .hasMessage("delay must not be negative: PT-1S");
    assertThat(scripted()).isEmpty();
  }

  @Test
  void fault_thatStrikesNow_isNotPending() {
    FakeNetwork network = new FakeNetwork();
    network.host("a");
    network.host("b");
    network.strike(new Fault.Partition("a", "b"));
    assertThat(scripted()).isEmpty();
  }

  @Test
  void refusal_isPendingUntilItIsMet() {
    reactor
        .network()
        .strike(
            new Fault.FailNextConnect(
                "localhost", new ConnectionRefusedException("refused by the test")));
    assertScripted(
        true,
        "attempt 1 to connect fails: "
            + new ConnectionRefusedException("refused by the test")
            + "; so far there were 0");

    reactor.connectTcp("localhost", 80, peer -> new AccumulatingProtocol());
    assertThat(scripted()).isEmpty();
  }

  @Test
  void failureToStart_isPendingUntilItIsMet() {
    StartFailedException reason = new StartFailedException("too many processes");
    reactor.network().strike(new Fault.FailNextStart("localhost", reason));
    assertScripted(true, "the next start of a process fails: " + reason);

    assertThatThrownBy(() -> reactor.startProcess(Command.of("cat"), new ProcessProtocol() {}))
        .isSameAs(reason);
    assertThat(scripted()).isEmpty();
  }

  @Test
  void failureToListen_isPendingUntilItIsMet() {
    reactor
        .network()
        .strike(new Fault.FailNextListen("localhost", new BindFailedException("taken")));
    assertScripted(true, "the next request to listen fails: " + new BindFailedException("taken"));

    assertThatThrownBy(() -> reactor.listenTcp(80, peer -> new AccumulatingProtocol()))
        .isInstanceOf(BindFailedException.class);
    assertThat(scripted()).isEmpty();
  }

  @Test
  void rules_countOnlyWhereTheTrialIsStrict() {
    reactor
        .network()
        .strike(
            new Fault.FailConnectTo(
                "localhost", "there", 80, new ConnectionRefusedException("no")));
    reactor
        .network()
        .strike(new Fault.FailLookup("localhost", "nowhere", new DnsLookupException("unknown")));
    assertThat(scripted()).hasSize(2).noneMatch(Pending::awaited);

    reactor.connectTcp("there", 80, peer -> new AccumulatingProtocol());
    reactor.resolve("nowhere").addErrback(error -> List.of());
    assertThat(scripted()).isEmpty();
  }

  @Test
  void peer_isPendingUntilItsScriptIsPlayed() {
    ScriptedPeer peer = new ScriptedPeer().expect("hello\n").answer("bye\n");
    assertScripted(
        true, "ScriptedPeer is not finished; left to do: expect \"hello\\n\", answer \"bye\\n\"");

    StringTransport transport = new StringTransport();
    transport.connect(peer);
    peer.dataReceived("hello\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThat(scripted()).isEmpty();

    peer.expect("more");
    assertThat(scripted()).hasSize(1);
  }

  @Test
  void peer_whoseConnectionIsLost_staysPendingUntilTheTestLooks() {
    ScriptedPeer peer = new ScriptedPeer().expect("hello\n");
    StringTransport transport = new StringTransport();
    transport.connect(peer);
    transport.loseConnection();
    transport.endConnection();
    assertScripted(
        true,
        "ScriptedPeer is not finished; left to do: expect \"hello\\n\"; its connection is over");

    assertThatThrownBy(peer::assertFinished).isInstanceOf(AssertionError.class);
    assertThat(scripted()).isEmpty();
  }

  @Test
  void peer_thatIsAskedWhetherItIsFinished_isKnownToTheTest() {
    assertThat(new ScriptedPeer().expect("hello\n").isFinished()).isFalse();
    assertThat(scripted()).isEmpty();
  }

  @Test
  void peer_thatIsAwaited_isTheAwaitingDeferreds() {
    ScriptedPeer peer = new ScriptedPeer().expect("hello\n");
    peer.whenFinished().addErrback(AssertionError.class, error -> peer);
    StringTransport transport = new StringTransport();
    transport.connect(peer);
    transport.loseConnection();
    transport.endConnection();
    assertThat(scripted()).isEmpty();
  }

  @Test
  void wire_open_countsOnlyWhereTheTrialIsStrict() {
    Wire.connect(new AccumulatingProtocol(), new AccumulatingProtocol());
    assertThat(ledger.snapshot()).hasSize(2).noneMatch(Pending::awaited);
  }

  @Test
  void wire_whoseCloseAProducerHoldsBack_isPendingUntilThatIsDone() {
    AccumulatingProtocol client = new AccumulatingProtocol();
    Wire wire = Wire.connect(client, new AccumulatingProtocol());
    client.transport().registerProducer(new Source());
    client.transport().loseConnection();
    wire.flush();
    assertThat(ledger.snapshot().stream().filter(Pending::awaited))
        .extracting(Pending::kind)
        .containsExactly(PendingKind.CONNECTION, PendingKind.PRODUCER);

    client.transport().unregisterProducer();
    wire.flush();
    assertThat(ledger.snapshot()).isEmpty();
  }

  @Test
  void stringTransport_whoseCloseAProducerHoldsBack_isPending() {
    StringTransport transport =
        new StringTransport(reactor).withDisconnection(Disconnection.AT_ONCE);
    transport.connect(new AccumulatingProtocol());
    transport.registerProducer(new Source());
    assertThat(ledger.snapshot()).hasSize(2).noneMatch(Pending::awaited);

    transport.loseConnection();
    assertThat(ledger.snapshot().stream().filter(Pending::awaited))
        .extracting(Pending::kind)
        .containsExactly(PendingKind.CONNECTION);

    transport.unregisterProducer();
    assertThat(ledger.snapshot()).isEmpty();
  }

  private static final class Source implements PushProducer {
    @Override
    public void pauseProducing() {}

    @Override
    public void resumeProducing() {}

    @Override
    public void stopProducing() {}
  }
}
