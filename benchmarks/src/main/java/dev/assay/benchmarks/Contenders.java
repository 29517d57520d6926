// SPDX-License-Identifier: Apache-2.0
package dev.assay.benchmarks;

import dev.assay.fake.VirtualClock;
import dev.assay.time.DelayedCall;
import io.netty.channel.EventLoop;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.concurrent.ScheduledFuture;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlinx.coroutines.Delay;
import kotlinx.coroutines.DisposableHandle;
import kotlinx.coroutines.test.TestCoroutineDispatchersKt;
import kotlinx.coroutines.test.TestCoroutineScheduler;
import reactor.test.scheduler.VirtualTimeScheduler;

/** The virtual clocks that are measured side by side. */
final class Contenders {
  private Contenders() {}

  static final class Assay implements Contender<DelayedCall> {
    private final VirtualClock clock = new VirtualClock();

    @Override
    public DelayedCall arm(long millis, Runnable call) {
      return clock.callLater(Duration.ofMillis(millis), call);
    }

    @Override
    public void cancel(DelayedCall call) {
      call.cancel();
    }

    @Override
    public DelayedCall reset(DelayedCall call, long millis, Runnable action) {
      call.reset(Duration.ofMillis(millis));
      return call;
    }

    @Override
    public void advance(long millis) {
      clock.advance(Duration.ofMillis(millis));
    }
  }

  static final class Netty implements Contender<ScheduledFuture<?>> {
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final EventLoop loop = channel.eventLoop();

    Netty() {
      channel.freezeTime();
    }

    @Override
    public ScheduledFuture<?> arm(long millis, Runnable call) {
      return loop.schedule(call, millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void cancel(ScheduledFuture<?> call) {
      call.cancel(false);
    }

    /** Moves time from one due call to the next, so that calls see the time they are due at. */
    @Override
    public void advance(long millis) {
      long left = TimeUnit.MILLISECONDS.toNanos(millis);
      while (true) {
        long next = channel.runScheduledPendingTasks();
        if (next < 0 || next > left) {
          channel.advanceTimeBy(left, TimeUnit.NANOSECONDS);
          return;
        }
        channel.advanceTimeBy(next, TimeUnit.NANOSECONDS);
        left -= next;
      }
    }
  }

  static final class RxJava implements Contender<Disposable> {
    private final TestScheduler scheduler = new TestScheduler();
    private final TestScheduler.Worker worker = scheduler.createWorker();

    @Override
    public Disposable arm(long millis, Runnable call) {
      return worker.schedule(call, millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void cancel(Disposable call) {
      call.dispose();
    }

    @Override
    public void advance(long millis) {
      scheduler.advanceTimeBy(millis, TimeUnit.MILLISECONDS);
    }
  }

  static final class Reactor implements Contender<reactor.core.Disposable> {
    private final VirtualTimeScheduler scheduler = VirtualTimeScheduler.create();
    private final reactor.core.scheduler.Scheduler.Worker worker = scheduler.createWorker();

    @Override
    public reactor.core.Disposable arm(long millis, Runnable call) {
      return worker.schedule(call, millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void cancel(reactor.core.Disposable call) {
      call.dispose();
    }

    @Override
    public void advance(long millis) {
      scheduler.advanceTimeBy(Duration.ofMillis(millis));
    }
  }

  static final class Kotlinx implements Contender<DisposableHandle> {
    private final TestCoroutineScheduler scheduler = new TestCoroutineScheduler();
    private final Delay delay =
        (Delay) TestCoroutineDispatchersKt.StandardTestDispatcher(scheduler, null);

    @Override
    public DisposableHandle arm(long millis, Runnable call) {
      return delay.invokeOnTimeout(millis, call, EmptyCoroutineContext.INSTANCE);
    }

    @Override
    public void cancel(DisposableHandle call) {
      call.dispose();
    }

    /** Runs what is due at the end too, as the others do. */
    @Override
    public void advance(long millis) {
      scheduler.advanceTimeBy(millis);
      scheduler.runCurrent();
    }
  }
}
