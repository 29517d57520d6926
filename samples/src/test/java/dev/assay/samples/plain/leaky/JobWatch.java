// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.plain.leaky;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Looks every five seconds whether a job has finished, and goes on when it has. */
final class JobWatch {
  private final ScheduledExecutorService scheduler;
  private final Clock clock;

  JobWatch(ScheduledExecutorService scheduler, Clock clock) {
    this.scheduler = scheduler;
    this.clock = clock;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // this is the mistake
  CompletableFuture<Duration> watch(BooleanSupplier finished) {
    Instant start = clock.instant();
    CompletableFuture<Duration> took = new CompletableFuture<>();
    Runnable look =
        () -> {
          if (finished.getAsBoolean()) {
            took.complete(Duration.between(start, clock.instant()));
          }
        };
    scheduler.scheduleAtFixedRate(look, 5, 5, TimeUnit.SECONDS);
    return took;
  }
}
