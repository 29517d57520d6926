// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.assay.protocol.HandshakeListener;
import dev.assay.protocol.framing.LineOnlyReceiver;
import dev.assay.tls.TlsOptions;
import dev.assay.tls.TlsSession;
import java.util.function.Consumer;

/** The side of a conversation that takes mail, but none that others on the way could read. */
public final class MailServer extends LineOnlyReceiver implements HandshakeListener {
  private final TlsOptions tls;
  private final Consumer<String> mailbox;
  private boolean isProtected;

  /** Creates a server that passes mail on. */
  public MailServer(TlsOptions tls, Consumer<String> mailbox) {
    this.tls = tls;
    this.mailbox = mailbox;
  }

  @Override
  protected void lineReceived(byte[] line) {
    String text = new String(line, US_ASCII);
    if (text.equals("STARTTLS")) {
      sendLine("220 go on");
      transport().startTls(tls);
    } else if (!isProtected) {
      sendLine("530 STARTTLS first");
    } else {
      mailbox.accept(text);
      sendLine("250 thank you");
    }
  }

  @Override
  public void handshakeCompleted(TlsSession session) {
    isProtected = true;
  }
}
