// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.plain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fake.VirtualClock;
import dev.assay.junit.Trial;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;

final class JobWatchTest {
  @Trial
  void job_thatTakesSevenMinutes_isSeen(VirtualClock clock) {
    JobWatch watch = new JobWatch(clock.scheduledExecutor(), clock.wallClock());
    AtomicBoolean finished = new AtomicBoolean();
    CompletableFuture<Duration> took = watch.watch(finished::get);

    clock.advance(Duration.ofMinutes(7));
    finished.set(true);
    clock.advance(Duration.ofSeconds(5));

    assertThat(took).isCompletedWithValue(Duration.ofSeconds(425));
  }

  @Trial
  CompletionStage<?> job_thatIsAwaited_isSeenAsSoonAsTimeCan(VirtualClock clock) {
    JobWatch watch = new JobWatch(clock.scheduledExecutor(), clock.wallClock());
    long start = clock.nanoTime();

    CompletableFuture<Duration> took =
        watch.watch(() -> clock.nanoTime() - start >= Duration.ofSeconds(12).toNanos());

    return took.thenAccept(duration -> assertThat(duration).hasSeconds(15));
  }

  @Trial
  void watch_thatIsGivenUp_looksNoMore(VirtualClock clock) {
    JobWatch watch = new JobWatch(clock.scheduledExecutor(), clock.wallClock());

    assertThat(watch.watch(() -> false).cancel(false)).isTrue();
  }
}
