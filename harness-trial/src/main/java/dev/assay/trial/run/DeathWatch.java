// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.run;

import dev.assay.pending.Errors;
import java.lang.Thread.UncaughtExceptionHandler;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The handler, as long as trials run, of what threads die of that have none of their own, in
 * whatever group they are and if they are virtual: it reports to the trial that the thread belongs
 * to, and then does what would have been done without it.
 *
 * @since 0.1
 */
public final class DeathWatch implements AutoCloseable {
  private Handler handler = current();

  private DeathWatch() {}

  /** Begins to look; watches at the same time share one handler. */
  public static DeathWatch open() {
    return new DeathWatch();
  }

  private static Handler current() {
    UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    if (before instanceof Handler ours && ours.share()) {
      return ours;
    }
    while (before instanceof Handler left) {
      before = left.before; // somebody has put back what was there in an earlier watch
    }
    Handler handler = new Handler(before);
    Thread.setDefaultUncaughtExceptionHandler(handler);
    return handler;
  }

  /** Looks also in a run that begins a part when somebody has put another handler over this one. */
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
   * Ends the watch; the handler goes with the last one, unless somebody has put another over it.
   */
  @Override
  public synchronized void close() {
    if (handler.leave() && handler.equals(Thread.getDefaultUncaughtExceptionHandler())) {
      Thread.setDefaultUncaughtExceptionHandler(handler.before);
    }
  }

  /** What threads that die are handed to. */
  private static final class Handler implements UncaughtExceptionHandler {
    private final @Nullable UncaughtExceptionHandler before;
    private final AtomicInteger users = new AtomicInteger(1);

    Handler(@Nullable UncaughtExceptionHandler before) {
      this.before = before;
    }

    /** Takes one more user, unless there is none any more. */
    boolean share() {
      return users.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
    }

    /** Lets one user go; returns whether it was the last. */
    boolean leave() {
      return users.decrementAndGet() == 0;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable error) {
      Errors.ofThread(error, null);
      if (before != null) {
        before.uncaughtException(thread, error);
      } else {
        // What a thread group does where there is no handler at all.
        System.err.print("Exception in thread \"" + thread.getName() + "\" ");
        error.printStackTrace(System.err);
      }
    }
  }
}
