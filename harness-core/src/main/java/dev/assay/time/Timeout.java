// SPDX-License-Identifier: Apache-2.0
package dev.assay.time;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A call that ends a future when its time is up. Any thread may create it, and the own thread arms
 * it.
 */
final class Timeout {
  private static final Duration END = Duration.ofNanos(Long.MAX_VALUE);

  private final ReactorTime time;
  private final FutureHome home;
  private final String name;
  private final Runnable end;
  private @Nullable DelayedCall call;
  private boolean over;

  Timeout(ReactorTime time, FutureHome home, String name, Runnable end) {
    this.time = time;
    this.home = home;
    this.name = name;
    this.end = end;
  }

  void arm(long nanos) {
    Duration now = time.elapsed();
    Duration delay = Duration.ofNanos(Math.min(Math.max(0, nanos), END.minus(now).toNanos()));
    Duration due = now.plus(delay);
    onOwnThread(() -> armFor(due));
  }

  private void armFor(Duration due) {
    if (!over) {
      Duration left = due.minus(time.elapsed());
      call = time.callLater(left.isNegative() ? Duration.ZERO : left, end).label(name);
    }
  }

  void disarm() {
    onOwnThread(
        () -> {
          over = true;
          if (call != null && call.isActive()) {
            call.cancel();
          }
        });
  }

  private void onOwnThread(Runnable work) {
    if (home.isOwnThread()) {
      work.run();
    } else {
      home.execute(work);
    }
  }
}
