// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import java.util.concurrent.ThreadFactory;

/** Virtual threads where the JDK has such, since 21, and any others before. */
final class LightThread {
  private LightThread() {}

  /** Returns what makes such threads. */
  static ThreadFactory factory() {
    try {
      Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
      Class<?> type = Class.forName("java.lang.Thread$Builder");
      return (ThreadFactory) type.getMethod("factory").invoke(builder);
    } catch (ReflectiveOperationException before21) {
      return Thread::new;
    }
  }

  /** Starts such a thread. */
  static Thread start(Runnable work) {
    Thread thread = factory().newThread(work);
    thread.start();
    return thread;
  }
}
