// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import static dev.assay.deferred.Results.failure;
import static dev.assay.deferred.Results.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Futures made of Deferreds. */
final class ToFutureTest {
  private final ManualExecutor reactor = new ManualExecutor();
  private final List<String> trace = new ArrayList<>();
  private final Deferred<String> deferred = new Deferred<>(d -> trace.add("cancelling"));
  private final IOException gone = new IOException("gone");

  @Test
  void toFuture_deferredSucceeds_futureDoesAndTheChainIsLeftWithNull() {
    CompletableFuture<String> future = Deferreds.toFuture(deferred, reactor);
    assertThat(future).isNotDone();
    deferred.callback("v");
    assertThat(future).isCompletedWithValue("v");
    assertThat(value(deferred)).isNull();
  }

  @Test
  void toFuture_deferredFails_futureDoesAndTheFailureIsHandled() {
    CompletableFuture<String> future = Deferreds.toFuture(deferred, reactor);
    deferred.errback(gone);
    assertThat(future).isCompletedExceptionally();
    assertThat(future.handle((v, e) -> e)).isCompletedWithValue(gone);
    assertThat(value(deferred)).isNull();
    assertThat(deferred.isUnhandled()).isFalse();
  }

  @Test
  void toFuture_alreadyFired_isDone() {
    assertThat(Deferreds.toFuture(Deferred.succeed("v"), reactor)).isCompletedWithValue("v");
    Deferred<@Nullable String> nothing = new Deferred<>();
    nothing.callback(null);
    assertThat(Deferreds.toFuture(nothing, reactor)).isCompletedWithValue(null);
  }

  @Test
  void toFuture_deferredCancelled_futureIsCancelled() {
    CompletableFuture<String> future = Deferreds.toFuture(deferred, reactor);
    deferred.cancel();
    assertThat(future).isCancelled();
  }

  @Test
  void cancel_onAnyThread_cancelsTheDeferredOnTheReactors() throws Exception {
    CompletableFuture<String> future = Deferreds.toFuture(deferred, reactor);
    Thread other = new Thread(() -> future.cancel(true));
    other.start();
    other.join();
    assertThat(future).isCancelled();
    assertThat(deferred.isFired()).isFalse();
    reactor.runAll();
    assertThat(trace).containsExactly("cancelling");
    assertThat(value(deferred)).isNull();
    assertThat(deferred.isUnhandled()).isFalse();
  }

  @Test
  void cancel_twice_asksTheDeferredOnce() {
    CompletableFuture<String> future = Deferreds.toFuture(deferred, reactor);
    assertThat(future.cancel(true)).isTrue();
    assertThat(future.cancel(true)).isTrue();
    assertThat(reactor.size()).isEqualTo(1);
  }

  @Test
  void cancel_done_changesNothing() {
    CompletableFuture<String> future = Deferreds.toFuture(deferred, reactor);
    deferred.callback("v");
    assertThat(future.cancel(true)).isFalse();
    assertThat(reactor.size()).isZero();
  }

  @Test
  void cancel_deferredFiresBeforeTheReactorRuns_resultIsForgotten() {
    CompletableFuture<String> future = Deferreds.toFuture(deferred, reactor);
    future.cancel(false);
    deferred.callback("v");
    reactor.runAll();
    assertThat(trace).isEmpty();
    assertThat(future).isCancelled();
    assertThat(value(deferred)).isNull();
  }

  @Test
  void cancel_derivedFuture_leavesTheDeferredAlone() {
    CompletableFuture<String> future = Deferreds.toFuture(deferred, reactor);
    future.thenApply(v -> v + "!").cancel(true);
    assertThat(reactor.size()).isZero();
    deferred.callback("v");
    assertThat(future).isCompletedWithValue("v");
  }

  @Test
  void complete_byTheUser_resultOfTheDeferredIsForgotten() {
    CompletableFuture<String> future = Deferreds.toFuture(deferred, reactor);
    future.complete("mine");
    deferred.callback("v");
    assertThat(future).isCompletedWithValue("mine");
    assertThat(value(deferred)).isNull();
  }

  @Test
  void thereAndBack_cancelsTheWholeWay() {
    CompletableFuture<String> source = new CompletableFuture<>();
    CompletableFuture<String> copy =
        Deferreds.toFuture(Deferreds.fromStage(source, reactor), reactor);
    copy.cancel(true);
    reactor.runAll();
    assertThat(source).isCancelled();
  }

  @Test
  void backAndThere_cancelsTheWholeWay() {
    Deferred<String> copy = Deferreds.fromStage(Deferreds.toFuture(deferred, reactor), reactor);
    copy.cancel();
    reactor.runAll();
    assertThat(trace).containsExactly("cancelling");
    assertThat(failure(copy)).isInstanceOf(CancellationException.class);
  }

  @Test
  void waitFor_onTheThreadThatMadeIt_isRefusedAtOnce() {
    CompletableFuture<String> future = Deferreds.toFuture(deferred.label("page"), reactor);
    assertThatThrownBy(future::join)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "the future of Deferred (page) [unfired, 1 callback] is not done, and the Deferred"
                + " cannot fire while its own thread "
                + Thread.currentThread().getName()
                + " waits; add a callback, or await the Deferred in a Sequential");
    assertThatThrownBy(future::get).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> future.get(1, TimeUnit.HOURS)).isInstanceOf(TimeoutException.class);
    assertThatThrownBy(() -> future.get(0, TimeUnit.HOURS)).isInstanceOf(TimeoutException.class);
    deferred.callback("v");
    assertThat(future.join()).isEqualTo("v");
  }

  @Test
  void waitFor_whatATimeoutEnds_waits_onTheThreadThatMadeItToo() {
    CompletableFuture<String> future = Deferreds.toFuture(deferred, reactor);
    assertThat(future.completeOnTimeout("late", 1, TimeUnit.NANOSECONDS).join()).isEqualTo("late");
  }

  @Test
  void waitFor_onAnotherThread_waits() throws InterruptedException {
    CompletableFuture<String> future = Deferreds.toFuture(deferred, reactor);
    Thread waiting = new Thread(() -> trace.add(future.join()));
    waiting.start();
    deferred.callback("v");
    waiting.join();
    assertThat(trace).containsExactly("v");
  }

  @Test
  void failure_ofADeferredWhoseFutureIsDoneOtherwise_staysUnhandled() {
    CompletableFuture<String> future = Deferreds.toFuture(deferred, reactor);
    future.complete("early");
    deferred.errback(gone);
    assertThat(failure(deferred)).isSameAs(gone);
    assertThat(deferred.isUnhandled()).isTrue();
  }
}
