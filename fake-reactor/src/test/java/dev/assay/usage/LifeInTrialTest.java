// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.fake.FakeReactor;
import dev.assay.ledger.Ledger;
import dev.assay.pending.Pending;
import dev.assay.pending.PendingKind;
import dev.assay.reactor.ReactorCore.Trigger;
import dev.assay.reactor.SystemEvent;
import dev.assay.reactor.SystemEvent.Phase;
import dev.assay.trial.FailureCode;
import dev.assay.trial.Strictness;
import dev.assay.trial.TrialBody;
import dev.assay.trial.TrialOutcome.Passed;
import dev.assay.trial.TrialSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is left behind of that which waits for a reactor to start or to stop. */
final class LifeInTrialTest {
  private final Ledger ledger = new Ledger();
  private final Ledger.Binding binding = ledger.bind();
  private final FakeReactor reactor = new FakeReactor();
  private final List<String> log = new ArrayList<>();

  @AfterEach
  void unbind() {
    binding.close();
  }

  @Test
  void callWhenRunning_ofAReactorThatHasNotStarted_isPendingWithItsSite() {
    reactor.callWhenRunning(() -> log.add("runs"));

    assertThat(ledger.snapshot())
        .singleElement()
        .satisfies(
            pending -> {
              assertThat(pending.kind()).isEqualTo(PendingKind.DELAYED_CALL);
              assertThat(pending.name()).isEqualTo("DelayedCall#1 (callWhenRunning)");
              assertThat(pending.detail()).isEqualTo("waits for the reactor of localhost to start");
              assertThat(pending.site().toString())
                  .matches("LifeInTrialTest\\.java:\\d+ in callWhenRunning_.*");
            });
    assertThat(log).isEmpty();
  }

  @Test
  void callWhenRunning_isSettledByTheStart() {
    reactor.callWhenRunning(() -> log.add("runs"));
    reactor.start();
    reactor.callWhenRunning(() -> log.add("runs at once"));

    assertThat(log).containsExactly("runs", "runs at once");
    assertThat(ledger.snapshot()).isEmpty();
  }

  @Test
  void callWhenRunning_neverStarted_failsATrial() {
    assertThat(codes(trial -> callOn(new FakeReactor()))).containsExactly(FailureCode.PENDING_CALL);
  }

  @Test
  void callWhenRunning_allowedByName_mayBeLeft() {
    TrialSettings settings = TrialSettings.DEFAULT.allowingNames(Set.of("callWhenRunning"));

    assertThat(FrozenRun.of(settings, trial -> callOn(new FakeReactor())))
        .isInstanceOf(Passed.class);
  }

  @Test
  void callWhenRunning_whileTheStartupIsHeldBack_saysByWhat() {
    Deferred<String> ready = new Deferred<String>().label("ready");
    reactor.addSystemEventTrigger(Phase.BEFORE, SystemEvent.STARTUP, () -> ready);
    reactor.callWhenRunning(() -> log.add("runs"));
    reactor.start();

    assertThat(calls())
        .containsExactly(
            "DelayedCall#2 (callWhenRunning): waits for the reactor of localhost"
                + " to start; Deferred#1 (ready) delays that");
    ready.callback("now");
    assertThat(calls()).isEmpty();
  }

  @Test
  void callWhenRunning_ofAReactorThatWasStopped_isPending() {
    reactor.start();
    reactor.stop();
    reactor.advance(Duration.ZERO);
    reactor.callWhenRunning(() -> log.add("runs"));

    assertThat(calls())
        .containsExactly(
            "DelayedCall#1 (callWhenRunning): waits for the reactor of localhost"
                + " to start; it was stopped, and does not start again");
  }

  @Test
  void triggerOfStartup_addedTooLate_isPending() {
    reactor.start();
    trigger(SystemEvent.STARTUP);

    assertThat(calls())
        .containsExactly(
            "DelayedCall#1 (trigger of BEFORE STARTUP):"
                + " waits for the reactor of localhost to start; it has started before");
  }

  @Test
  void trigger_thatIsRemoved_isSettled() {
    Trigger trigger = trigger(SystemEvent.STARTUP);
    assertThat(trigger).hasToString("DelayedCall#1 (trigger of BEFORE STARTUP)");
    trigger.remove();

    assertThat(calls()).isEmpty();
  }

  @Test
  void trigger_thatThrows_isSettledAndLogged() {
    reactor.addSystemEventTrigger(
        Phase.BEFORE,
        SystemEvent.STARTUP,
        () -> {
          throw new IllegalArgumentException("x must be y: z");
        });
    reactor.start();

    assertThat(calls()).isEmpty();
    assertThat(ledger.flushLoggedErrors(IllegalArgumentException.class)).hasSize(1);
  }

