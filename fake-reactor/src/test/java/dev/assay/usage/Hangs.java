// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Deferreds;
import dev.assay.deferred.Sequential;
import dev.assay.fake.VirtualClock;
import dev.assay.task.LoopingCall;
import dev.assay.trial.TrialContext;
import dev.assay.trial.Trials;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Bodies of trials that do not come to an end by themselves. */
@SuppressWarnings("FutureReturnValueIgnored") // a trial takes any object that it is to await
final class Hangs {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Nullable Object never(TrialContext trial) {
    VirtualClock clock = new VirtualClock();
    clock.callLater(SECOND, () -> {});
    return new Deferred<String>().label("pong");
  }

  @Nullable Object neverThroughLinks(TrialContext trial) {
    Deferred<String> connected = new Deferred<String>().label("connected");
    Deferred<Integer> page =
        Deferred.succeed("url")
            .label("page")
            .addDeferringCallback(url -> connected)
            .addCallback(String::length);
    Deferred<Integer> size = Deferred.succeed(1).label("size");
    return size.addCallback(one -> one + 1).addDeferringCallback(two -> page);
  }

  @Nullable Object neverThroughGroups(TrialContext trial) {
    Deferred<Integer> first = Deferred.succeed(1);
    Deferred<Integer> missing = new Deferred<Integer>().label("missing");
    Deferred<Integer> line =
        Sequential.run(body -> body.await(missing) + 1).label("straight-line code");
    return Deferreds.gather(List.of(first, line)).label("both");
  }

  @Nullable Object stage(TrialContext trial) {
    CompletionStage<String> never = new CompletableFuture<>();
    return never;
  }

  @Nullable Object timeLimit(TrialContext trial) {
    VirtualClock clock = new VirtualClock();
    LoopingCall.of(clock, () -> {}).label("heartbeat").start(Duration.ofSeconds(50));
    return new Deferred<String>().label("pong");
  }

  @Nullable Object timeLimitBeyond(TrialContext trial) {
    return Deferreds.deferLater(new VirtualClock(), Duration.ofMinutes(9));
  }

  @Nullable Object livelock(TrialContext trial) {
    VirtualClock clock = new VirtualClock().withTurnLimit(100);
    spin(clock);
    return new Deferred<String>();
  }

  private static void spin(VirtualClock clock) {
    clock.callLater(Duration.ZERO, () -> spin(clock)).label("spin");
  }

  @Nullable Object sleep(TrialContext trial) {
    VirtualClock clock = new VirtualClock();
    clock.callLater(SECOND, Hangs::sleepForADay);
    clock.callLater(SECOND, () -> {}).label("held up");
    clock.advance(SECOND);
    return null;
  }

  @Nullable Object sleepInTest(TrialContext trial) throws InterruptedException {
    VirtualClock clock = new VirtualClock();
    clock.callLater(SECOND, () -> {}).label("never comes");
    TimeUnit.DAYS.sleep(1);
    return null;
  }

  private static void sleepForADay() {
    try {
      TimeUnit.DAYS.sleep(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Nullable Object realWait(TrialContext trial) throws Exception {
    VirtualClock clock = new VirtualClock();
    CompletableFuture<String> answer = new CompletableFuture<>();
    clock.callLater(SECOND, () -> answer.complete("pong"));
    return answer.get();
  }

  @Nullable Object compute(TrialContext trial) {
    while (!Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
    return null;
  }

  @Nullable Object interrupted(TrialContext trial) {
    Thread.currentThread().interrupt();
    return null;
  }

  @Nullable Object afterEnd(TrialContext trial) throws Throwable {
    List<VirtualClock> kept = new ArrayList<>();
    Trials.run(other -> kept.add(new VirtualClock())).orThrow();
    kept.get(0).callLater(SECOND, () -> {});
    return null;
  }

  Object timerOfTheJdk(TrialContext trial) {
    return new CompletableFuture<String>().completeOnTimeout("late", 300, TimeUnit.MILLISECONDS);
  }
}
