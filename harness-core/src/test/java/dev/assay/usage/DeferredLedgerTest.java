// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.deferred.AlreadyFiredException;
import dev.assay.deferred.Deferred;
import dev.assay.deferred.Deferreds;
import dev.assay.ledger.Ledger;
import dev.assay.pending.Pending;
import dev.assay.pending.PendingKind;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a trial knows of the Deferreds made in it. */
final class DeferredLedgerTest {
  private final IOException gone = new IOException("gone");
  private final Ledger ledger = new Ledger();
  private Ledger.Binding binding = ledger.bind();

  @AfterEach
  void unbind() {
    binding.close();
  }

  private List<String> left() {
    return ledger.snapshot().stream().map(p -> p.name() + ": " + p.detail()).toList();
  }

  @Test
  void unfired_isPendingAndAwaitedOnceItHasCallbacks() {
    Deferred<Integer> deferred = new Deferred<>();
    assertThat(ledger.snapshot())
        .extracting(Pending::kind, Pending::detail, Pending::awaited)
        .containsExactly(tuple(PendingKind.DEFERRED, "unfired", false));
    deferred.addCallback(v -> v);
    assertThat(ledger.snapshot())
        .extracting(Pending::detail, Pending::awaited)
        .containsExactly(tuple("unfired, 1 callback", true));
  }

  @Test
  void madeByAStaticInitialiser_isOfNoTrial() {
    assertThat(Once.DIRECTLY.addCallback(v -> v).ledgerLine()).isPresent();
    assertThat(ledger.snapshot())
        .extracting(Pending::name)
        .noneMatch(name -> name.contains("once"));
    assertThat(Once.INSTANCE.made.toString()).startsWith("Deferred (once)");
    assertThat(new Once().made.toString()).startsWith("Deferred#2 (once)");
  }

  /** What is made once, whichever trial comes first. */
  private static final class Once {
    static final Deferred<Integer> DIRECTLY = new Deferred<>();
    static final Once INSTANCE = new Once();

    final Deferred<Integer> made = new Deferred<Integer>().label("once");
  }

  @Test
  void fired_isSettled() {
    Deferred<Integer> deferred = new Deferred<>();
    deferred.callback(1);
    assertThat(left()).isEmpty();
  }

  @Test
  void failed_isThereAtOnceAsAnUnhandledFailure() {
    Deferred<Integer> deferred = new Deferred<Integer>().label("pong");
    deferred.errback(gone);
    assertThat(ledger.snapshot())
        .extracting(Pending::kind, Pending::name, Pending::detail, Pending::awaited)
        .containsExactly(
            tuple(
                PendingKind.UNHANDLED_FAILURE,
                "Deferred#1 (pong)",
                "failed, unhandled: java.io.IOException: gone",
                true));
  }

  @Test
  void failed_handled_vanishes() {
    Deferred<Integer> deferred = Deferred.fail(gone);
    assertThat(left()).containsExactly("Deferred#1: failed, unhandled: java.io.IOException: gone");
    deferred.addErrback(e -> 1);
    assertThat(left()).isEmpty();
  }

  @Test
  void failedAgain_isThereAgainInTheOrderOfBirth() {
    Deferred<Integer> first = Deferred.fail(gone);
    new Deferred<Integer>();
    first.addErrback(e -> 1);
    first.addCallback(
        v -> {
          throw gone;
        });
    assertThat(left())
        .containsExactly(
            "Deferred#1: failed, unhandled: java.io.IOException: gone", "Deferred#2: unfired");
  }

  @Test
  void state_looksOnly_failureStays() {
    Deferred<Integer> deferred = Deferred.fail(gone);
    assertThat(deferred.state()).isNotNull();
    assertThat(left()).hasSize(1);
  }

  @Test
  void waiting_staysUntilItsChainIsDone() {
    Deferred<Integer> inner = new Deferred<>();
    Deferred<Integer> outer = Deferred.succeed(0);
    assertThat(left()).containsExactly("Deferred#1: unfired");
    outer.addDeferringCallback(v -> inner);
    assertThat(left())
        .containsExactly("Deferred#1: unfired, 1 callback", "Deferred#2: waiting for Deferred#1");
    inner.callback(1);
    assertThat(left()).isEmpty();
  }

  @Test
  void innerFails_failureIsTheOuterOnes() {
    Deferred<Integer> inner = new Deferred<>();
    Deferred<Integer> outer = Deferred.succeed(0).addDeferringCallback(v -> inner);
    inner.errback(gone);
    assertThat(left()).containsExactly("Deferred#2: failed, unhandled: java.io.IOException: gone");
    outer.addErrback(e -> 1);
    assertThat(left()).isEmpty();
  }

  @Test
  void paused_staysWithWhatIsHeldBack() {
    Deferred<Integer> deferred = new Deferred<>();
    deferred.addCallback(v -> v);
    deferred.pause();
    deferred.callback(1);
    assertThat(left()).containsExactly("Deferred#1: succeeded: 1, 1 callback, paused");
    deferred.unpause();
    assertThat(left()).isEmpty();
  }

  @Test
  void settledThenPaused_isThereAgainOnceSomethingIsHeldBack() {
    Deferred<Integer> deferred = Deferred.succeed(1);
    deferred.pause();
    assertThat(left()).isEmpty();
    deferred.addCallback(v -> v);
    assertThat(left()).containsExactly("Deferred#1: succeeded: 1, 1 callback, paused");
    deferred.unpause();
    assertThat(left()).isEmpty();
  }

