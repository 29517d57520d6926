// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.fake.protocol.AccumulatingProtocol;
import dev.assay.fake.protocol.Wire;
import dev.assay.ledger.Ledger;
import dev.assay.pending.Pending;
import dev.assay.pending.PendingKind;
import dev.assay.protocol.ConnectionLostException;
import dev.assay.protocol.Protocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a wire leaves behind in a trial. */
final class WireInTrialTest {
  private final Ledger ledger = new Ledger();
  private final Ledger.Binding binding = ledger.bind();
  private final AccumulatingProtocol client = new AccumulatingProtocol();

  @AfterEach
  void unbind() {
    binding.close();
  }

  @Test
  void openWire_isPending_eachSideWithItsSite() {
    Wire.connect(client, new AccumulatingProtocol());

    assertThat(ledger.snapshot())
        .extracting(Pending::detail)
        .containsExactly(
            "client 10.0.0.1:12345 -> 192.168.1.1:54321, open",
            "server 192.168.1.1:54321 -> 10.0.0.1:12345, open");
    assertThat(ledger.snapshot())
        .allSatisfy(
            pending -> {
              assertThat(pending.kind()).isEqualTo(PendingKind.CONNECTION);
              assertThat(pending.site().toString())
                  .matches("WireInTrialTest\\.java:\\d+ in openWire_.*");
            });
  }

  @Test
  void bytesThatAreNotDelivered_areCounted_andHeldAgainstStrictTrialsOnly() {
    Wire wire = Wire.connect(client, new AccumulatingProtocol());
    client.transport().write("hello".getBytes(US_ASCII));
    wire.server().write("!".getBytes(US_ASCII));

    assertThat(ledger.snapshot())
        .extracting(Pending::detail, Pending::awaited)
        .containsExactly(
            tuple(
                "client 10.0.0.1:12345 -> 192.168.1.1:54321, open, 5 bytes are not delivered",
                false),
            tuple(
                "server 192.168.1.1:54321 -> 10.0.0.1:12345, open, 1 byte is not delivered",
                false));
  }

  @Test
  void closedWire_leavesNothing() {
    Wire wire = Wire.connect(client, new AccumulatingProtocol());
    client.transport().loseConnection();
    wire.flush();

    assertThat(ledger.snapshot()).isEmpty();
  }

  @Test
  void protocolThatThrows_isLogged_andTheConnectionLost() {
    Wire wire = Wire.connect(client, new Throwing());
    client.transport().write("a".getBytes(US_ASCII));
    wire.flush();

    assertThat(ledger.snapshot())
        .extracting(Pending::detail)
        .containsExactly(
            "protocol of server 192.168.1.1:54321 -> 10.0.0.1:12345: "
                + "java.lang.ArithmeticException: no");
    assertThat(ledger.flushLoggedErrors(ArithmeticException.class)).hasSize(1);
    assertThat(client.closedReason()).isNotInstanceOf(ConnectionLostException.class).isNotNull();
  }

  private static final class Throwing extends Protocol {
    @Override
    public void dataReceived(byte[] data) {
      throw new ArithmeticException("no");
    }
  }
}
