// SPDX-License-Identifier: Apache-2.0
package dev.assay.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.pending.Pending;
import dev.assay.pending.PendingKind;
import dev.assay.pending.Site;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

/** What is made and not settled. */
final class LedgerTest {
  private final Ledger ledger = new Ledger();
  private final List<String> trace = new ArrayList<>();

  /** An entry that a test opens and settles. */
  private static final class Thing extends LedgerEntry {
    private final PendingKind kind;

    Thing(Ledger ledger, PendingKind kind) {
      super(ledger, kind, Site.unknown());
      this.kind = kind;
    }

    @Override
    protected PendingKind kind() {
      return kind;
    }

    @Override
    protected String detail() {
      return "busy";
    }
  }

  private Thing thing(PendingKind kind) {
    Thing made = new Thing(ledger, kind);
    made.open();
    return made;
  }

  private List<String> names() {
    return ledger.snapshot().stream().map(Pending::name).toList();
  }

  @Test
  void snapshot_nothingMade_isEmpty() {
    assertThat(ledger.snapshot()).isEmpty();
  }

  @Test
  void entry_made_isNotThereUntilItIsOpened() {
    Thing made = new Thing(ledger, PendingKind.PRODUCER);
    assertThat(names()).isEmpty();
    made.open();
    assertThat(names()).containsExactly("Producer#1");
  }

  @Test
  void entry_settledOrOpenedTwice_isAsOnce() {
    Thing made = thing(PendingKind.PRODUCER);
    made.open();
    assertThat(names()).containsExactly("Producer#1");
    made.settle();
    made.settle();
    assertThat(names()).isEmpty();
  }

  @Test
  void entries_numberedWithinTheirKind() {
    thing(PendingKind.CONNECTION);
    thing(PendingKind.LOCK);
    thing(PendingKind.CONNECTION).label("client");
    assertThat(names()).containsExactly("Connection#1", "Lock#1", "Connection#2 (client)");
  }

  @Test
  void entries_numbersOfSettledOnes_areNotUsedAgain() {
    thing(PendingKind.LOCK).settle();
    thing(PendingKind.LOCK);
    assertThat(names()).containsExactly("Lock#2");
  }

  @Test
  void entry_openedAgain_isInTheOrderOfBirth() {
    Thing first = thing(PendingKind.LOCK);
    thing(PendingKind.CONNECTION);
    Thing last = thing(PendingKind.PRODUCER);
    first.settle();
    last.settle();
    last.open();
    first.open();
    assertThat(names()).containsExactly("Lock#1", "Connection#1", "Producer#1");
  }

