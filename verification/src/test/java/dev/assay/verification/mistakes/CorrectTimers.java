// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Deferreds;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.VirtualClock;
import dev.assay.junit.Strict;
import dev.assay.junit.Trial;
import dev.assay.reactor.SystemEvent;
import dev.assay.reactor.SystemEvent.Phase;
import dev.assay.task.LoopingCall;
import dev.assay.time.DelayedCall;
import dev.assay.trial.TrialContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Correct trials with time. */
abstract class CorrectTimers {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Trial
  void timer_fires(VirtualClock clock) {
    List<Duration> fired = new ArrayList<>();
    Duration due = clock.elapsed().plus(SECOND);
    clock.callLater(SECOND, () -> fired.add(clock.elapsed()));
    clock.advance(SECOND);
    assertThat(fired).containsExactly(due);
  }

  @Trial
  void timer_isCancelled(VirtualClock clock) {
    DelayedCall call = clock.callLater(SECOND, () -> {});
    call.cancel();
    assertThat(call.isActive()).isFalse();
  }

  @Trial
  void timer_isCancelledInACleanup(VirtualClock clock, TrialContext trial) {
    trial.addCleanup(clock.callLater(SECOND, () -> {})::cancel);
  }

  @Trial
  void callForNow_needsNoAdvance(VirtualClock clock) {
    clock.callLater(Duration.ZERO, () -> {});
  }

  @Trial
  void callsForNow_threeDeep_needNoAdvance(VirtualClock clock) {
    Runnable third = () -> clock.callLater(Duration.ZERO, () -> {});
    clock.callLater(Duration.ZERO, () -> clock.callLater(Duration.ZERO, third));
  }

  @Trial
  void task_ofAnExecutor_runs(VirtualClock clock) throws Exception {
    Future<String> future = clock.scheduledExecutor().schedule(() -> "a", 1, TimeUnit.SECONDS);
    clock.advance(SECOND);
    assertThat(future.get()).isEqualTo("a");
  }

  @Trial
  void repeatedTask_isCancelled(VirtualClock clock) {
    Future<?> task =
        clock.scheduledExecutor().scheduleAtFixedRate(() -> {}, 0, 1, TimeUnit.SECONDS);
    clock.advance(SECOND);
    task.cancel(false);
  }

  @Trial
  void loop_isStopped(VirtualClock clock) {
    LoopingCall loop = LoopingCall.of(clock, () -> {});
    loop.start(SECOND);
    clock.advance(SECOND.multipliedBy(3));
    loop.stop();
  }

  @Trial
  void loop_isStoppedInACleanup(VirtualClock clock, TrialContext trial) {
    LoopingCall loop = LoopingCall.of(clock, () -> {});
    loop.start(SECOND);
    trial.addCleanup(loop::stop);
  }

  @Trial
  Deferred<?> timeout_isCancelledByTheAnswer(VirtualClock clock) {
    Deferred<String> answer = new Deferred<>();
    answer.addTimeout(SECOND.multipliedBy(30), clock);
    clock.callLater(SECOND, () -> answer.callback("pong"));
    return answer;
  }

  @Trial
  Deferred<?> wait_longButWithinTheLimit(VirtualClock clock) {
    return Deferreds.deferLater(clock, SECOND.multipliedBy(119));
  }

  @Trial
  void days_passInTheBody(VirtualClock clock) {
    clock.advance(Duration.ofDays(365));
  }

  @Trial
  void callWhenRunning_runsWhenTheReactorIsStarted(FakeReactor reactor) {
    List<String> log = new ArrayList<>();
    reactor.callWhenRunning(() -> log.add("before"));
    reactor.start();
    reactor.callWhenRunning(() -> log.add("after"));
    assertThat(log).containsExactly("before", "after");
  }

  @Trial
  void reactor_runsUntilTheCodeStopsIt(FakeReactor reactor) {
    List<String> log = new ArrayList<>();
    reactor.addSystemEventTrigger(Phase.AFTER, SystemEvent.SHUTDOWN, () -> say(log, "stopped"));
    reactor.callWhenRunning(() -> reactor.callLater(SECOND, reactor::stop));
    reactor.run();
    assertThat(log).containsExactly("stopped");
  }

  @Trial
  void triggers_thatAreNotNeeded_areRemoved(FakeReactor reactor) {
    reactor.addSystemEventTrigger(Phase.BEFORE, SystemEvent.STARTUP, () -> null).remove();
    reactor.addSystemEventTrigger(Phase.BEFORE, SystemEvent.SHUTDOWN, () -> null).remove();
  }

  private static @Nullable Deferred<?> say(List<String> log, String line) {
    log.add(line);
    return null;
  }

  /** Nothing else is there. */
  static final class InCorrectTimersAlone extends CorrectTimers {}

  /** Nothing at all may be left behind. */
  @Strict
  static final class InCorrectTimersStrict extends CorrectTimers {}

  /** Time has passed before, and passes after. */
  static final class InCorrectTimersWithFixtures extends CorrectTimers
      implements Surroundings.Seconds {}

  /** The reactor comes from the constructor, and there is something to clean up. */
  static final class InCorrectTimersWithConstructor extends CorrectTimers {
    InCorrectTimersWithConstructor(FakeReactor reactor, TrialContext trial) {
      Surroundings.armAndCleanUp(reactor, trial);
    }
  }
}
