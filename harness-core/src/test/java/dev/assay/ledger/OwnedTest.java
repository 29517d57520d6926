// SPDX-License-Identifier: Apache-2.0
package dev.assay.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.pending.Pending;
import dev.assay.pending.PendingKind;
import dev.assay.stack.LibraryThreads;
import dev.assay.stack.TrialCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** OwnerSearch things and threads are. */
final class OwnedTest {
  private static final int MANY = 100;

  /** How deep a stack is that takes long to look through. */
  private static final int DEPTH = 3_000;

  /** How many turns are between two threads: less than such a look, more than all else takes. */
  private static final int BETWEEN = 2_000;

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
        .endsWith("the thread of its trial; use callFromThread to pass work to it");
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
    other.runs(
        TrialCode.of(OwnedTest.class, "taskOfATrial_onAThreadThatAnotherHasMade_isToldByItsCode"));
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
  void threads_knowWhoHasMadeThem_alsoIfOthersMakeSomeAtTheSameTime() throws Exception {
    AtomicBoolean enough = new AtomicBoolean();
    Thread busy = new Thread(() -> makeThreadsUntil(enough), "busy");
    busy.start();
    List<Thread> made = new ArrayList<>();
    Watched.runUnder(
        ledger,
        () -> {
          for (int i = 0; i < MANY; i++) {
            made.add(makeDeepIn(DEPTH));
          }
        });
    enough.set(true);
    busy.join();

    long known =
        made.stream().filter(some -> ledger.births().placeOf(some.getId()) != null).count();
    assertThat(known).isGreaterThan(MANY / 2);
  }

  private static Thread makeDeepIn(int calls) {
    return calls == 0 ? new Thread(() -> {}) : makeDeepIn(calls - 1);
  }

  private static void makeThreadsUntil(AtomicBoolean enough) {
    while (!enough.get()) {
      assertThat(new Thread(null, null, "besides", 0, false).isAlive()).isFalse();
      for (int i = 0; i < BETWEEN; i++) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void threadOfALibrary_isKnownByItsMakerAndItsName() {
    String maker = "io.reactivex.rxjava3.internal.schedulers.RxThreadFactory";
    assertThat(LibraryThreads.areShared(maker, "RxCachedWorkerPoolEvictor-1")).isTrue();
    assertThat(LibraryThreads.areShared(maker, "worker")).isFalse();
    assertThat(LibraryThreads.areShared("com.acme.Pool", "RxCachedWorkerPoolEvictor-1")).isFalse();
  }

  @Test
  void threadOfTheJdk_thatIsThereForAll_isKnownByItsMakerAndItsName() {
    assertThat(LibraryThreads.areShared("jdk.jfr.internal.Utils", "JFR Periodic Tasks")).isTrue();
    assertThat(LibraryThreads.areShared("sun.nio.ch.ThreadPool", "Thread-3")).isTrue();
    assertThat(LibraryThreads.areShared("sun.nio.ch.EPollPort", "Thread-3")).isFalse();
    String rmi = "sun.rmi.runtime.NewThreadAction";
    assertThat(LibraryThreads.areShared(rmi, "RMI Reaper")).isTrue();
    assertThat(LibraryThreads.areShared(rmi, "worker")).isFalse();
  }
}
