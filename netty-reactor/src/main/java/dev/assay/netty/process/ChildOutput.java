// SPDX-License-Identifier: Apache-2.0
package dev.assay.netty.process;

import dev.assay.netty.loop.Loop;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * An output of a child process, which a thread reads piece by piece.
 *
 * <p>The thread reads no further while two pieces have not been received, so a child that writes
 * faster than its protocol receives is held up, and does not fill the memory.
 */
final class ChildOutput implements Runnable {
  private static final int SIZE = 65_536;
  private static final int PIECES = 2;

  private final InputStream stream;
  private final Loop loop;
  private final Consumer<byte[]> receiver;
  private final Runnable whenEnded;
  private final Semaphore room = new Semaphore(PIECES);
  private volatile boolean stopped;

  /**
   * Creates an output that is not read yet.
   *
   * @param receiver receives each piece on the reactor's thread
   * @param whenEnded is called on the reactor's thread after the last piece
   */
  ChildOutput(InputStream stream, Loop loop, Consumer<byte[]> receiver, Runnable whenEnded) {
    this.stream = stream;
    this.loop = loop;
    this.receiver = receiver;
    this.whenEnded = whenEnded;
  }

  @Override
  public void run() {
    byte[] buffer = new byte[SIZE];
    try (stream) {
      for (int count = read(buffer); count >= 0; count = read(buffer)) {
        byte[] piece = Arrays.copyOf(buffer, count);
        loop.handOver(
            () -> {
              room.release();
              receiver.accept(piece);
            });
      }
    } catch (IOException closed) {
      // The pipe has been closed with the child: this is its end.
    } finally {
      loop.handOver(whenEnded);
    }
  }

  /** Lets the thread end; what it reads meanwhile is not received any more. */
  void stop() {
    stopped = true;
    room.release();
  }

  private int read(byte[] buffer) throws IOException {
    room.acquireUninterruptibly();
    return stopped ? -1 : stream.read(buffer);
  }
}
