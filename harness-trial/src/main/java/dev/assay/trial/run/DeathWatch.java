// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.run;

import dev.assay.ledger.Errors;
import java.lang.Thread.UncaughtExceptionHandler;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The default handler, while trials run, for uncaught exceptions of threads without their own
 * handler, in any thread group and also virtual. It reports the exception to the trial that the
 * thread belongs to, and then does what would have been done without it.
 *
 * @since 0.1
 */
public final class DeathWatch implements AutoCloseable {
  private Handler handler = current();

  private DeathWatch() {}

  /** Begins a watch; concurrent watches share one handler. */
  public static DeathWatch open() {
    return new DeathWatch();
  }

  private static Handler current() {
    UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    if (before instanceof Handler ours && ours.share()) {
      return ours;
    }
    while (before instanceof Handler left) {
      before = left.before; // other code has restored the handler of an earlier watch
    }
    Handler handler = new Handler(before);
    Thread.setDefaultUncaughtExceptionHandler(handler);
    return handler;
  }

  /** Also watches a run that begins a part after other code has replaced this handler. */
  public void lookAfter(TrialRun run) {
    run.beforeEachPart(this::renew);
  }

  private synchronized void renew() {
    if (!handler.equals(Thread.getDefaultUncaughtExceptionHandler())) {
      Handler covered = handler;
      handler = current();
      covered.leave();
    }
  }

  /**
   * Ends the watch. The handler is removed with the last watch, unless other code has replaced it.
   */
  @Override
  public synchronized void close() {
    if (handler.leave() && handler.equals(Thread.getDefaultUncaughtExceptionHandler())) {
      Thread.setDefaultUncaughtExceptionHandler(handler.before);
    }
  }

  /** The handler for uncaught exceptions. */
  private static final class Handler implements UncaughtExceptionHandler {
    private final @Nullable UncaughtExceptionHandler before;
    private final AtomicInteger users = new AtomicInteger(1);

    Handler(@Nullable UncaughtExceptionHandler before) {
      this.before = before;
    }

    /** Adds a user, unless there are no users any more. */
    boolean share() {
      return users.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
    }

    /** Removes a user; returns whether it was the last. */
    boolean leave() {
      return users.decrementAndGet() == 0;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable error) {
      Errors.ofThread(error, null);
      if (before != null) {
        before.uncaughtException(thread, error);
      } else {
        // This is what a thread group does without any handler.
        System.err.print("Exception in thread \"" + thread.getName() + "\" ");
        error.printStackTrace(System.err);
      }
    }
  }
}
