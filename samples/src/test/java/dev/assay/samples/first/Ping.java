// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.first;

import dev.assay.deferred.Deferred;
import dev.assay.time.ReactorTime;
import java.time.Duration;

/** A ping whose timeout is disarmed when the answer comes. */
final class Ping {
  private final Deferred<String> pong = new Deferred<String>().label("pong");
  private final ReactorTime time;

  Ping(ReactorTime time) {
    this.time = time;
  }

  Deferred<String> send() {
    return pong.addTimeout(Duration.ofSeconds(2), time);
  }

  void answered(String text) {
    pong.callback(text);
  }
}
