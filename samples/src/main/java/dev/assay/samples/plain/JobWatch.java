// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.plain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Looks every five seconds whether a job has finished. */
public final class JobWatch {
  private final ScheduledExecutorService scheduler;
  private final Clock clock;

  /** Makes a watch that looks on a scheduler's thread, and takes the time from a clock. */
  public JobWatch(ScheduledExecutorService scheduler, Clock clock) {
    this.scheduler = scheduler;
    this.clock = clock;
  }

  /** Returns how long a job takes, once it has finished; the watch ends with the future. */
  @SuppressWarnings("FutureReturnValueIgnored") // nothing follows the end of the looks
  public CompletableFuture<Duration> watch(BooleanSupplier finished) {
    Instant start = clock.instant();
    CompletableFuture<Duration> took = new CompletableFuture<>();
    Runnable look =
        () -> {
          if (finished.getAsBoolean()) {
            took.complete(Duration.between(start, clock.instant()));
          }
        };
    ScheduledFuture<?> looks = scheduler.scheduleAtFixedRate(look, 5, 5, TimeUnit.SECONDS);
    took.whenComplete((duration, failure) -> looks.cancel(false));
    return took;
  }
}
