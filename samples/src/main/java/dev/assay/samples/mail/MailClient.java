// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.assay.protocol.HandshakeListener;
import dev.assay.protocol.framing.LineOnlyReceiver;
import dev.assay.tls.TlsOptions;
import dev.assay.tls.TlsSession;

/** The side of a conversation that sends one mail, once TLS protects it. */
public final class MailClient extends LineOnlyReceiver implements HandshakeListener {
  private final TlsOptions tls;
  private final String mail;

  /** Creates a client with the mail to send. */
  public MailClient(TlsOptions tls, String mail) {
    this.tls = tls;
    this.mail = mail;
  }

  @Override
  protected void connectionMade() {
    sendLine("STARTTLS");
  }

  @Override
  protected void lineReceived(byte[] line) {
    if (new String(line, US_ASCII).equals("220 go on")) {
      transport().startTls(tls);
    } else {
      transport().loseConnection();
    }
  }

  @Override
  public void handshakeCompleted(TlsSession session) {
    sendLine(mail);
  }
}
