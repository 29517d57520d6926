// SPDX-License-Identifier: Apache-2.0
package dev.assay.netty.thread;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A factory of threads that do not keep the process alive.
 *
 * @since 0.1
 */
public final class DaemonThreads implements ThreadFactory {
  private final AtomicInteger made = new AtomicInteger();
  private final String name;

  /** Creates a factory whose threads have this name and a number. */
  public DaemonThreads(String name) {
    this.name = name;
  }

  @Override
  public Thread newThread(Runnable work) {
    Thread thread = new Thread(work, name + " " + made.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }
}
