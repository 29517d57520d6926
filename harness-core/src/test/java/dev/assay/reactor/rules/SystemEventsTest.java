// SPDX-License-Identifier: Apache-2.0
package dev.assay.reactor.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.assay.deferred.Deferred;
import dev.assay.ledger.Ledger;
import dev.assay.pending.PendingKind;
import dev.assay.reactor.ReactorCore;
import dev.assay.reactor.SystemEvent;
import dev.assay.reactor.SystemEvent.Phase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SystemEventsTest {
  private final SystemEvents events = new SystemEvents();
  private final List<String> log = new ArrayList<>();

  @Test
  void phases_runInOrder_andTriggersAsTheyWereAdded() {
    add(Phase.AFTER, "after");
    add(Phase.DURING, "during 1");
    add(Phase.BEFORE, "before 1");
    add(Phase.DURING, "during 2");
    add(Phase.BEFORE, "before 2");
    events.fire(SystemEvent.SHUTDOWN);

    assertThat(log).containsExactly("before 1", "before 2", "during 1", "during 2", "after");
  }

  @Test
  void events_areKeptApart() {
    events.add(Phase.DURING, SystemEvent.STARTUP, says("startup"));
    add(Phase.DURING, "shutdown");
    events.fire(SystemEvent.STARTUP);

    assertThat(log).containsExactly("startup");
  }

  @Test
  void trigger_runsOnce() {
    add(Phase.DURING, "once");
    events.fire(SystemEvent.SHUTDOWN);
    events.fire(SystemEvent.SHUTDOWN);

    assertThat(log).containsExactly("once");
  }

  @Test
  void deferredsOfTheFirstPhase_holdBackTheSecond_untilAllHaveAResult() {
    Deferred<String> one = new Deferred<>();
    Deferred<String> two = new Deferred<>();
    events.add(Phase.BEFORE, SystemEvent.SHUTDOWN, () -> one);
    events.add(Phase.BEFORE, SystemEvent.SHUTDOWN, () -> two);
    add(Phase.BEFORE, "before");
    add(Phase.DURING, "during");
    events.fire(SystemEvent.SHUTDOWN);
    assertThat(log).containsExactly("before");
    assertThat(events.awaited(SystemEvent.SHUTDOWN)).containsExactly(one, two);
    two.callback("two");
    assertThat(log).containsExactly("before");
    one.callback("one");

    assertThat(log).containsExactly("before", "during");
    assertThat(events.awaited(SystemEvent.SHUTDOWN)).isEmpty();
  }

  @Test
  void deferred_keepsItsValue() {
    Deferred<String> saved = new Deferred<>();
    events.add(Phase.BEFORE, SystemEvent.SHUTDOWN, () -> saved);
    events.fire(SystemEvent.SHUTDOWN);
    saved.callback("all");
    saved.addEffect(log::add);

    assertThat(log).containsExactly("all");
  }

  @Test
  void deferredThatHasFired_holdsNothingBack() {
    events.add(Phase.BEFORE, SystemEvent.SHUTDOWN, () -> Deferred.succeed("done"));
    add(Phase.BEFORE, "before");
    add(Phase.DURING, "during");
    events.fire(SystemEvent.SHUTDOWN);

    assertThat(log).containsExactly("before", "during");
  }

  @Test
  void deferredsOfLaterPhases_areNotWaitedFor() {
    events.add(Phase.DURING, SystemEvent.SHUTDOWN, Deferred::new);
    add(Phase.AFTER, "after");
    events.fire(SystemEvent.SHUTDOWN);

    assertThat(log).containsExactly("after");
  }

  @Test
  void triggerAddedWhileItsPhaseRuns_takesPart() {
    events.add(
        Phase.DURING,
        SystemEvent.SHUTDOWN,
        () -> {
          add(Phase.DURING, "late");
          add(Phase.BEFORE, "too late");
          return null;
        });
    events.fire(SystemEvent.SHUTDOWN);

    assertThat(log).containsExactly("late");
  }

  @Test
  void exceptions_areLogged_andTheRestGoesOn() {
    Ledger ledger = new Ledger();
    try (Ledger.Binding bound = ledger.bind()) {
      assertThat(bound).isNotNull();
      for (Phase phase : Phase.values()) {
        events.add(
            phase,
            SystemEvent.SHUTDOWN,
            () -> {
              throw new IOException("no");
            });
        add(phase, phase.toString());
      }
      events.fire(SystemEvent.SHUTDOWN);
    }

    assertThat(log).containsExactly("BEFORE", "DURING", "AFTER");
    assertThat(ledger.snapshot())
        .extracting(pending -> pending.detail())
        .containsExactly(
            "trigger of BEFORE SHUTDOWN: java.io.IOException: no",
            "trigger of DURING SHUTDOWN: java.io.IOException: no",
            "trigger of AFTER SHUTDOWN: java.io.IOException: no");
  }

  @Test
  void deferredThatFails_isLogged_andTheNextPhaseRuns() {
    Ledger ledger = new Ledger();
    try (Ledger.Binding bound = ledger.bind()) {
      assertThat(bound).isNotNull();
      Deferred<String> failing = new Deferred<>();
      events.add(Phase.BEFORE, SystemEvent.SHUTDOWN, () -> failing);
      add(Phase.DURING, "during");
      events.fire(SystemEvent.SHUTDOWN);
      failing.errback(new IOException("no"));
    }

    assertThat(log).containsExactly("during");
    assertThat(ledger.snapshot())
        .extracting(pending -> pending.kind())
        .containsExactly(PendingKind.LOGGED_ERROR);
  }

  @Test
  void removedTrigger_doesNotRun_andIsRemovedOnce() {
    ReactorCore.Trigger trigger = add(Phase.DURING, "removed");
    trigger.remove();
    events.fire(SystemEvent.SHUTDOWN);

    assertThat(log).isEmpty();
    assertThatIllegalStateException()
        .isThrownBy(trigger::remove)
        .withMessage("the trigger of DURING SHUTDOWN can no longer be removed: it was removed");
  }

  @Test
  void triggerThatHasRun_cannotBeRemoved() {
    ReactorCore.Trigger trigger = add(Phase.DURING, "ran");
    events.fire(SystemEvent.SHUTDOWN);

    assertThatIllegalStateException()
        .isThrownBy(trigger::remove)
        .withMessage("the trigger of DURING SHUTDOWN can no longer be removed: it has run");
  }

  @Test
  void triggerRemovedByAnEarlierOne_doesNotRun() {
    List<ReactorCore.Trigger> later = new ArrayList<>();
    events.add(
        Phase.DURING,
        SystemEvent.SHUTDOWN,
        () -> {
          later.get(0).remove();
          return null;
        });
    later.add(add(Phase.AFTER, "after"));
    events.fire(SystemEvent.SHUTDOWN);

    assertThat(log).isEmpty();
  }

  @Test
  void eventThatIsUnderWay_cannotHappenAgain() {
    Deferred<String> held = new Deferred<String>().label("flush");
    events.add(Phase.BEFORE, SystemEvent.SHUTDOWN, () -> held);
    events.fire(SystemEvent.SHUTDOWN);

    assertThatIllegalStateException()
        .isThrownBy(() -> events.fire(SystemEvent.SHUTDOWN))
        .withMessage(
            "SHUTDOWN is in progress already;"
                + " it waits for [Deferred (flush) [unfired, 1 callback]]");
  }

  private ReactorCore.Trigger add(Phase phase, String text) {
    return events.add(phase, SystemEvent.SHUTDOWN, says(text));
  }

  private Callable<@Nullable Deferred<?>> says(String text) {
    return () -> {
      log.add(text);
      return null;
    };
  }
}
