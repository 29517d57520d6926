// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.thread;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ledger.Ledger;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

final class ThreadSnapshotTest {
  @Test
  void waitOfTheHarness_hasALimitOfItsOwn() throws InterruptedException {
    CountDownLatch enough = new CountDownLatch(1);
    Thread waiting = new Thread(() -> waitInTheHarness(enough));
    waiting.start();
    while (!ThreadSnapshot.of(waiting).isWaitOfHarness()) {
      Thread.onSpinWait();
    }
    enough.countDown();
    waiting.join();
  }

  @Test
  void waitOfUsersCode_hasNone() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    Thread waiting =
        new Thread(
            () -> {
              begun.countDown();
              while (!Thread.currentThread().isInterrupted()) {
                LockSupport.park();
              }
            });
    waiting.start();
    begun.await();
    while (!ThreadSnapshot.of(waiting).isWait()) {
      Thread.onSpinWait();
    }
    assertThat(ThreadSnapshot.of(waiting).isWaitOfHarness()).isFalse();
    waiting.interrupt();
    waiting.join();
  }

  private static void waitInTheHarness(CountDownLatch enough) {
    try {
      RealTime.waitUntil(() -> enough.getCount() == 0, Duration.ofMinutes(1), new Ledger());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
