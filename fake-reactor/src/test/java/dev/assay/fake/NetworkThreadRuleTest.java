// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.assay.fake.event.Chooser;
import dev.assay.fake.protocol.ScriptedPeer;
import dev.assay.fake.protocol.StringTransport;
import dev.assay.fake.timeline.OtherThread;
import dev.assay.ledger.Ledger;
import dev.assay.pending.Pending;
import dev.assay.pending.PendingKind;
import dev.assay.protocol.DnsLookupException;
import java.net.StandardSocketOptions;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What another thread may not change of a network, its hosts and a scripted peer. */
final class NetworkThreadRuleTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final String LOCAL = "localhost";

  static List<Consumer<FakeReactor>> changes() {
    return List.of(
        reactor -> reactor.names().add("server"),
        reactor -> reactor.names().delay(SECOND),
        reactor -> reactor.network().host("server"),
        reactor -> reactor.network().choose(Chooser.quiet()),
        reactor -> reactor.network().highWaterMark(1),
        reactor -> reactor.network().receiveWindow(1),
        reactor -> reactor.network().strike(new Fault.Latency(LOCAL, LOCAL, SECOND)),
        reactor -> {
          DnsLookupException unknown = new DnsLookupException("unknown");
          reactor.network().strike(new Fault.FailLookup(LOCAL, "server", unknown));
        },
        reactor -> reactor.network().strikeAfter(SECOND, new Fault.Hold(LOCAL, LOCAL)));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void anotherThread_mustNotChangeTheNetwork(Consumer<FakeReactor> change) {
    Ledger ledger = new Ledger();
    try (Ledger.Binding bound = ledger.bind()) {
      assertThat(bound).isNotNull();
      FakeReactor reactor = new FakeReactor();

      assertThatIllegalStateException()
          .isThrownBy(() -> OtherThread.run(() -> change.accept(reactor)))
          .withMessageStartingWith("thread worker must not ");
      assertThat(ledger.snapshot())
          .extracting(Pending::kind)
          .containsExactly(PendingKind.FOREIGN_CALL);
    }
  }

  static List<Consumer<ScriptedPeer>> changesOfPeer() {
    return List.of(
        peer -> peer.expect("ping"),
        peer -> peer.answer("pong"),
        ScriptedPeer::hangUp,
        ScriptedPeer::whenFinished);
  }

  @ParameterizedTest
  @MethodSource("changesOfPeer")
  void anotherThread_mustNotChangeAPeer(Consumer<ScriptedPeer> change) {
    Ledger ledger = new Ledger();
    try (Ledger.Binding bound = ledger.bind()) {
      assertThat(bound).isNotNull();
      ScriptedPeer peer = new ScriptedPeer();

      assertThatIllegalStateException()
          .isThrownBy(() -> OtherThread.run(() -> change.accept(peer)))
          .withMessageContaining("ScriptedPeer [finished]");
      assertThat(ledger.snapshot())
          .extracting(Pending::kind)
          .containsExactly(PendingKind.FOREIGN_CALL);
    }
  }

  @Test
  void anotherThread_mustNotSetAnOption() {
    Ledger ledger = new Ledger();
    try (Ledger.Binding bound = ledger.bind()) {
      assertThat(bound).isNotNull();
      StringTransport transport = new StringTransport();

      assertThatIllegalStateException()
          .isThrownBy(
              () ->
                  OtherThread.run(
                      () -> transport.setOption(StandardSocketOptions.TCP_NODELAY, true)))
          .withMessageStartingWith("thread worker must not change StringTransport ");
    }
  }

  @Test
  void anotherThread_mayLook() {
    Ledger ledger = new Ledger();
    try (Ledger.Binding bound = ledger.bind()) {
      assertThat(bound).isNotNull();
      FakeReactor reactor = new FakeReactor();
      ScriptedPeer peer = new ScriptedPeer();

      OtherThread.run(
          () -> {
            assertThat(reactor.network().host("localhost")).isNotNull();
            assertThat(reactor.names().lookups()).isEmpty();
            assertThat(peer).hasToString("ScriptedPeer [finished]");
          });
      assertThat(ledger.snapshot()).isEmpty();
    }
  }
}
