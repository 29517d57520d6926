// SPDX-License-Identifier: Apache-2.0
package dev.assay.netty.thread;

import static java.util.Objects.requireNonNull;

import dev.assay.deferred.Deferred;
import dev.assay.ledger.Errors;
import dev.assay.netty.loop.Loop;
import dev.assay.reactor.rules.PoolTask;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The threads of a reactor for work that blocks.
 *
 * @since 0.1
 */
public final class Pool {
  private static final int DEFAULT_SIZE = 10;
  private static final long IDLE_SECONDS = 30;

  private final Loop loop;
  private final ThreadPoolExecutor threads;

  /** Creates a pool that has no threads yet. */
  public Pool(Loop loop) {
    this.loop = loop;
    this.threads =
        new ThreadPoolExecutor(
            DEFAULT_SIZE,
            DEFAULT_SIZE,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            new DaemonThreads("reactor pool"));
    threads.allowCoreThreadTimeOut(true);
  }

  /** Sets the maximum number of threads. */
  public void size(int size) {
    loop.checkThread("suggestThreadPoolSize");
    if (size < 1) {
      throw new IllegalArgumentException("size must be positive: " + size);
    }
    if (size > threads.getMaximumPoolSize()) {
      threads.setMaximumPoolSize(size);
      threads.setCorePoolSize(size);
    } else {
      threads.setCorePoolSize(size);
      threads.setMaximumPoolSize(size);
    }
  }

  /** Runs a task. What it throws is logged. */
  public void call(Runnable task) {
    loop.checkRequest("callInThread");
    requireNonNull(task, "task");
    PoolTask started = new PoolTask(task, task.getClass(), loop.ledger());
    submit(
        started,
        () -> {
          try {
            started.run();
            return started::end;
          } catch (Throwable error) {
            return () -> {
              started.end();
              Errors.log(started.toString(), error);
            };
          }
        });
  }

  /** Runs a task, and returns its outcome. */
  public <T extends @Nullable Object> Deferred<T> defer(Callable<? extends T> task) {
    loop.checkRequest("deferToThread");
    requireNonNull(task, "task");
    Deferred<T> result = new Deferred<>();
    PoolTask started = new PoolTask(() -> {}, task.getClass(), loop.ledger());
    submit(
        started,
        () -> {
          Runnable delivery = outcome(started, task, result);
          return () -> {
            started.end();
            delivery.run();
          };
        });
    return result;
  }

  /** Ends the threads when they have done what they are doing. */
  public void close() {
    threads.shutdown();
  }

  /** Runs work on a thread, and what it returns on the reactor's. */
  private void submit(PoolTask task, Callable<Runnable> work) {
    task.start();
    threads.execute(
        () -> {
          try {
            loop.handOver(work.call());
          } catch (Exception impossible) {
            throw new AssertionError("the work catches everything; please report this", impossible);
          }
        });
  }

  private static <T extends @Nullable Object> Runnable outcome(
      PoolTask task, Callable<? extends T> code, Deferred<T> result) {
    try {
      T value = code.call();
      if (value instanceof Deferred<?> given) {
        return () ->
            result.errback(
                new IllegalStateException(
                    task
                        + " returned "
                        + given
                        + "; a Deferred belongs to the reactor's thread, return a value"));
      }
      return () -> result.callback(value);
    } catch (Throwable error) {
      return () -> result.errback(error);
    }
  }
}
