// SPDX-License-Identifier: Apache-2.0
package dev.assay.netty.process;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The input of a child process, which a thread writes while there is something to write: a write
 * blocks while the child does not read.
 */
final class ChildInput {
  private final OutputStream stream;
  private final Executor threads;
  private final ArrayDeque<byte[]> waiting = new ArrayDeque<>();
  private boolean writing;
  private boolean closing;

  ChildInput(OutputStream stream, Executor threads) {
    this.stream = stream;
    this.threads = threads;
  }

  /** Writes bytes after those before. */
  synchronized void write(byte[] data) {
    if (!closing) {
      waiting.add(data);
      proceed();
    }
  }

  /** Closes the input when everything is written. */
  synchronized void close() {
    closing = true;
    proceed();
  }

  private void proceed() {
    if (!writing) {
      writing = true;
      threads.execute(this::run);
    }
  }

  private void run() {
    try {
      for (byte[] data = next(); data != null; data = next()) {
        stream.write(data);
        stream.flush();
      }
    } catch (IOException closed) {
      giveUp(); // the child has closed its input, or has exited
    }
  }

  private synchronized byte @Nullable [] next() throws IOException {
    byte[] data = waiting.poll();
    if (data == null) {
      writing = false;
      if (closing) {
        stream.close();
      }
    }
    return data;
  }

  private synchronized void giveUp() {
    closing = true;
    writing = true;
    waiting.clear();
  }
}
