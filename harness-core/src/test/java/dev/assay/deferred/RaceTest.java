// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import static dev.assay.deferred.Results.failure;
import static dev.assay.deferred.Results.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.ledger.Ledger;
import dev.assay.ledger.Watched;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The first value of several Deferreds. */
final class RaceTest {
  private final IOException gone = new IOException("gone");
  private final IOException lost = new IOException("lost");
  private final List<String> trace = new ArrayList<>();
  private final Deferred<String> a = new Deferred<>(d -> trace.add("cancelling a"));
  private final Deferred<String> b = new Deferred<>(d -> trace.add("cancelling b"));

  @Test
  void race_oneSucceeds_winsAndTheOthersAreCancelledAndForgotten() {
    Deferred<Indexed<String>> race = Deferreds.race(List.of(a, b));
    b.callback("B");
    assertThat(value(race)).isEqualTo(new Indexed<>(1, "B"));
    assertThat(trace).containsExactly("cancelling a");
    assertThat(a.isUnhandled()).isFalse();
    assertThat(value(a)).isNull();
    assertThat(value(b)).isNull();
  }

  @Test
  void race_oneFailsFirst_theOtherMayStillWin() {
    Deferred<Indexed<String>> race = Deferreds.race(List.of(a, b));
    a.errback(gone);
    assertThat(race.isFired()).isFalse();
    b.callback("B");
    assertThat(value(race)).isEqualTo(new Indexed<>(1, "B"));
  }

  @Test
  void race_allFail_givesTheFailuresInTheOrderOfTheRunners() {
    Deferred<Indexed<String>> race = Deferreds.race(List.of(a, b));
    b.errback(lost);
    a.errback(gone);
    assertThat(failure(race))
        .isExactlyInstanceOf(FailureGroupException.class)
        .hasMessage("all 2 Deferreds of the race failed")
        .hasCause(gone);
    assertThat(failure(race).getSuppressed()).containsExactly(lost);
    assertThat(((FailureGroupException) failure(race)).errors()).containsExactly(gone, lost);
    assertThat(List.of(a.isUnhandled(), b.isUnhandled())).containsExactly(false, false);
  }

  @Test
  void race_allFailWithTheSameError_listsItForEach() {
    Deferred<Indexed<String>> race = Deferreds.race(List.of(a, b));
    a.errback(gone);
    b.errback(gone);
    assertThat(((FailureGroupException) failure(race)).errors()).containsExactly(gone, gone);
  }

  @Test
  void race_empty_refused() {
    assertThatThrownBy(() -> Deferreds.race(List.<Deferred<String>>of()))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage("deferreds must not be empty: none could win the race");
  }

  @Test
  void race_severalFiredBefore_theFirstGivenWins() {
    Deferred<Indexed<String>> race =
        Deferreds.race(List.of(a, Deferred.succeed("B"), Deferred.succeed("C")));
    assertThat(value(race)).isEqualTo(new Indexed<>(1, "B"));
    assertThat(trace).containsExactly("cancelling a");
  }

  @Test
  void race_valueIsNull_wins() {
    Deferred<@Nullable String> nothing = new Deferred<>();
    Deferred<Indexed<@Nullable String>> race =
        Deferreds.race(List.<Deferred<@Nullable String>>of(nothing));
    nothing.callback(null);
    assertThat(race).hasToString("Deferred [succeeded: Indexed[index=0, value=null]]");
  }

  @Test
  void cancel_unfired_cancelsAllAndFailsWithTheirFailures() {
    Deferred<Indexed<String>> race = Deferreds.race(List.of(a, b));
    race.cancel();
    assertThat(trace).containsExactly("cancelling a", "cancelling b");
    assertThat(failure(race)).isExactlyInstanceOf(FailureGroupException.class);
    assertThat(((FailureGroupException) failure(race)).errors())
        .hasSize(2)
        .allMatch(CancellationException.class::isInstance);
  }

  @Test
  void cancel_aRunnerSucceedsWhenCancelled_wins() {
    Deferred<String> stubborn = new Deferred<>(d -> d.callback("late"));
    Deferred<Indexed<String>> race = Deferreds.race(List.of(a, stubborn));
    race.cancel();
    assertThat(value(race)).isEqualTo(new Indexed<>(1, "late"));
  }

  @Test
  void cancel_aRunnerOutlivesIt_isForgottenWhenItEnds() {
    Deferred<String> later = new Deferred<>();
    Deferred<String> outlives = new Deferred<String>().addDeferringErrback(e -> later);
    Deferred<Indexed<String>> race = Deferreds.race(List.of(outlives, a));
    race.cancel();
    assertThat(failure(race)).isExactlyInstanceOf(CancellationException.class);
    later.errback(gone);
    assertThat(value(outlives)).isNull();
  }

  @Test
  void race_loserSucceedsWhenCancelled_isForgotten() {
    Deferred<String> stubborn = new Deferred<>(d -> d.callback("late"));
    Deferred<Indexed<String>> race = Deferreds.race(List.of(stubborn, a));
    a.callback("A");
    assertThat(value(race)).isEqualTo(new Indexed<>(1, "A"));
    assertThat(value(stubborn)).isNull();
  }

  @Test
  void race_loserThatOutlivesItsCancellation_isForgottenWhenItEnds() {
    Deferred<String> later = new Deferred<>();
    Deferred<String> outlives = new Deferred<String>().addDeferringErrback(e -> later);
    Deferred<Indexed<String>> race = Deferreds.race(List.of(outlives, a));
    a.callback("A");
    assertThat(value(race)).isEqualTo(new Indexed<>(1, "A"));
    later.errback(gone);
    assertThat(outlives.isUnhandled()).isFalse();
    assertThat(value(outlives)).isNull();
  }

  @Test
  void race_cancellerOfALoserThrows_isLoggedAndTheRaceIsWon() throws Exception {
    Ledger ledger =
        Watched.run(
            () -> {
              Deferred<String> raising =
                  new Deferred<>(
                      d -> {
                        throw gone;
                      });
              Deferred<Indexed<String>> race =
                  Deferreds.race(List.of(raising, Deferred.succeed("B")));
              assertThat(value(race)).isEqualTo(new Indexed<>(1, "B"));
            });
    assertThat(ledger.flushLoggedErrors(IOException.class)).containsExactly(gone);
    assertThat(ledger.snapshot()).isEmpty();
  }

  @Test
  void race_sameRunnerTwice_firstPlaceWins() {
    Deferred<Indexed<String>> race = Deferreds.race(List.of(a, a));
    a.callback("A");
    assertThat(value(race)).isEqualTo(new Indexed<>(0, "A"));
    assertThat(trace).isEmpty();
  }

  @Test
  void race_errbackOfALoserCancelsTheRace_winnerIsForgottenAndNothingIsLeft() throws Exception {
    Ledger ledger =
        Watched.run(
            () -> {
              List<Deferred<Indexed<String>>> race = new ArrayList<>();
              Deferred<String> loser = new Deferred<>();
              loser.addErrback(
                  e -> {
                    race.get(0).cancel();
                    return "late";
                  });
              Deferred<String> winner = new Deferred<>();
              race.add(Deferreds.race(List.of(winner, loser)));
              winner.callback("W");
              assertThat(failure(race.get(0))).isInstanceOf(CancellationException.class);
              race.get(0).addErrback(e -> new Indexed<>(-1, ""));
            });
    assertThat(ledger.snapshot()).isEmpty();
  }
}
