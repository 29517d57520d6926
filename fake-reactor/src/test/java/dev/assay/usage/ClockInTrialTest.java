// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Deferreds;
import dev.assay.deferred.Outcome;
import dev.assay.fake.FakeNetwork;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.VirtualClock;
import dev.assay.ledger.Ledger;
import dev.assay.pending.Pending;
import dev.assay.pending.PendingKind;
import dev.assay.task.LoopingCall;
import dev.assay.time.AlreadyCalledException;
import dev.assay.time.DelayedCall;
import dev.assay.time.LivelockError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class ClockInTrialTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Ledger ledger = new Ledger();
  private final VirtualClock clock = Clocks.in(ledger);

  @Test
  void armedCall_standsInTheLedger_withItsSiteAndTheTimeOfItsBirth() {
    clock.advance(SECOND);
    ping();

    Pending pending = ledger.snapshot().get(0);
    assertThat(ledger.snapshot()).hasSize(1);
    assertThat(pending.kind()).isEqualTo(PendingKind.DELAYED_CALL);
    assertThat(pending.name()).isEqualTo("DelayedCall#1 (ping)");
    assertThat(pending.detail()).isEqualTo("due at t=2s");
    assertThat(pending.bornAt()).isEqualTo(SECOND);
    assertThat(pending.site().toString()).matches("ClockInTrialTest\\.java:\\d+ in ping");
  }

  @Test
  void callThatRanOrWasCancelled_isSettled() {
    ping().cancel();
    assertThat(ledger.snapshot()).isEmpty();
    ping();
    clock.advance(SECOND);

    assertThat(ledger.snapshot()).isEmpty();
  }

  @Test
  void callThatIsRunning_isSettled() {
    List<Pending> seen = new ArrayList<>();
    clock.callLater(SECOND, () -> seen.addAll(ledger.snapshot()));
    clock.advance(SECOND);

    assertThat(seen).isEmpty();
  }

  @Test
  void callThatTheHarnessArmsAgain_hasTheSiteOfTheFirst_notOfWhoeverDrivesTheClock() {
    startLoop();
    clock.advance(SECOND.multipliedBy(3));

    assertThat(ledger.snapshot())
        .filteredOn(pending -> pending.kind() == PendingKind.DELAYED_CALL)
        .singleElement()
        .satisfies(
            pending ->
                assertThat(pending.site().toString())
                    .matches("ClockInTrialTest\\.java:\\d+ in startLoop"));
  }

  @Test
  void callThatUserCodeArmsInACall_hasTheSiteOfThatCode() {
    clock.callLater(SECOND, this::ping);
    clock.advance(SECOND);

    assertThat(ledger.snapshot().get(0).site().toString())
        .matches("ClockInTrialTest\\.java:\\d+ in ping");
  }

  private void startLoop() {
    LoopingCall.of(clock, () -> {}).start(SECOND);
  }

  @Test
  void movedCall_keepsItsLine() {
    DelayedCall call = ping();
    call.reset(Duration.ofSeconds(5));

    assertThat(ledger.snapshot())
        .extracting(pending -> pending.name() + ": " + pending.detail())
        .containsExactly("DelayedCall#1 (ping): due at t=5s");
  }

  @Test
  void toString_namesTheCallAndWhereItWasArmed() {
    assertThat(ping().toString())
        .matches(
            "DelayedCall#1 \\(ping\\), armed at ClockInTrialTest\\.java:\\d+ in ping:"
                + " due at t=1s, waiting");
  }

  @Test
  void errorOfADeadCall_namesItAndWhereItWasArmed() {
    DelayedCall call = ping();
    clock.advance(SECOND);

    assertThatExceptionOfType(AlreadyCalledException.class)
        .isThrownBy(call::cancel)
        .withMessageMatching(
            "DelayedCall#1 \\(ping\\), armed at ClockInTrialTest\\.java:\\d+ in ping,"
                + " has run and can no longer be cancelled; ask isActive\\(\\) first");
  }

  @Test
  void exceptionInACall_isLoggedWithTheCall() {
    clock
        .callLater(
            SECOND,
            () -> {
              throw new IllegalStateException("lost?");
            })
        .label("ping");
    clock.advance(SECOND);

    assertThat(ledger.snapshot()).hasSize(1);
    assertThat(ledger.snapshot().get(0).kind()).isEqualTo(PendingKind.LOGGED_ERROR);
    assertThat(ledger.snapshot().get(0).detail())
        .matches(
            "DelayedCall#1 \\(ping\\), armed at ClockInTrialTest\\.java:\\d+ in \\w+:"
                + " java\\.lang\\.IllegalStateException: lost\\?");
  }

  @Test
  void livelock_namesTheCallAndWhereItWasArmed() {
    spin(clock);

    assertThatExceptionOfType(LivelockError.class)
        .isThrownBy(() -> clock.advance(SECOND))
        .withMessageMatching(
            "10000 turns have run at t=0s and time has not moved: DelayedCall#10001 \\(spin\\),"
                + " armed at ClockInTrialTest\\.java:\\d+ in spin, would begin another; .*");
  }

  @Test
  void livelockOutsideATrial_saysWhereTheCallWasArmedToo() {
    VirtualClock alone = new VirtualClock().withTurnLimit(5);
    spin(alone);

    assertThatExceptionOfType(LivelockError.class)
        .isThrownBy(() -> alone.advance(SECOND))
        .withMessageMatching(
            "5 turns have run at t=0s and time has not moved: DelayedCall \\(spin\\),"
                + " armed at ClockInTrialTest\\.java:\\d+ in spin, would begin another; .*");
  }

  @Test
  void clockMadeInABoundTrial_findsItsLedger() {
    try (Ledger.Binding bound = ledger.bind()) {
      assertThat(bound).isNotNull();
      new VirtualClock().callLater(SECOND, () -> {});
    }

    assertThat(ledger.snapshot()).hasSize(1);
  }

  @Test
  void taskOfAnotherThread_isNamedWithTheThreadAndItsLine() throws InterruptedException {
    Thread worker = new Thread(this::handOver, "worker");
    worker.start();
    worker.join();

    assertThat(clock.delayedCalls().get(0).toString())
        .matches(
            "DelayedCall#1, handed over by thread worker at"
                + " ClockInTrialTest\\.java:\\d+ in handOver: due at t=0s, waiting");
    assertThat(ledger.snapshot().get(0).detail())
        .isEqualTo("due at t=0s, handed over by thread worker");
    assertThat(ledger.snapshot().get(0).site().toString())
        .matches("ClockInTrialTest\\.java:\\d+ in handOver");
  }

  @Test
  void stageThatAnotherThreadEnds_isNoForeignCall_asTheTrialHasAskedForIt() throws Exception {
    CompletableFuture<String> stage = new CompletableFuture<>();
    Deferred<String> byExecutor;
    Deferred<String> byReactor;
    FakeReactor reactor;
    try (Ledger.Binding bound = ledger.bind()) {
      assertThat(bound).isNotNull();
      reactor = new FakeNetwork(clock).host("localhost");
      byExecutor = Deferreds.fromStage(stage, clock.executor());
      byReactor = Deferreds.fromStage(stage, reactor::callFromThread);
      Thread worker = new Thread(() -> stage.complete("v"));
      worker.start();
      worker.join();
      reactor.advance(Duration.ZERO);
    }
    assertThat(byExecutor.state()).isEqualTo(new Outcome.Success<>("v"));
    assertThat(byReactor.state()).isEqualTo(new Outcome.Success<>("v"));
    assertThat(ledger.snapshot()).isEmpty();
  }

  @Test
  void periodicTask_keepsOneLine_untilItIsCancelled() {
    ScheduledExecutorService executor = clock.scheduledExecutor();
    var beat = executor.scheduleAtFixedRate(() -> {}, 1, 1, TimeUnit.SECONDS);
    clock.advance(SECOND.multipliedBy(3));

    assertThat(ledger.snapshot())
        .extracting(pending -> pending.name() + ": " + pending.detail())
        .containsExactly("DelayedCall#1: due at t=4s");
    beat.cancel(false);
    assertThat(ledger.snapshot()).isEmpty();
  }

  @Test
  void taskOfAnExecutor_isNamedByWhereItWasScheduled() {
    ScheduledExecutorService executor = clock.scheduledExecutor();

    assertThat(executor.schedule(() -> "x", 1, TimeUnit.SECONDS).toString())
        .matches("task, armed at ClockInTrialTest\\.java:\\d+ in \\w+: due at t=1s, waiting");
  }

  private DelayedCall ping() {
    return clock.callLater(SECOND, () -> {}).label("ping");
  }

  private void handOver() {
    clock.executor().execute(() -> {});
  }

  private static void spin(VirtualClock clock) {
    clock.callLater(Duration.ZERO, () -> spin(clock)).label("spin");
  }

  @Test
  void taskThatThrows_isToldUntilSomebodyAsksForItsResult() {
    ScheduledExecutorService executor = clock.scheduledExecutor();
    Future<?> future = executor.schedule(() -> failWith("gone"), 1, TimeUnit.SECONDS);
    clock.advance(SECOND);
    assertThat(ledger.snapshot())
        .singleElement()
        .satisfies(pending -> assertThat(pending.kind()).isEqualTo(PendingKind.LOGGED_ERROR))
        .satisfies(pending -> assertThat(pending.detail()).endsWith("IllegalStateException: gone"));

    assertThatExceptionOfType(ExecutionException.class).isThrownBy(future::get);
    assertThat(ledger.snapshot()).isEmpty();
  }

  @Test
  void periodicTaskThatThrows_isTold() {
    ScheduledExecutorService executor = clock.scheduledExecutor();
    Future<?> beat = executor.scheduleAtFixedRate(() -> failWith("gone"), 1, 1, TimeUnit.SECONDS);
    clock.advance(SECOND.multipliedBy(3));

    assertThat(beat.isDone()).isTrue();
    assertThat(ledger.flushLoggedErrors(IllegalStateException.class)).hasSize(1);
    assertThat(ledger.snapshot()).isEmpty();
  }

  @Test
  void failureThatAnotherThreadReads_isToldNoMore_andThatIsNoCallFromOutside() throws Exception {
    ScheduledExecutorService executor = clock.scheduledExecutor();
    Future<?> future = executor.schedule(() -> failWith("gone"), 1, TimeUnit.SECONDS);
    Future<?> fine = executor.schedule(() -> "x", 1, TimeUnit.SECONDS);
    clock.advance(SECOND);
    Thread worker = new Thread(() -> readTwice(future, fine));
    worker.start();
    worker.join();
    clock.advance(Duration.ZERO);

    assertThat(ledger.snapshot()).isEmpty();
  }

  private static void readTwice(Future<?> failed, Future<?> fine) {
    for (int i = 0; i < 2; i++) {
      assertThatExceptionOfType(ExecutionException.class).isThrownBy(failed::get);
      try {
        fine.get(1, TimeUnit.SECONDS);
      } catch (Exception unexpected) {
        throw new AssertionError(unexpected);
      }
    }
  }

  @Test
  void commandThatThrows_isToldOnce() {
    clock.scheduledExecutor().execute(() -> failWith("gone"));
    clock.advance(SECOND);

    assertThat(ledger.snapshot()).hasSize(1);
  }

  @Test
  void failureOfATaskThatWasInvokedWithOthers_isToldUntilItIsRead() throws Exception {
    ScheduledExecutorService executor = clock.scheduledExecutor();
    List<Future<String>> futures = executor.invokeAll(List.of(() -> failWith("gone")));

    assertThat(ledger.snapshot()).hasSize(1);
    assertThatExceptionOfType(ExecutionException.class).isThrownBy(futures.get(0)::get);
    assertThat(ledger.snapshot()).isEmpty();
  }

  private static String failWith(String message) {
    throw new IllegalStateException(message);
  }
}