  @Test
  void failedThenPaused_staysUnhandled() {
    Deferred<Integer> deferred = Deferred.fail(gone);
    deferred.pause();
    deferred.addErrback(e -> 1);
    assertThat(ledger.snapshot())
        .extracting(Pending::kind)
        .containsExactly(PendingKind.UNHANDLED_FAILURE);
    deferred.unpause();
    assertThat(left()).isEmpty();
  }

  @Test
  void handedOver_isSettledAndTheOtherIsNot() {
    Deferred<Integer> from = new Deferred<>();
    Deferred<Integer> to = new Deferred<>();
    from.chainDeferred(to);
    from.errback(gone);
    assertThat(left()).containsExactly("Deferred#2: failed, unhandled: java.io.IOException: gone");
  }

  @Test
  void cancelled_isAnUnhandledFailure() {
    new Deferred<Integer>().cancel();
    assertThat(left())
        .containsExactly(
            "Deferred#1: failed, unhandled:"
                + " java.util.concurrent.CancellationException: Deferred#1 was cancelled");
  }

  @Test
  void group_leavesItselfOnlyWhileItWaits() {
    Deferreds.outcomes(List.of(Deferred.<Integer>fail(gone)));
    Deferreds.gather(List.of(new Deferred<Integer>())).label("all");
    assertThat(ledger.snapshot())
        .extracting(Pending::name)
        .containsExactly("Deferred#3", "Deferred#4 (all)");
  }

  @Test
  void bornOutsideTheTrial_isNeverRecorded() {
    binding.close();
    Deferred<Integer> deferred = new Deferred<>();
    binding = ledger.bind();
    deferred.errback(gone);
    assertThat(left()).isEmpty();
    assertThat(deferred.history()).isEmpty();
  }

  @Test
  void bornInTheTrialAndFiredAfterwards_isSettled() {
    Deferred<Integer> deferred = new Deferred<>();
    binding.close();
    deferred.callback(1);
    binding = ledger.bind();
    assertThat(left()).isEmpty();
  }

  @Test
  void firedTwice_saysWhereAndWithWhatItFiredFirst() {
    Deferred<Integer> deferred = new Deferred<Integer>().label("pong");
    answer(deferred);
    assertThatThrownBy(() -> deferred.callback(4))
        .isExactlyInstanceOf(AlreadyFiredException.class)
        .hasMessageMatching(
            "Deferred#1 \\(pong\\) already fired with 3 at DeferredLedgerTest\\.java:\\d+"
                + " in answer; cannot fire with 4");
  }

  private static void answer(Deferred<Integer> deferred) {
    deferred.addCallback(v -> v + 100);
    deferred.callback(3);
  }

  @Test
  void firedAfterItSucceededAtBirth_saysWhatItIs() {
    Deferred<Integer> deferred = Deferred.succeed(3);
    assertThatThrownBy(() -> deferred.callback(4))
        .hasMessage("Deferred#1 already fired and is now [succeeded: 3]; cannot fire with 4");
  }

  @Test
  void equalRuns_leaveEqualTexts() {
    List<String> first = run();
    assertThat(run()).isEqualTo(first).hasSize(3);
  }

  private static List<String> run() {
    Ledger ledger = new Ledger();
    Ledger.Binding binding = ledger.bind();
    new Deferred<Object>().label("a").addCallback(Object::toString);
    Deferred.fail(new IOException(String.valueOf(new Object().getClass())));
    Deferred<Object> paused = Deferred.succeed(new Object());
    paused.pause();
    paused.addCallback(List::of);
    binding.close();
    return ledger.snapshot().stream().map(Pending::toString).toList();
  }

  @Test
  void longChain_settled_leavesNothing() {
    List<Deferred<Integer>> chain = Stream.generate(Deferred<Integer>::new).limit(20_000).toList();
    for (int i = 1; i < chain.size(); i++) {
      Deferred<Integer> next = chain.get(i);
      chain.get(i - 1).addDeferringCallback(v -> next);
    }
    chain.subList(0, chain.size() - 1).forEach(deferred -> deferred.callback(0));
    assertThat(left())
        .hasSize(20_000)
        .startsWith("Deferred#1: waiting for Deferred#2")
        .endsWith("Deferred#20000: unfired, 1 callback");
    chain.get(chain.size() - 1).callback(7);
    assertThat(left()).isEmpty();
    assertThat(chain.get(0)).hasToString("Deferred#1 [succeeded: 7]");
  }

  @Test
  void valueWithHostileText_snapshotIsWhole() {
    Deferred<Object> hostile =
        Deferred.succeed(
            new Object() {
              @Override
              public String toString() {
                new Deferred<Integer>().label("born in toString");
                throw new IllegalStateException("no");
              }
            });
    hostile.pause();
    hostile.addCallback(v -> v);
    assertThat(left())
        .containsExactly(
            "Deferred#1: succeeded: a DeferredLedgerTest$1 whose toString() threw"
                + " IllegalStateException, 1 callback, paused");
    assertThat(left()).hasSize(1);
  }

  @Test
  void levelsLeftBehindByAPausedWaiter_areTold() {
    Deferred<Integer> inner = new Deferred<>();
    Deferred<Integer> outer = Deferred.succeed(0).addDeferringCallback(v -> inner);
    inner.addCallback(v -> v);
    outer.pause();
    inner.callback(7);
    outer.unpause();
    assertThat(left()).containsExactly("Deferred#1: succeeded: null, 1 callback");
  }
}
