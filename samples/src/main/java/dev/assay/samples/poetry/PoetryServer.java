// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.poetry;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.protocol.Protocol;
import dev.assay.protocol.ProtocolFactory;
import dev.assay.time.ReactorTime;
import java.net.SocketAddress;
import java.time.Duration;

/** A server of one poem, which it recites slowly to each who connects. */
final class PoetryServer implements ProtocolFactory {
  private final ReactorTime time;
  private final byte[] poem;
  private final int step;
  private final Duration interval;

  /**
   * Makes a server.
   *
   * @param step how many bytes are said at a time
   * @param interval how much time is between them
   */
  PoetryServer(ReactorTime time, String poem, int step, Duration interval) {
    if (step < 1) {
      throw new IllegalArgumentException("step must be positive: " + step);
    }
    this.time = time;
    this.poem = poem.getBytes(UTF_8);
    this.step = step;
    this.interval = interval;
  }

  @Override
  public Protocol buildProtocol(SocketAddress listener) {
    return new Recital(time, poem, step, interval);
  }
}
