// SPDX-License-Identifier: Apache-2.0
package dev.assay.pending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whose things and threads are. */
final class OwnedTest {
  private final Ledger ledger = new Ledger();

  private void onThread(Runnable work) throws InterruptedException {
    Thread thread = new Thread(work, "worker");
    thread.start();
    thread.join();
  }

  @Test
  void thingOfTheTrial_usedByAnotherThread_isRefusedAndTold() throws Exception {
    List<Throwable> thrown = new ArrayList<>();
    Watched.runUnder(
        ledger,
        () -> {
          Deferred<String> answer = new Deferred<String>().label("pong");
          onThread(
              () -> {
                try {
                  answer.cancel();
                } catch (IllegalStateException refused) {
                  thrown.add(refused);
                }
              });
        });

    assertThat(thrown)
        .singleElement()
        .asString()
        .contains("thread worker must not cancel Deferred#1 (pong), created at ")
        .endsWith("the thread of its trial; hand what is to be done over with callFromThread");
    assertThat(ledger.snapshot())
        .extracting(Pending::kind)
        .containsExactly(PendingKind.DEFERRED, PendingKind.FOREIGN_CALL);
  }

  @Test
  void thingOfAThread_usedByTheTrial_isTheTrialsFromThenOn() throws Exception {
    List<Deferred<String>> made = new ArrayList<>();
    Watched.runUnder(
        ledger,
        () -> {
          onThread(() -> made.add(new Deferred<>()));
          made.get(0).addCallback(String::length);
        });

    assertThat(made.get(0).name()).isEqualTo("Deferred#1 of thread worker");
    assertThat(ledger.snapshot()).singleElement().returns("", Pending::phase);
  }

  @Test
  void thingOfAThread_thatHasEnded_isForTheNextThatUsesIt() throws Exception {
    List<Deferred<String>> made = new ArrayList<>();
    Watched.runUnder(
        ledger,
        () -> {
          onThread(() -> made.add(new Deferred<>()));
          onThread(() -> made.get(0).callback("pong"));
        });

    assertThat(made.get(0).isFired()).isTrue();
    assertThat(ledger.snapshot()).isEmpty();
  }

  @Test
  void taskOfATrial_onAThreadThatAnotherHasMade_isToldByItsCode() throws Exception {
    Ledger other = new Ledger();
    TrialCode.isRunBy(
        other, OwnedTest.class, "taskOfATrial_onAThreadThatAnotherHasMade_isToldByItsCode");
    List<Thread> threads = new ArrayList<>();
    List<@Nullable Ledger> found = new ArrayList<>();
    Watched.runUnder(ledger, () -> threads.add(new Thread(() -> found.add(Ledger.current()))));
    Watched.runUnder(
        other,
        () -> {
          threads.get(0).start();
          threads.get(0).join();
        });
    other.close();

    assertThat(found).containsExactly(other);
  }

  @Test
  void threads_knowWhoHasMadeThem() throws Exception {
    Thread before = new Thread(() -> {});
    List<Thread> made = new ArrayList<>();
    Watched.runUnder(
        ledger,
        () -> {
          made.add(new Thread(() -> {}));
          made.add(new Thread(() -> {}));
        });
    Thread after = new Thread(() -> {});

    assertThat(made)
        .allSatisfy(some -> assertThat(ledger.births().placeOf(some.getId())).isNotNull());
    assertThat(ledger.births().placeOf(before.getId())).isNull();
    assertThat(ledger.births().placeOf(after.getId())).isNull();
  }

  @Test
  void threadOfALibrary_isKnownByItsMakerAndItsName() {
    String maker = "io.reactivex.rxjava3.internal.schedulers.RxThreadFactory";
    assertThat(LibraryThreads.areShared(maker, "RxCachedWorkerPoolEvictor-1")).isTrue();
    assertThat(LibraryThreads.areShared(maker, "worker")).isFalse();
    assertThat(LibraryThreads.areShared("com.acme.Pool", "RxCachedWorkerPoolEvictor-1")).isFalse();
  }
}
