// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Deferreds;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.VirtualClock;
import dev.assay.junit.AllowPending;
import dev.assay.junit.Strict;
import dev.assay.junit.Trial;
import dev.assay.pending.PendingKind;
import dev.assay.trial.TrialContext;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.AsynchronousSocketChannel;
import java.rmi.Remote;
import java.rmi.server.UnicastRemoteObject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Correct trials with threads, and with work that takes real time. */
abstract class CorrectThreads {
  private static final ForkJoinPool SHARED = new ForkJoinPool(1);

  @Trial
  Deferred<?> task_ofThePool_isAwaited(FakeReactor reactor) {
    return reactor
        .deferToThread(() -> "done")
        .addEffect(text -> assertThat(text).isEqualTo("done"));
  }

  @Trial
  void tasks_ofThePool_needNoAdvance(FakeReactor reactor) {
    reactor.callInThread(() -> {});
  }

  @Trial
  void executor_isShutDown() throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    Future<String> answer = pool.submit(() -> "pong");
    assertThat(answer.get()).isEqualTo("pong");
    pool.shutdown();
  }

  @AllowPending(names = {"ForkJoinPool-*", "HttpClient-*"})
  @Trial
  void threads_thatNoTrialCanEnd_areAllowed() throws Exception {
    assertThat(SHARED.submit(() -> "pong").get()).isEqualTo("pong");
    assertThat(HttpClient.newHttpClient().executor()).isEmpty();
  }

  /** The JDK starts threads for all such channels, which nobody can end. */
  @Trial
  void channels_ofTheDefaultGroup_areClosed() throws Exception {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (var server = AsynchronousServerSocketChannel.open().bind(any);
        var client = AsynchronousSocketChannel.open()) {
      var accepted = server.accept();
      client.connect(server.getLocalAddress()).get();
      accepted.get().close();
    }
  }

  /** RMI keeps the thread that listens, for whoever exports something next. */
  @Trial
  void object_isExportedAndUnexported() throws Exception {
    Remote served = new Remote() {};
    assertThat(UnicastRemoteObject.exportObject(served, 0)).isNotSameAs(served);
    assertThat(UnicastRemoteObject.unexportObject(served, true)).isTrue();
  }

  @Trial
  void thread_isJoined() throws Exception {
    Thread thread = new Thread(() -> {});
    thread.start();
    thread.join();
  }

  @Trial
  void thread_thatDiesAsExpected_isFlushed(TrialContext trial) throws Exception {
    Thread thread = new Thread(CorrectThreads::die);
    thread.start();
    thread.join();
    assertThat(trial.flushLoggedErrors(IndexOutOfBoundsException.class)).hasSize(1);
  }

  private static void die() {
    throw new IndexOutOfBoundsException("died");
  }

  @Trial
  void thread_whoseDeathIsHandled_isNoError() throws Exception {
    Thread thread = new Thread(CorrectThreads::die);
    thread.setUncaughtExceptionHandler((dead, error) -> {});
    thread.start();
    thread.join();
  }

  @Trial
  CompletionStage<?> stage_ofAnotherThread_isAwaited() {
    return CompletableFuture.supplyAsync(() -> "pong");
  }

  @Trial
  CompletionStage<?> stage_withATimeoutOfTheJdk_leavesNoThread() {
    return CompletableFuture.supplyAsync(() -> "pong").orTimeout(1, TimeUnit.HOURS);
  }

  @Trial
  @AllowPending(PendingKind.FOREIGN_CALL)
  Deferred<?> deferred_ofAnotherThread_isAwaited(VirtualClock clock) {
    return Deferreds.fromStage(CompletableFuture.supplyAsync(() -> "pong"), clock.executor());
  }

  @Trial
  void interrupt_isAnswered() {
    Thread.currentThread().interrupt();
    assertThat(Thread.interrupted()).isTrue();
  }

  /** Nothing else is there. */
  static final class InCorrectThreadsAlone extends CorrectThreads {}

  /** Nothing at all may be left behind. */
  @Strict
  static final class InCorrectThreadsStrict extends CorrectThreads {}

  /** Time has passed before, and passes after. */
  static final class InCorrectThreadsWithFixtures extends CorrectThreads
      implements Surroundings.Seconds {}

  /** The reactor comes from the constructor, and there is something to clean up. */
  static final class InCorrectThreadsWithConstructor extends CorrectThreads {
    InCorrectThreadsWithConstructor(FakeReactor reactor, TrialContext trial) {
      Surroundings.armAndCleanUp(reactor, trial);
    }
  }
}
