// SPDX-License-Identifier: Apache-2.0
package dev.assay.sample.hostile;

import dev.assay.deferred.Deferred;
import dev.assay.fake.VirtualClock;
import dev.assay.junit.Trial;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** Trials whose things are used when they have ended. */
public final class Late {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private Late() {}

  @Fails("A-AFTER-END")
  public static final class ByThreads {
    private static final CountDownLatch OVER = new CountDownLatch(1);
    private static final List<Thread> LEFT = new CopyOnWriteArrayList<>();

    @Fails("A-THREAD-LEFT")
    @Trial
    void leavesThreads(VirtualClock clock) {
      Deferred<String> deferred = new Deferred<>();
      leave(() -> deferred.callback(""));
      leave(() -> clock.advance(SECOND));
      leave(() -> clock.executor().execute(() -> {}));
    }

    private static void leave(Runnable action) {
      Thread thread =
          new Thread(
              () -> {
                try {
                  OVER.await();
                  action.run();
                } catch (InterruptedException | IllegalStateException refused) {
                  Thread.currentThread().interrupt();
                }
              });
      LEFT.add(thread);
      thread.start();
    }

    @Trial
    void thenIsNotBlamed(VirtualClock clock) throws InterruptedException {
      OVER.countDown();
      for (Thread thread : LEFT) {
        thread.join();
      }
      clock.advance(SECOND);
    }
  }

  public static final class ByTrials {
    private static final AtomicReference<VirtualClock> CLOCK = new AtomicReference<>();
    private static final AtomicReference<Deferred<String>> DEFERRED = new AtomicReference<>();

    @Trial
    void aTrialShares(VirtualClock clock) {
      CLOCK.set(clock);
      DEFERRED.set(new Deferred<>());
    }

    @Fails("A-AFTER-END")
    @Trial
    void advances() {
      CLOCK.get().advance(SECOND);
    }

    @Fails("A-AFTER-END")
    @Trial
    void arms() {
      CLOCK.get().callLater(SECOND, () -> {});
    }

    @Fails("A-AFTER-END")
    @Trial
    void fires() {
      DEFERRED.get().callback("");
    }

    @Trial
    void isAfter() {}
  }
}
