// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.DeferredLock;
import dev.assay.deferred.DeferredQueue;
import dev.assay.deferred.Deferreds;
import dev.assay.deferred.Sequential;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.VirtualClock;
import dev.assay.fake.protocol.StringTransport;
import dev.assay.fake.protocol.Wire;
import dev.assay.junit.AllowPending;
import dev.assay.junit.Strict;
import dev.assay.junit.TimeLimit;
import dev.assay.junit.Trial;
import dev.assay.protocol.Protocol;
import dev.assay.task.LoopingCall;
import dev.assay.trial.TrialContext;
import dev.assay.trial.TrialThreads;
import java.time.Duration;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Correct trials that make things on threads of their own, and use them there. */
@TimeLimit(blocking = "20s")
abstract class CorrectOwnership {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration LONG = Duration.ofSeconds(60);

  /** A pool for each class, shared by its tests: the first one that needs it starts its thread. */
  private static final ClassValue<ExecutorService> POOLS =
      new ClassValue<>() {
        @Override
        protected ExecutorService computeValue(Class<?> type) {
          return Executors.newSingleThreadExecutor(CorrectOwnership::daemon);
        }
      };

  /** A pool for all classes, which run at the same time. */
  private static final Executor CARRYING =
      TrialThreads.carrying(Executors.newSingleThreadExecutor(CorrectOwnership::daemon));

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "shared");
    thread.setDaemon(true);
    return thread;
  }

  private static void driveAClock() {
    VirtualClock clock = new VirtualClock();
    Deferred<String> woke = Deferreds.deferLater(clock, SECOND).addCallback(done -> "pong");
    clock.advance(SECOND);
    assertThat(woke.state()).isEqualTo(Deferred.succeed("pong").state());
  }

  @Trial
  void clock_ofAThread_isDrivenThere() throws InterruptedException {
    Thread thread = new Thread(CorrectOwnership::driveAClock);
    thread.start();
    thread.join();
  }

  @Trial
  void clock_ofAVirtualThread_isDrivenThere() throws InterruptedException {
    LightThread.start(CorrectOwnership::driveAClock).join();
  }

  @Trial
  void clock_insideAPreemptiveTimeout_isDrivenThere() {
    assertTimeoutPreemptively(LONG, CorrectOwnership::driveAClock);
  }

  @Trial
  void clock_ofTheTrial_isDrivenInsideAPreemptiveTimeout(VirtualClock clock) {
    Deferred<?> woke = Deferreds.deferLater(clock, SECOND);
    assertTimeoutPreemptively(LONG, () -> clock.advance(SECOND));
    assertThat(woke.isFired()).isTrue();
  }

  @Trial
  void deferred_ofTheTrial_isFiredInsideAPreemptiveTimeout() {
    Deferred<String> answer = new Deferred<>();
    Deferred<Integer> length = answer.addCallback(String::length);
    assertTimeoutPreemptively(LONG, () -> answer.callback("pong"));
    assertThat(length.isFired()).isTrue();
  }

  @Trial
  Deferred<?> deferred_ofAPreemptiveTimeout_isReturned() {
    return assertTimeoutPreemptively(
        LONG,
        () -> {
          VirtualClock clock = new VirtualClock();
          Deferred<?> woke = Deferreds.deferLater(clock, SECOND);
          clock.advance(SECOND);
          return woke;
        });
  }

  @Trial
  void deferred_ofAPool_isGoneOnWithByTheTest() throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    Deferred<String> answer = pool.submit(() -> new Deferred<String>()).get();
    Deferred<Integer> length = answer.addCallback(String::length);
    answer.callback("pong");
    assertThat(length.isFired()).isTrue();
    pool.shutdown();
  }

  @Trial
  void failure_onAThread_isFlushed(TrialContext trial) throws InterruptedException {
    Thread thread = new Thread(() -> Deferred.fail(new IllegalStateException("gone")));
    thread.start();
    thread.join();
    assertThat(trial.flushLoggedErrors(IllegalStateException.class)).hasSize(1);
  }

  @Trial
  void lockAndQueue_ofAThread_areUsedThere() throws InterruptedException {
    Thread thread =
        new Thread(
            () -> {
              DeferredLock lock = new DeferredLock();
              DeferredQueue<String> queue = new DeferredQueue<>();
              lock.acquire().addEffect(DeferredLock::release);
              queue.put("pong");
              queue.get();
            });
    thread.start();
    thread.join();
  }

  @Trial
  void wire_ofAThread_isFlushedThere() throws InterruptedException {
    Thread thread =
        new Thread(
            () -> {
              Wire wire = Wire.connect(new Silent(), new Silent());
              wire.flush();
              wire.reset();
            });
    thread.start();
    thread.join();
  }

  /** A protocol that does nothing. */
  private static final class Silent extends Protocol {
    @Override
    public void dataReceived(byte[] data) {}
  }

  @Trial
  void loop_ofAThread_isStoppedThere() throws InterruptedException {
    Thread thread =
        new Thread(
            () -> {
              VirtualClock clock = new VirtualClock();
              LoopingCall loop = LoopingCall.of(clock, () -> {});
              loop.start(SECOND);
              clock.advance(SECOND);
              loop.stop();
            });
    thread.start();
    thread.join();
  }

  @Trial
  void straightLineCode_ofAThread_runsThere() throws InterruptedException {
    Thread thread =
        new Thread(
            () -> {
              VirtualClock clock = new VirtualClock();
              Deferred<String> woke =
                  Sequential.run(
                      line -> {
                        line.await(Deferreds.deferLater(clock, SECOND));
                        return "pong";
                      });
              clock.advance(SECOND);
              assertThat(woke.isFired()).isTrue();
            });
    thread.start();
    thread.join();
  }

  @Trial
  void otherThread_looks() throws InterruptedException {
    VirtualClock clock = new VirtualClock();
    Deferred<String> answer = new Deferred<>();
    StringTransport transport = new StringTransport();
    Thread thread =
        new Thread(
            () -> {
              assertThat(answer.isFired()).isFalse();
              assertThat(answer.toString()).contains("unfired");
              assertThat(transport.value()).isEmpty();
              assertThat(clock.elapsed()).isZero();
            });
    thread.start();
    thread.join();
    answer.callback("pong");
  }

  @Trial
  @AllowPending(names = "shared")
  void sharedPool_worksForATest() throws Exception {
    assertThat(POOLS.get(getClass()).submit(() -> "pong").get()).isEqualTo("pong");
  }

  @Trial
  @AllowPending(names = "shared")
  void sharedPool_worksForAnotherTest() throws Exception {
    POOLS.get(getClass()).submit(CorrectOwnership::driveAClock).get();
  }

  @Trial
  @AllowPending(names = "shared")
  void carryingPool_worksForTestsThatRunAtTheSameTime() {
    CompletableFuture.runAsync(CorrectOwnership::driveAClock, CARRYING).join();
  }

  @Trial
  void threadOfAnInitialiser_isThereForAll() throws Exception {
    assertThat(Started.POOL.submit(() -> "pong").get()).isEqualTo("pong");
  }

  /** A pool that starts its thread when somebody first needs it, and never ends it. */
  private static final class Started {
    private static final ThreadPoolExecutor POOL =
        new ThreadPoolExecutor(
            1, 1, 1, TimeUnit.DAYS, new LinkedBlockingQueue<>(), CorrectOwnership::daemon);

    static {
      POOL.prestartAllCoreThreads();
    }
  }

  @Trial
  void deferredOfAnInitialiser_isReadByAll() {
    Deferred<Integer> length = Known.ANSWER.addCallback(answer -> answer);
    assertThat(length.isFired()).isTrue();
  }

  /** A result that is there for all. */
  private static final class Known {
    private static final Deferred<Integer> ANSWER = Deferred.succeed(4);
  }

  @Trial
  void thread_thatIsAboutToEnd_isNotLeft() {
    CountDownLatch begun = new CountDownLatch(1);
    new Thread(begun::countDown).start();
  }

  @Trial
  void timer_thatIsCancelled_isNotLeft() {
    new Timer("ticks").cancel();
  }

  @Trial
  void threadOfAnotherGroup_isJoined() throws InterruptedException {
    ThreadGroup top = Thread.currentThread().getThreadGroup();
    while (top.getParent() != null) {
      top = top.getParent();
    }
    Thread thread = new Thread(top, CorrectOwnership::driveAClock);
    thread.start();
    thread.join();
  }

  @Trial
  Deferred<?> virtualThreads_inNumbers_end(FakeReactor reactor) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(20);
    for (int i = 0; i < 20; i++) {
      LightThread.start(done::countDown);
    }
    done.await();
    return Deferreds.deferLater(reactor, SECOND);
  }

  /** Nothing else is there. */
  static final class InCorrectOwnershipAlone extends CorrectOwnership {}

  /** Nothing at all may be left behind. */
  @Strict
  static final class InCorrectOwnershipStrict extends CorrectOwnership {}

  /** Time has passed before, and passes after. */
  static final class InCorrectOwnershipWithFixtures extends CorrectOwnership
      implements Surroundings.Seconds {}
}