  @Test
  void snapshot_taken_doesNotChange() {
    Thing made = thing(PendingKind.LOCK);
    List<Pending> snapshot = ledger.snapshot();
    made.label("later");
    made.settle();
    assertThat(snapshot).extracting(Pending::name).containsExactly("Lock#1");
    assertThatThrownBy(() -> snapshot.remove(0)).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void entry_saysWhenAndInWhichPhaseItWasMade() {
    long[] nanos = {0};
    ledger.adopt(new ToldTime(() -> nanos[0]));
    thing(PendingKind.LOCK);
    nanos[0] = 1_500_000_000;
    ledger.enterPhase("tearDown");
    thing(PendingKind.LOCK);
    assertThat(ledger.snapshot())
        .extracting(Pending::toString)
        .containsExactly(
            "Lock#1: busy; created at an unknown place (test, t=0s)",
            "Lock#2: busy; created at an unknown place (tearDown, t=1.5s)");
    assertThat(ledger.snapshot())
        .extracting(Pending::bornAt)
        .containsExactly(Duration.ZERO, Duration.ofMillis(1_500));
  }

  @Test
  void kinds_haveTheWordsOfReports() {
    assertThat(List.of(PendingKind.values()))
        .extracting(PendingKind::typeName)
        .containsExactly(
            "ForeignCall",
            "DelayedCall",
            "Deferred",
            "LoggedError",
            "ListeningPort",
            "Connection",
            "DatagramPort",
            "Process",
            "Descriptor",
            "Producer",
            "ThreadTask",
            "Lock",
            "Deferred",
            "Future",
            "Scripted");
  }

  @Test
  void logError_staysUntilFlushed() {
    IOException gone = new IOException("gone");
    ledger.logError("delivery", gone);
    assertThat(ledger.snapshot())
        .singleElement()
        .satisfies(
            logged -> {
              assertThat(logged.kind()).isEqualTo(PendingKind.LOGGED_ERROR);
              assertThat(logged.name()).isEqualTo("LoggedError#1");
              assertThat(logged.detail()).isEqualTo("delivery: java.io.IOException: gone");
              assertThat(logged.awaited()).isTrue();
            });
    assertThat(ledger.flushLoggedErrors(IOException.class)).containsExactly(gone);
    assertThat(ledger.snapshot()).isEmpty();
    assertThat(ledger.flushLoggedErrors(IOException.class)).isEmpty();
  }

  @Test
  void flushLoggedErrors_ofAType_leavesTheOthers() {
    IllegalStateException state = new IllegalStateException("state");
    IOException first = new IOException("first");
    IOException second = new IOException("second");
    ledger.logError("a", first);
    ledger.logError("b", state);
    thing(PendingKind.LOCK);
    ledger.logError("c", second);
    assertThat(ledger.flushLoggedErrors(IOException.class)).containsExactly(first, second);
    assertThat(names()).containsExactly("LoggedError#2", "Lock#1");
    assertThat(ledger.flushLoggedErrors(Exception.class)).containsExactly(state);
  }

  @Test
  void logError_errorWithoutAText_isStillThere() {
    ledger.logError("delivery", new Mute());
    assertThat(ledger.snapshot())
        .extracting(Pending::detail)
        .containsExactly(
            "delivery: a LedgerTest$Mute whose toString() threw UnsupportedOperationException");
  }

  /** An error that cannot be told. */
  private static final class Mute extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      throw new UnsupportedOperationException("no message");
    }
  }

  @Test
  void errorsLog_inATrial_goesToItsLedger() throws Exception {
    IOException gone = new IOException("gone");
    Watched.runUnder(ledger, () -> Errors.log("delivery", gone));
    assertThat(ledger.flushLoggedErrors(IOException.class)).containsExactly(gone);
  }

  @Test
  void close_actions_runLastFirstAndOnce() {
    ledger.onClose(() -> trace.add("first"));
    ledger.onClose(() -> trace.add("second"));
    ledger.close();
    ledger.close();
    assertThat(trace).containsExactly("second", "first");
  }

  @Test
  void close_actionAddsAnother_thatOneRunsNext() {
    ledger.onClose(() -> trace.add("first"));
    ledger.onClose(() -> ledger.onClose(() -> trace.add("added")));
    ledger.close();
    assertThat(trace).containsExactly("added", "first");
  }

  @Test
  void close_actionsThrow_allRunAndAllErrorsAreLogged() {
    IllegalStateException state = new IllegalStateException("state");
    AssertionError assertion = new AssertionError("assertion");
    ledger.onClose(() -> trace.add("first"));
    ledger.onClose(
        () -> {
          throw state;
        });
    ledger.onClose(
        () -> {
          throw assertion;
        });
    ledger.close();
    assertThat(trace).containsExactly("first");
    assertThat(ledger.snapshot())
        .extracting(Pending::detail)
        .containsExactly(
            "action at the end of the trial: java.lang.AssertionError: assertion",
            "action at the end of the trial: java.lang.IllegalStateException: state");
    assertThat(ledger.flushLoggedErrors(Throwable.class)).containsExactly(assertion, state);
  }

  @Test
  void close_entries_stay() {
    thing(PendingKind.LOCK);
    ledger.close();
    assertThat(names()).containsExactly("Lock#1");
  }

  @Test
  void onClose_bindingIsClosed_actionIsNotRun() {
    Ledger.Binding action = ledger.onClose(() -> trace.add("run"));
    ledger.onClose(() -> trace.add("other"));
    action.close();
    ledger.close();
    assertThat(trace).containsExactly("other");
  }

  @Test
  void adopt_twoClocks_theFirstTells() {
    ledger.adopt(new ToldTime(() -> 1_000_000_000));
    ledger.adopt(new ToldTime(() -> 2_000_000_000));
    thing(PendingKind.LOCK);
    assertThat(ledger.snapshot().get(0).bornAt()).isEqualTo(Duration.ofSeconds(1));
  }

  /** Time that a test tells, in which nothing happens. */
  private record ToldTime(LongSupplier time) implements Steppable {
    @Override
    public long nanos() {
      return time.getAsLong();
    }

    @Override
    public long nextDue() {
      return NEVER;
    }

    @Override
    public void step() {}

    @Override
    public void note(String text) {}

    @Override
    public String timeline() {
      return "";
    }
  }
}
