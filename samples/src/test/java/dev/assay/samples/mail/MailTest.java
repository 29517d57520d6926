// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.mail;

import static dev.assay.trial.Trials.successResultOf;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.fake.FakeNetwork;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.Fault;
import dev.assay.fake.protocol.StringTransport;
import dev.assay.junit.Trial;
import dev.assay.protocol.BindFailedException;
import dev.assay.protocol.CertificateRefusedException;
import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.ConnectionDoneException;
import dev.assay.reactor.ListeningPort;
import dev.assay.tls.TlsOptions;
import dev.assay.trial.TrialContext;
import java.util.ArrayList;
import java.util.List;

final class MailTest {
  private static final int PORT = 25;

  private final FakeReactor reactor;
  private final FakeNetwork network;
  private final List<String> mailbox = new ArrayList<>();
  private final MailClient client = new MailClient(TlsOptions.DEFAULT, "Dear Ada,");

  MailTest(FakeReactor reactor, TrialContext trial) throws BindFailedException {
    this.reactor = reactor;
    this.network = reactor.network();
    FakeReactor post = network.host("post");
    ListeningPort port =
        post.listenTcp(PORT, peer -> new MailServer(TlsOptions.DEFAULT, mailbox::add));
    trial.addDeferringCleanup(port::stopListening);
  }

  @Trial
  Deferred<ConnectionClosedException> mail_serverWithTls_isTaken() {
    reactor.connectTcp("post", PORT, peer -> client);

    return client
        .whenDisconnected()
        .addCallback(
            reason -> {
              assertThat(reason).isInstanceOf(ConnectionDoneException.class);
              assertThat(mailbox).containsExactly("Dear Ada,");
              return reason;
            });
  }

  @Trial
  void mail_certificateRefused_isNeverSent() {
    network.strike(new Fault.RefuseCertificate("localhost", "post"));
    reactor.connectTcp("post", PORT, peer -> client);
    Deferred<ConnectionClosedException> end = client.whenDisconnected();
    reactor.runUntil(end);

    assertThat(successResultOf(end)).isInstanceOf(CertificateRefusedException.class);
    assertThat(mailbox).isEmpty();
  }

  @Trial
  void mail_withoutTls_isNotTaken() {
    StringTransport transport = new StringTransport();
    MailServer server = transport.connect(new MailServer(TlsOptions.DEFAULT, mailbox::add));
    server.dataReceived("Dear Ada,\r\n".getBytes(US_ASCII));
    transport.endConnection(new ConnectionDoneException("over"));

    assertThat(transport.value(US_ASCII)).isEqualTo("530 STARTTLS first\r\n");
    assertThat(mailbox).isEmpty();
  }
}
