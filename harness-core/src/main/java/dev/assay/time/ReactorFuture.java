// SPDX-License-Identifier: Apache-2.0
package dev.assay.time;

import dev.assay.ledger.Display;
import dev.assay.ledger.ExpectedWork;
import dev.assay.ledger.Ledger;
import dev.assay.stack.Sites;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A future whose timeouts and asynchronous dependents stay with a reactor's time. */
sealed class ReactorFuture<T extends @Nullable Object> extends CompletableFuture<T>
    implements FutureHome.Look permits ReactorStage {
  final ReactorTime time;
  final FutureHome home;
  private final Object source;
  private final @Nullable Runnable onCancel;

  /** The number of dependents that belong to the harness. */
  private final AtomicInteger own = new AtomicInteger();

  ReactorFuture(ReactorTime time, FutureHome home, Object source, @Nullable Runnable onCancel) {
    this.time = time;
    this.home = home;
    this.source = source;
    this.onCancel = onCancel;
  }

  /** Creates a future with an entry in the ledger of the trial of the calling thread. */
  static <T extends @Nullable Object> CompletableFuture<T> watched(ReactorTime time) {
    Ledger ledger = Ledger.current();
    if (ledger == null) {
      return new ReactorFuture<>(time, homeOf(time), "Future", null);
    }
    Source source = new Source();
    ReactorFuture<T> future = new ReactorFuture<>(time, homeOf(time), source, null);
    FutureEntry entry = new FutureEntry(ledger, Sites.here(), future);
    source.entry = entry;
    entry.open();
    future.whenDone(() -> future.settle(entry));
    return future;
  }

  static FutureHome homeOf(ReactorTime time) {
    Executor executor = time.executor();
    return executor instanceof FutureHome home ? home : new ThreadHome(executor);
  }

  @Override
  public <U extends @Nullable Object> CompletableFuture<U> newIncompleteFuture() {
    return new ReactorFuture<>(time, home, "dependent of " + source, null);
  }

  @Override
  public Executor defaultExecutor() {
    return home;
  }

  @Override
  public CompletableFuture<T> orTimeout(long timeout, TimeUnit unit) {
    long nanos = unit.toNanos(timeout);
    return onTimeout(
        "orTimeout", nanos, () -> completeExceptionally(new TimeoutException(late(nanos))));
  }

  @Override
  public CompletableFuture<T> completeOnTimeout(T value, long timeout, TimeUnit unit) {
    return onTimeout("completeOnTimeout", unit.toNanos(timeout), () -> complete(value));
  }

  private CompletableFuture<T> onTimeout(String name, long nanos, Runnable end) {
    if (!isDone()) {
      Timeout limit = new Timeout(time, home, name, end);
      limit.arm(nanos);
      whenDone(limit::disarm);
    }
    return this;
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean first = !isDone();
    boolean cancelled = super.cancel(mayInterruptIfRunning);
    if (first && cancelled && onCancel != null) {
      home.execute(onCancel);
    }
    return cancelled;
  }

  @Override
  public T get() throws InterruptedException, ExecutionException {
    refuseToWait();
    return super.get();
  }

  @Override
  public T join() {
    refuseToWait();
    return super.join();
  }

  @Override
  public T get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    long nanos = unit.toNanos(timeout);
    if (!isDone() && (nanos <= 0 || !home.await(this, nanos))) {
      throw new TimeoutException(late(nanos));
    }
    return super.get();
  }

  @Override
  public final boolean isDoneWithin(long nanos) throws InterruptedException {
    try {
      super.get(nanos, TimeUnit.NANOSECONDS);
    } catch (TimeoutException | ExecutionException | CancellationException seen) {
      return isDone();
    }
    return isDone();
  }

  /** Throws if waiting could need the calling thread. */
  private void refuseToWait() {
    if (!isDone() && home.isOwnThread()) {
      throw new IllegalStateException(
          "the thread that may have to complete it must not wait for "
              + this
              + "; return it from the test, add a dependent to it, or let time pass with"
              + " get(timeout, unit)");
    }
  }

  private String late(long nanos) {
    return this + ": not done within " + Display.time(Duration.ofNanos(Math.max(0, nanos)));
  }

  /** Runs an action when this is done, on the thread that completes it. */
  final void whenDone(Runnable action) {
    own.incrementAndGet();
    CompletableFuture<T> unused = super.whenComplete((value, error) -> action.run());
  }

  /**
   * Settles an entry on the thread of its trial. The completion does not count as a call from
   * outside.
   */
  private void settle(FutureEntry entry) {
    if (home.isOwnThread()) {
      entry.settle();
    } else {
      home.execute((ExpectedWork) entry::settle);
    }
  }

  @Override
  public int getNumberOfDependents() {
    return dependents();
  }

  private int dependents() {
    return Math.max(0, super.getNumberOfDependents() - own.get());
  }

  @Override
  public CompletionStage<T> minimalCompletionStage() {
    ReactorStage<T> stage = new ReactorStage<>(time, home, this);
    CompletableFuture<T> unused = super.whenComplete(stage::end);
    return stage;
  }

  /** Returns {@code Future#1 created at Pinger.java:12 in ping [Not completed, 2 dependents]}. */
  @Override
  public String toString() {
    String plain = super.toString();
    String state = plain.substring(plain.indexOf('['));
    int dependents = dependents();
    boolean asPlain = dependents > 0 || !state.startsWith("[Not completed");
    return source
        + " "
        + (asPlain ? state.replaceAll("\\d+ dep", dependents + " dep") : "[Not completed]");
  }

  /** The name of a future in its trial. */
  private static final class Source {
    private @Nullable FutureEntry entry;

    @Override
    public String toString() {
      return entry == null ? "Future" : entry.name() + " created at " + entry.site();
    }
  }
}
