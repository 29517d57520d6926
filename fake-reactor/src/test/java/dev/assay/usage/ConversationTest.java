// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.protocol.Connections;
import dev.assay.fake.protocol.LineSendingProtocol;
import dev.assay.fake.protocol.ScriptedPeer;
import dev.assay.ledger.Ledger;
import dev.assay.pending.Pending;
import dev.assay.protocol.BindFailedException;
import dev.assay.protocol.ConnectionClosedException;
import dev.assay.reactor.ListeningPort;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A conversation over the fake network with a peer whose words are known. */
final class ConversationTest {
  private final Ledger ledger = new Ledger();
  private final Ledger.Binding binding = ledger.bind();
  private final FakeReactor reactor = new FakeReactor();
  private final LineSendingProtocol client = LineSendingProtocol.afterFirstLine("HELO me", "QUIT");

  @AfterEach
  void unbind() {
    binding.close();
  }

  @Test
  void peer_thatHearsWhatItExpects_saysAllItHasToSay() throws BindFailedException {
    ScriptedPeer server =
        new ScriptedPeer()
            .answer("220 ready\r\n")
            .expect("HELO me\r\n")
            .answer("250 hello\r\n")
            .expect("QUIT\r\n")
            .answer("221 bye\r\n")
            .hangUp();
    Deferred<List<ConnectionClosedException>> over =
        Connections.waitUntilAllDisconnected(client, server);
    talk(server);

    server.assertFinished();
    assertThat(client.received()).containsExactly("220 ready", "250 hello", "221 bye");
    assertThat(over.isFired()).isTrue();
    assertThat(ledger.snapshot()).isEmpty();
  }

  @Test
  void peer_thatHearsSomethingElse_failsTheTrialAndLosesTheConnection() throws BindFailedException {
    ScriptedPeer server = new ScriptedPeer().answer("220 ready\r\n").expect("EHLO me\r\n");
    talk(server);

    assertThat(client.isConnected()).isFalse();
    assertThat(ledger.snapshot())
        .extracting(Pending::detail)
        .singleElement()
        .asString()
        .contains("the peer expected \"EHLO me\\r\\n\" and received \"HELO me\\r\\n")
        .contains("which differs at byte 0");
  }

  private void talk(ScriptedPeer server) throws BindFailedException {
    ListeningPort port = reactor.listenTcp(25, peer -> server);
    reactor.connectTcp("localhost", 25, peer -> client);
    reactor.advance(Duration.ZERO);
    port.stopListening();
    reactor.advance(Duration.ZERO);
  }
}
