// SPDX-License-Identifier: Apache-2.0
package example;

import dev.assay.time.ReactorTime;
import java.time.Duration;

/** Counts the seconds. */
public final class Heartbeat {
  private final ReactorTime time;
  private int beats;

  public Heartbeat(ReactorTime time) {
    this.time = time;
  }

  /** Beats once a second from now on. */
  public void start() {
    time.callLater(
        Duration.ofSeconds(1),
        () -> {
          beats++;
          start();
        });
  }

  public int beats() {
    return beats;
  }
}
