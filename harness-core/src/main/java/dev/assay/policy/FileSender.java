// SPDX-License-Identifier: Apache-2.0
package dev.assay.policy;

import dev.assay.deferred.Deferred;
import dev.assay.protocol.PullProducer;
import dev.assay.protocol.Transport;
import java.io.IOException;
import java.io.InputStream;

/**
 * A sender of a file, or of another stream, in pieces of 16 KiB. Each piece is read when the
 * transport has sent the one before.
 *
 * <p>Reading happens on the reactor's thread. A stream that blocks stops everything.
 *
 * @since 0.1
 */
public final class FileSender {
  private static final int PIECE = 16 * 1024;

  private FileSender() {}

  /**
   * Sends a stream to its end, as a producer of the transport. The Deferred fires with the number
   * of bytes when the last of them has been sent. It fails if the stream fails, or if the
   * connection ends before. Cancelling it stops the sending.
   *
   * @param stream the stream, which is not closed
   * @throws IllegalStateException if the transport has a producer
   */
  public static Deferred<Long> send(InputStream stream, Transport transport) {
    Sending sending = new Sending(stream, transport);
    transport.registerProducer(sending);
    return sending.end;
  }

  private static final class Sending implements PullProducer {
    private final InputStream stream;
    private final Transport transport;
    private final Deferred<Long> end = new Deferred<>(deferred -> unregister());
    private long sent;
    private boolean over;

    Sending(InputStream stream, Transport transport) {
      this.stream = stream;
      this.transport = transport;
      end.label("end of sending a stream");
    }

    @Override
    public void resumeProducing() {
      byte[] piece;
      try {
        piece = stream.readNBytes(PIECE);
      } catch (IOException | RuntimeException e) {
        unregister();
        end.errback(e);
        return;
      }
      if (piece.length == 0) {
        unregister();
        end.callback(sent);
      } else {
        sent += piece.length;
        transport.write(piece);
      }
    }

    @Override
    public void stopProducing() {
      if (!over) {
        over = true;
        end.errback(new IOException("the connection ended after " + sent + " bytes were written"));
      }
    }

    private void unregister() {
      over = true;
      transport.unregisterProducer();
    }
  }
}
