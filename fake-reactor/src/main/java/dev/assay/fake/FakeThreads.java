// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import static java.util.Objects.requireNonNull;

import dev.assay.call.CallSite;
import dev.assay.deferred.Deferred;
import dev.assay.fake.event.Phase;
import dev.assay.fake.network.Host;
import dev.assay.fake.network.Network;
import dev.assay.fake.timeline.Event;
import dev.assay.fake.timeline.Timeline;
import dev.assay.ledger.Display;
import dev.assay.reactor.rules.PoolTask;
import java.util.ArrayDeque;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The thread pool of a host, without threads. Each task that has been given a thread runs in its
 * own event, and tasks in progress at the same time may run in any order.
 */
final class FakeThreads {
  private static final int DEFAULT_SIZE = 10;

  /** The advice for code in a task that makes a request of the reactor. */
  private static final String STANDS_STILL =
      "no other thread runs it, and the reactor does not proceed until it returns";

  private final Host host;
  private final Network network;
  private final Timeline timeline;
  private final ArrayDeque<PoolTask> waiting = new ArrayDeque<>();
  private int size = DEFAULT_SIZE;
  private int underWay;
  private @Nullable PoolTask running;

  FakeThreads(Network network, Host host) {
    this.host = host;
    this.network = network;
    this.timeline = network.timeline();
  }

  void size(int threads) {
    network.checkThread("suggestThreadPoolSize");
    if (threads < 1) {
      throw new IllegalArgumentException("size must be positive: " + threads);
    }
    size = threads;
    startThoseThatCan();
  }

  void call(Runnable task) {
    network.checkRequest("callInThread");
    requireNonNull(task, "task");
    enqueue(new PoolTask(task, task.getClass(), network.ledger()));
  }

  <T extends @Nullable Object> Deferred<T> defer(Callable<? extends T> task) {
    network.checkRequest("deferToThread");
    requireNonNull(task, "task");
    Deferred<T> result = new Deferred<>();
    enqueue(new PoolTask(() -> run(task, result), task.getClass(), network.ledger()));
    return result;
  }

  /** Hands a call over from any thread to the reactor's thread. */
  void callBack(Runnable call) {
    requireNonNull(call, "call");
    CallSite origin = timeline.origin();
    PoolTask task = timeline.isOwnThread() ? running : null;
    Thread thread = Thread.currentThread();
    String name = task == null ? "thread " + thread.getName() : task.toString();
    String where = origin == null ? ", " + Display.ofCode(call.getClass()) : " at " + origin.site();
    Object lane = task == null ? thread : task;
    timeline.handOver(call, () -> handedOver(call, name + where, lane));
  }

  private void handedOver(Runnable call, String subject, Object lane) {
    network.trace(host, "handedOver", subject, "");
    fromThread(
        new Event(
            "call from",
            subject,
            () -> {
              network.trace(host, "threadCall", subject, "");
              call.run();
            },
            lane));
  }

  /** Runs an event in the phase for calls handed over by other threads. */
  private void fromThread(Event event) {
    timeline.happen(Phase.THREAD_CALLS, timeline.nanos(), event);
  }

  private void enqueue(PoolTask task) {
    network.trace(host, "taskRequested", task, "");
    waiting.add(task);
    startThoseThatCan();
  }

  private void startThoseThatCan() {
    while (underWay < size && !waiting.isEmpty()) {
      PoolTask task = waiting.remove();
      underWay++;
      task.start();
      network.soon(new Event("run of", task, () -> run(task)).advising(STANDS_STILL));
    }
  }

  private void run(PoolTask task) {
    network.trace(host, "taskStarted", task, "");
    running = task;
    try {
      task.run();
    } finally {
      task.end();
      running = null;
      network.trace(host, "taskEnded", task, "");
      underWay--;
      startThoseThatCan();
    }
  }

  private <T extends @Nullable Object> void run(Callable<? extends T> task, Deferred<T> result) {
    PoolTask current = running;
    Runnable delivery;
    try {
      T value = task.call();
      delivery =
          value instanceof Deferred<?> other
              ? () -> result.errback(givesDeferred(current, other))
              : () -> result.callback(value);
    } catch (Throwable error) {
      delivery = () -> result.errback(error);
    }
    fromThread(new Event("result of", String.valueOf(current), delivery, current));
  }

  private static IllegalStateException givesDeferred(@Nullable PoolTask task, Deferred<?> given) {
    return new IllegalStateException(
        task
            + " returned "
            + given
            + "; a Deferred belongs to the reactor's thread, return a value");
  }
}
