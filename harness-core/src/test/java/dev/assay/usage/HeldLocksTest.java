// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.DeferredLock;
import dev.assay.deferred.DeferredQueue;
import dev.assay.deferred.DeferredSemaphore;
import dev.assay.ledger.Ledger;
import dev.assay.pending.Pending;
import dev.assay.pending.PendingKind;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class HeldLocksTest {
  private final Ledger ledger = new Ledger();
  private final Ledger.Binding binding = ledger.bind();
  private final DeferredSemaphore semaphore = new DeferredSemaphore(2).label("pool");

  @AfterEach
  void unbind() {
    binding.close();
  }

  @Test
  void lock_held_isLeftBehindWithTheLineThatAcquiredIt() {
    DeferredLock lock = new DeferredLock().label("db");
    takeAndForget(lock);
    lock.acquire();
    assertThat(held())
        .singleElement()
        .satisfies(
            pending -> {
              assertThat(pending.name()).isEqualTo("Lock#1 (db)");
              assertThat(pending.detail()).isEqualTo("held; DeferredLock (db) [locked, 1 waiting]");
              assertThat(pending.awaited()).isTrue();
              assertThat(pending.site().toString())
                  .matches("HeldLocksTest\\.java:\\d+ in takeAndForget");
            });
  }

  @Test
  void lock_released_isSettled() {
    DeferredLock lock = new DeferredLock();
    lock.acquire();
    lock.release();
    assertThat(ledger.snapshot()).isEmpty();
  }

  @Test
  void lock_handedOver_isHeldByTheLineThatWaited() {
    DeferredLock lock = new DeferredLock();
    lock.acquire();
    takeAndForget(lock);
    lock.release();
    assertThat(held())
        .singleElement()
        .extracting(Pending::site)
        .asString()
        .endsWith(" in takeAndForget");
  }

  @Test
  void acquire_waiting_isADeferredThatSaysForWhat() {
    semaphore.acquire();
    semaphore.acquire();
    semaphore.acquire();
    assertThat(ledger.snapshot())
        .extracting(Pending::name)
        .containsExactly(
            "Lock#1 (pool)", "Lock#2 (pool)", "Deferred#3 (acquire of DeferredSemaphore (pool))");
  }

  @Test
  void acquire_cancelledWhileWaiting_leavesNoLock() {
    semaphore.acquire();
    semaphore.acquire();
    Deferred<DeferredSemaphore> waiting = semaphore.acquire();
    waiting.addErrback(error -> semaphore);
    waiting.cancel();
    semaphore.release();
    semaphore.release();
    assertThat(ledger.snapshot()).isEmpty();
  }

  @Test
  void run_besideAHeldToken_settlesItsOwn() {
    semaphore.runDeferring(() -> Deferred.succeed("done"));
    Deferred<String> body = new Deferred<>();
    semaphore.runDeferring(() -> body);
    semaphore.acquire();
    body.callback("done");
    assertThat(held()).extracting(Pending::name).containsExactly("Lock#3 (pool)");
    semaphore.release();
    assertThat(ledger.snapshot()).isEmpty();
  }

  @Test
  void release_besideARun_settlesTheOldestThatIsNotOfARun() {
    Deferred<String> body = new Deferred<>();
    semaphore.runDeferring(() -> body);
    semaphore.acquire();
    semaphore.release();
    assertThat(held()).extracting(Pending::name).containsExactly("Lock#1 (pool)");
  }

  @Test
  void get_waiting_isADeferredThatSaysForWhat() {
    new DeferredQueue<String>().label("jobs").get();
    assertThat(ledger.snapshot())
        .extracting(Pending::name)
        .containsExactly("Deferred#1 (get from DeferredQueue (jobs))");
  }

  @Test
  void release_inACallbackOfAnAcquire_givesThatOneBack() {
    takeAndForget(semaphore);
    semaphore.acquire().addEffect(DeferredSemaphore::release);

    assertHeldBy("takeAndForget");
    assertThat(held().get(0).detail())
        .isEqualTo("held; DeferredSemaphore (pool) [1 of 2 tokens free]");
  }

  @Test
  void release_inWhatAnAcquireWaitsFor_givesThatOneBack() {
    Deferred<String> work = new Deferred<>();
    takeAndForget(semaphore);
    semaphore.acquire().addDeferringCallback(s -> work.addEffect(done -> s.release()));
    work.callback("done");

    assertHeldBy("takeAndForget");
  }

  @Test
  void release_thatMayBeOfSeveral_namesTheLinesOfAll() {
    takeAndForget(semaphore);
    semaphore.acquire();
    semaphore.release();

    assertThat(held())
        .singleElement()
        .extracting(Pending::detail)
        .asString()
        .matches(
            "held; DeferredSemaphore \\(pool\\) \\[1 of 2 tokens free]; it is the token acquired"
                + " at HeldLocksTest\\.java:\\d+ in takeAndForget, or at"
                + " HeldLocksTest\\.java:\\d+ in release_thatMayBeOfSeveral_namesTheLinesOfAll:"
                + " release\\(\\) does not say which of them it releases");
  }

  @Test
  void release_ofAsManyAsWereAcquired_leavesNothing() {
    takeAndForget(semaphore);
    semaphore.acquire();
    semaphore.release();
    semaphore.release();
    assertThat(ledger.snapshot()).isEmpty();
  }

  @Test
  void release_besideATokenOfAnotherTrial_givesTheOwnBack() {
    try (Ledger other = new Ledger();
        Ledger.Binding ofOther = other.bind()) {
      takeAndForget(semaphore);
      assertThat(other.snapshot()).as("held in %s", ofOther).hasSize(1);
    }
    semaphore.acquire();
    semaphore.release();
    assertThat(ledger.snapshot()).isEmpty();
  }

  @Test
  void tokens_ofATrialThatHasEnded_areFreeAgain() {
    DeferredLock lock = new DeferredLock();
    try (Ledger other = new Ledger();
        Ledger.Binding ofOther = other.bind()) {
      takeAndForget(lock);
      lock.acquire();
      assertThat(lock.waiting()).as("waits in %s", ofOther).isEqualTo(1);
    }

    assertThat(lock.isLocked()).isFalse();
    assertThat(lock.acquire().isFired()).isTrue();
    assertThat(lock.waiting()).isZero();
    lock.release();
    assertThat(ledger.snapshot()).isEmpty();
  }

  @Test
  void tokens_ofATrialThatGoesOn_stayHeldAndAreNamed() {
    DeferredLock lock = new DeferredLock();
    try (Ledger other = new Ledger()) {
      try (Ledger.Binding ofOther = other.bind()) {
        takeAndForget(lock);
        assertThat(other.snapshot()).as("held in %s", ofOther).hasSize(1);
      }
      assertThat(lock.acquire().isFired()).isFalse();
      assertThat(ledger.snapshot())
          .singleElement()
          .extracting(Pending::detail)
          .asString()
          .contains(
              "it waits for DeferredLock [locked, 1 waiting], acquired at HeldLocksTest.java:")
          .endsWith(" in takeAndForget");
    }
  }

  @Test
  void put_afterATrialHasLeftAGet_isNotForThat() {
    DeferredQueue<String> queue = new DeferredQueue<>();
    try (Ledger other = new Ledger();
        Ledger.Binding ofOther = other.bind()) {
      queue.get();
      assertThat(other.snapshot()).as("waits in %s", ofOther).hasSize(1);
    }
    queue.put("job");
    assertThat(queue.stored()).isEqualTo(1);
    assertThat(queue.get().isFired()).isTrue();
  }

  private void assertHeldBy(String method) {
    assertThat(held())
        .singleElement()
        .extracting(Pending::site)
        .asString()
        .endsWith(" in " + method);
  }

  private List<Pending> held() {
    return ledger.snapshot().stream()
        .filter(pending -> pending.kind() == PendingKind.LOCK)
        .toList();
  }

  private static void takeAndForget(DeferredLock lock) {
    lock.acquire();
  }

  private static void takeAndForget(DeferredSemaphore semaphore) {
    semaphore.acquire();
  }
}
