// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.fake.VirtualClock;
import dev.assay.fake.protocol.AccumulatingProtocol;
import dev.assay.fake.protocol.Disconnection;
import dev.assay.fake.protocol.StringTransport;
import dev.assay.ledger.Ledger;
import dev.assay.pending.Pending;
import dev.assay.pending.PendingKind;
import dev.assay.protocol.ConnectionDoneException;
import dev.assay.protocol.PullProducer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class StringTransportInTrialTest {
  private final Ledger ledger = new Ledger();
  private final Ledger.Binding binding = ledger.bind();
  private final VirtualClock clock = new VirtualClock();
  private final AccumulatingProtocol protocol = new AccumulatingProtocol();

  @AfterEach
  void unbind() {
    binding.close();
  }

  @Test
  void openConnection_standsInTheLedger_withItsSite() {
    new StringTransport(clock).connect(protocol);

    Pending pending = ledger.snapshot().get(0);
    assertThat(ledger.snapshot()).hasSize(1);
    assertThat(pending.kind()).isEqualTo(PendingKind.CONNECTION);
    assertThat(pending.name()).isEqualTo("Connection#1");
    assertThat(pending.detail())
        .isEqualTo("StringTransport 10.0.0.1:12345 -> 192.168.1.1:54321, open");
    assertThat(pending.site().toString())
        .matches("StringTransportInTrialTest\\.java:\\d+ in openConnection_.*");
  }

  @Test
  void connectionThatIsOver_isSettled() {
    StringTransport transport = new StringTransport(clock);
    transport.connect(protocol);
    transport.loseConnection();
    assertThat(ledger.snapshot()).extracting(Pending::kind).contains(PendingKind.CONNECTION);
    clock.advance(Duration.ZERO);

    assertThat(ledger.snapshot()).isEmpty();
  }

  @Test
  void connectionEndedByTheTest_leavesNothing() {
    StringTransport transport = new StringTransport(clock);
    transport.connect(protocol);
    transport.loseConnection();
    transport.endConnection(new ConnectionDoneException("over"));

    assertThat(ledger.snapshot()).isEmpty();
  }

  @Test
  void producerThatThrowsWhenItIsRegistered_isStillRegistered_andPending() {
    StringTransport transport = new StringTransport(clock);
    transport.connect(protocol);
    PullProducer throwing =
        new PullProducer() {
          @Override
          public void resumeProducing() {
            throw new ArithmeticException("no");
          }

          @Override
          public void stopProducing() {}
        };

    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> transport.registerProducer(throwing));
    assertThat(transport.hasProducer()).isTrue();
    assertThat(ledger.snapshot())
        .extracting(Pending::kind)
        .containsExactly(PendingKind.CONNECTION, PendingKind.PRODUCER);
    transport.unregisterProducer();
    assertThat(ledger.snapshot()).extracting(Pending::kind).containsOnly(PendingKind.CONNECTION);
  }

  @Test
  void bareTransport_isNobodysLeftover() {
    new StringTransport().connect(protocol);
    protocol.makeConnection(new StringTransport(clock));
    new StringTransport(clock)
        .withDisconnection(Disconnection.NEVER)
        .connect(new AccumulatingProtocol());

    assertThat(ledger.snapshot()).isEmpty();
  }
}
