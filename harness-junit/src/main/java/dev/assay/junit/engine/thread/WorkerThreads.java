// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine.thread;

import dev.assay.junit.run.LateErrors;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The worker threads that are free, and new ones when none is.
 *
 * @since 0.1
 */
public final class WorkerThreads {
  private final Deque<WorkerThread> free = new ArrayDeque<>();
  private final List<WorkerThread> borrowed = new ArrayList<>();
  private final LateErrors late;
  private int made;

  /**
   * Makes a pool without threads.
   *
   * @param late collects what threads of trials do after the end of their trials
   */
  public WorkerThreads(LateErrors late) {
    this.late = late;
  }

  /** Returns a thread that no other caller uses until it is given back. */
  public synchronized WorkerThread borrow() {
    @Nullable WorkerThread worker = free.poll();
    WorkerThread lent = worker == null ? new WorkerThread(++made, late) : worker;
    borrowed.add(lent);
    return lent;
  }

  /** Takes a thread back; one that was abandoned, or whose group has others, is closed. */
  public synchronized void giveBack(WorkerThread worker) {
    borrowed.remove(worker);
    if (worker.isReusable()) {
      free.push(worker);
    } else {
      worker.close();
    }
  }

  /** Returns the threads that are in use. */
  synchronized List<WorkerThread> borrowed() {
    return List.copyOf(borrowed);
  }

  /** Ends the threads that are free. */
  public synchronized void close() {
    free.forEach(WorkerThread::close);
    free.clear();
  }
}
