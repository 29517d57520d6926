// SPDX-License-Identifier: Apache-2.0
package example;

import dev.assay.time.DelayedCall;
import dev.assay.time.ReactorTime;
import java.time.Duration;

/** Something that beats once a second. */
public final class Heartbeat {
  private final ReactorTime time;
  private DelayedCall next;
  private int beats;

  /** Makes one that does not beat yet. */
  public Heartbeat(ReactorTime time) {
    this.time = time;
  }

  /** Beats from now on. */
  public void start() {
    next = time.callLater(Duration.ofSeconds(1), this::beat);
  }

  /** Beats no more. */
  public void stop() {
    next.cancel();
  }

  /** Returns how often it has beaten. */
  public int beats() {
    return beats;
  }

  private void beat() {
    beats++;
    start();
  }
}
