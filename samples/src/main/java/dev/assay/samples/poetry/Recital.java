// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.poetry;

import dev.assay.protocol.HalfCloseable;
import dev.assay.protocol.Protocol;
import dev.assay.protocol.PushProducer;
import dev.assay.task.LoopingCall;
import dev.assay.time.ReactorTime;
import java.time.Duration;
import java.util.Arrays;

/**
 * The recital of a poem to one listener: a few bytes at a time, and goodbye.
 *
 * <p>It holds its breath while the listener cannot follow, goes on for one who has nothing to say
 * and has ended that side of the connection, and stops when the listener is gone.
 */
final class Recital extends Protocol implements PushProducer, HalfCloseable {
  private final byte[] poem;
  private final int step;
  private final Duration interval;
  private final LoopingCall loop;
  private int said;
  private boolean paused;

  Recital(ReactorTime time, byte[] poem, int step, Duration interval) {
    this.poem = poem;
    this.step = step;
    this.interval = interval;
    this.loop = LoopingCall.of(time, this::sayNext).label("recital");
  }

  @Override
  protected void connectionMade() {
    transport().registerProducer(this);
    loop.start(interval);
  }

  /** Does not listen. */
  @Override
  public void dataReceived(byte[] data) {}

  @Override
  public void pauseProducing() {
    paused = true;
  }

  @Override
  public void resumeProducing() {
    paused = false;
  }

  /** Is told that the connection is over, before all is said. */
  @Override
  public void stopProducing() {
    loop.stop();
  }

  @Override
  public void readConnectionLost() {}

  @Override
  public void writeConnectionLost() {}

  private void sayNext() {
    if (paused) {
      return;
    }
    int end = Math.min(poem.length, said + step);
    transport().write(Arrays.copyOfRange(poem, said, end));
    said = end;
    if (said == poem.length) {
      loop.stop();
      transport().unregisterProducer();
      transport().loseConnection();
    }
  }
}
