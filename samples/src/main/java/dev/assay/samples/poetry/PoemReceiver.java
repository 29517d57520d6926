// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.poetry;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.deferred.Deferred;
import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.ConnectionDoneException;
import dev.assay.protocol.Protocol;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * What listens to one poem: all that comes until the server hangs up.
 *
 * <p>The end of the connection is the end of the poem only if it was closed in good order. The
 * bytes become text when all are there, for a cut may go through the middle of a letter.
 */
final class PoemReceiver extends Protocol {
  static final int MOST_BYTES = 100_000;

  private final ByteArrayOutputStream received = new ByteArrayOutputStream();
  private final Deferred<String> poem =
      new Deferred<String>(cancelled -> transport().abortConnection()).label("poem");

  /** Returns the Deferred with the poem; cancelling it ends the connection. */
  Deferred<String> poem() {
    return poem;
  }

  @Override
  public void dataReceived(byte[] data) {
    received.writeBytes(data);
    if (received.size() > MOST_BYTES && !poem.isFired()) {
      poem.errback(new IOException("the poem has more than " + MOST_BYTES + " bytes"));
      transport().abortConnection();
    }
  }

  @Override
  protected void connectionLost(ConnectionClosedException reason) {
    if (poem.isFired()) {
      return;
    }
    if (reason instanceof ConnectionDoneException) {
      poem.callback(received.toString(UTF_8));
    } else {
      poem.errback(reason);
    }
  }
}