  @Test
  void triggerOfShutdown_isPendingForAStrictTrialOnly() {
    TrialBody body = trial -> stopLater(new FakeReactor());
    TrialSettings strict = TrialSettings.DEFAULT.withStrictness(Strictness.STRICT);

    assertThat(FrozenRun.of(TrialSettings.DEFAULT, body)).isInstanceOf(Passed.class);
    assertThat(FrozenRun.codes(FrozenRun.of(strict, body)))
        .containsExactly(FailureCode.PENDING_CALL);
  }

  @Test
  void triggerOfShutdown_isSettledByTheShutdown() {
    trigger(SystemEvent.SHUTDOWN);
    assertThat(calls())
        .containsExactly(
            "DelayedCall#1 (trigger of BEFORE SHUTDOWN): waits for the reactor of localhost to"
                + " stop");
    reactor.start();
    reactor.stop();
    reactor.advance(Duration.ZERO);

    assertThat(calls()).isEmpty();
  }

  @Test
  void triggerOfShutdown_addedTooLate_saysSo() {
    reactor.start();
    reactor.stop();
    reactor.advance(Duration.ZERO);
    trigger(SystemEvent.SHUTDOWN);

    assertThat(calls())
        .containsExactly(
            "DelayedCall#1 (trigger of BEFORE SHUTDOWN): waits for the reactor of localhost"
                + " to stop; it was stopped, and does not start again");
  }

  @Test
  void triggerOfShutdown_whileThatIsHeldBack_saysByWhat() {
    Deferred<String> saved = new Deferred<String>().label("saved");
    reactor.addSystemEventTrigger(Phase.BEFORE, SystemEvent.SHUTDOWN, () -> saved);
    reactor.addSystemEventTrigger(Phase.AFTER, SystemEvent.SHUTDOWN, () -> null);
    reactor.start();
    reactor.stop();
    reactor.advance(Duration.ZERO);

    assertThat(calls())
        .containsExactly(
            "DelayedCall#2 (trigger of AFTER SHUTDOWN): waits for the reactor of localhost"
                + " to stop; Deferred#1 (saved) delays that");
    saved.callback("now");
    assertThat(calls()).isEmpty();
  }

  @Test
  void triggerOfShutdown_leftInAStrictTrial_isExplainedTruly() {
    assertThat(strictFailure(trial -> stopLater(new FakeReactor())))
        .contains(
            "likely cause: what it waits for has not happened since",
            "fix: stop() the reactor in the test, or remove() the trigger");
    assertThat(strictFailure(trial -> stopLater(stopped())))
        .contains(
            "likely cause: what it waits for has not happened since",
            "fix: add it before the reactor is stopped, or use a new reactor");
  }

  @Test
  void callThatIsNamedLikeATrigger_isNotTakenForOne() {
    assertThat(strictFailure(trial -> arm("save before SHUTDOWN")))
        .contains("likely cause: the code that armed it was not stopped");
    assertThat(strictFailure(trial -> arm("load after STARTUP")))
        .contains("likely cause: the code that armed it was not stopped");
  }

  private Trigger trigger(SystemEvent event) {
    return reactor.addSystemEventTrigger(Phase.BEFORE, event, () -> null);
  }

  private List<String> calls() {
    return ledger.snapshot().stream()
        .filter(pending -> pending.kind() == PendingKind.DELAYED_CALL)
        .map((Pending pending) -> pending.name() + ": " + pending.detail())
        .toList();
  }

  private static @Nullable Object stopLater(FakeReactor other) {
    other.addSystemEventTrigger(Phase.DURING, SystemEvent.SHUTDOWN, () -> null);
    return null;
  }

  private static FakeReactor stopped() {
    FakeReactor other = new FakeReactor();
    other.start();
    other.stop();
    other.advance(Duration.ZERO);
    return other;
  }

  private static @Nullable Object arm(String label) {
    new FakeReactor().callLater(Duration.ofSeconds(1), () -> {}).label(label);
    return null;
  }

  private static String strictFailure(TrialBody body) {
    TrialSettings strict = TrialSettings.DEFAULT.withStrictness(Strictness.STRICT);
    return FrozenRun.problems(FrozenRun.of(strict, body)).get(0).toString();
  }

  private static @Nullable Object callOn(FakeReactor other) {
    other.callWhenRunning(() -> {});
    return null;
  }

  private static List<FailureCode> codes(TrialBody body) {
    return FrozenRun.codes(FrozenRun.of(TrialSettings.DEFAULT, body));
  }
}
