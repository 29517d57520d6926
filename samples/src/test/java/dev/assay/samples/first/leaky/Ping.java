// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.first.leaky;

import dev.assay.deferred.Deferred;
import dev.assay.time.ReactorTime;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** A ping that forgets to disarm its timeout when the answer comes. */
final class Ping {
  private final Deferred<String> pong = new Deferred<String>().label("pong");
  private final ReactorTime time;

  Ping(ReactorTime time) {
    this.time = time;
  }

  Deferred<String> send() {
    time.callLater(Duration.ofSeconds(2), () -> pong.errback(new TimeoutException("no pong")));
    return pong;
  }

  void answered(String text) {
    pong.callback(text);
  }
}
