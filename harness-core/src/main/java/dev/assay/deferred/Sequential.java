// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import dev.assay.ledger.CurrentWork;
import dev.assay.ledger.Errors;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.Sneaky;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A chain written as straight-line code: it waits for Deferreds with {@link #await}, and catches
 * their failures with {@code catch}.
 *
 * <pre>{@code
 * Deferred<Integer> size = Sequential.run(line -> {
 *   var page = line.await(fetch(url));
 *   return page.size();
 * });
 * }</pre>
 *
 * <p>The body has its own thread, a virtual one on JDK 21 and later. It runs only while the thread
 * that started it, or that fired what it awaits, is stopped: one thing runs at a time, in the same
 * order every time. Before JDK 24, do not await inside {@code synchronized}, as this pins the
 * thread.
 *
 * <p>Cancelling the body's Deferred cancels what it awaits. The body may catch the {@link
 * java.util.concurrent.CancellationException} and continue. A body that still waits when its trial
 * ends is reported as left pending, and is then unwound: its {@code finally} blocks run, and its
 * Deferred never fires.
 *
 * @since 0.1
 */
public final class Sequential {
  /**
   * The number of times an abandoned body may catch the error that unwinds it. It is then left as
   * it is.
   */
  private static final int MOST_REFUSALS = 10_000;

  private final @Nullable Ledger ledger = Ledger.current();
  private final Thread original = CurrentWork.thread();
  private final BodyThread bodyThread;
  private final Deferred<?> result;

  /** The Deferred that the body waits for; null while it runs. */
  private @Nullable Deferred<?> awaited;

  private @Nullable Outcome<?> arrived;

  /** The firing of the body's Deferred, once the body has ended. */
  private @Nullable FiringRequest ending;

  private boolean cancelRequested;

  /** The ledger's action on a body that still waits when the trial ends. */
  private Ledger.@Nullable Binding atClose;

  private boolean abandoned;
  private int refusals;

  private <T extends @Nullable Object> Sequential(
      Callback<? super Sequential, ? extends T> body, Deferred<T> result) {
    this.result = result;
    bodyThread = new BodyThread(() -> runBound(body));
  }

  /**
   * Runs a body until it first waits or ends, and returns the Deferred with its result. What the
   * body throws is that Deferred's failure.
   */
  public static <T extends @Nullable Object> Deferred<T> run(
      Callback<? super Sequential, ? extends T> body) {
    AtomicReference<@Nullable Sequential> running = new AtomicReference<>();
    Deferred<T> result =
        new Deferred<>(
            Cancellation.asking(() -> awaitedBy(running.get()), () -> toCancel(running.get())));
    Sequential line = new Sequential(body, result);
    running.setPlain(line);
    FiringRequest ending = line.resumeBody();
    if (ending != null) {
      result.fire(ending.first());
    }
    return result;
  }

  /**
   * Waits until a Deferred has a result, and returns its value or throws its failure. The result
   * stays in the Deferred, so others may await it, and a failure counts as handled.
   *
   * @throws IllegalStateException outside the body that this was passed to, or if the Deferred
   *     waits for this body to end
   */
  @SuppressWarnings("unchecked")
  public <T extends @Nullable Object> T await(Deferred<T> deferred) throws Exception {
    if (!bodyThread.isCurrent()) {
      throw new IllegalStateException(
          "await() works only in the body that it was passed to, not on thread "
              + Thread.currentThread().getName());
    }
    if (deferred.waitsFor(result)) {
      throw Messages.bodyAwaitsItself(result, deferred);
    }
    arrived = null;
    deferred.observe(this::arrive);
    if (arrived == null && cancelRequested) {
      cancelRequested = false;
      deferred.cancel();
    }
    Outcome<?> outcome = arrived == null ? waitFor(deferred) : arrived;
    if (outcome instanceof Outcome.Failure<?> failure) {
      throw Sneaky.raise(failure.error());
    }
    return ((Outcome.Success<T>) outcome).value();
  }

  private Outcome<?> waitFor(Deferred<?> deferred) {
    if (ledger != null && atClose == null) {
      atClose = ledger.onClose(this::abandon);
    }
    if (!abandoned || ++refusals > MOST_REFUSALS) {
      awaited = deferred;
      bodyThread.yieldTurn();
    }
    if (abandoned || arrived == null) {
      throw new Abandoned();
    }
    return arrived;
  }

  /** Stores the outcome of what the body awaits and, if the body is waiting, runs it. */
  private @Nullable FiringRequest arrive(Outcome<?> outcome) {
    arrived = outcome;
    return awaited == null ? null : resumeBody();
  }

  /**
   * Runs the body until it waits or ends. The caller, on the reactor's thread, then fires its
   * Deferred.
   */
  private @Nullable FiringRequest resumeBody() {
    awaited = null;
    bodyThread.run(ledger);
    FiringRequest end = ending;
    ending = null;
    return end;
  }

  /** Returns the Deferred that a body awaits, if any. */
  private static List<Deferred<?>> awaitedBy(@Nullable Sequential line) {
    return line == null || line.awaited == null ? List.of() : List.of(line.awaited);
  }

  /**
   * Returns the Deferred that a body awaits. A body that runs is asked to cancel what it awaits
   * next.
   */
  private static List<Deferred<?>> toCancel(@Nullable Sequential line) {
    if (line != null && line.awaited == null) {
      line.cancelRequested = true;
    }
    return awaitedBy(line);
  }

  private void abandon() {
    abandoned = true;
    if (awaited != null) {
      resumeBody();
    }
  }

  private void runBound(Callback<? super Sequential, ?> body) {
    Ledger.Binding binding = CurrentWork.actFor(original, ledger, bodyThread::doThere);
    try {
      runToEnd(body);
    } finally {
      binding.close();
    }
  }

  private void runToEnd(Callback<? super Sequential, ?> body) {
    Object end;
    try {
      end = body.call(this);
      if (end instanceof Deferred<?> other) {
        throw Messages.firedWithDeferred(result, other);
      }
    } catch (Throwable error) {
      end = new Failed(error);
      if (abandoned && (!(error instanceof Abandoned) || error.getSuppressed().length > 0)) {
        Errors.log("body of " + result.name(), error);
      }
    }
    if (atClose != null) {
      atClose.close();
    }
    ending = abandoned ? null : new FiringRequest(result, end);
  }

  /** The error that unwinds a body whose trial has ended. */
  private static final class Abandoned extends Error {
    private static final long serialVersionUID = 1L;

    Abandoned() {
      super("the trial has ended while this waited", null, true, false);
    }
  }
}
