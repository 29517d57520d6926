// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.rig;

import static java.util.Objects.requireNonNull;

import dev.assay.contract.subject.ContractSubject;
import dev.assay.deferred.Deferred;
import dev.assay.deferred.Outcome;
import dev.assay.time.DelayedCall;
import dev.assay.time.ReactorTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The tools of a check: its subject, methods that act on the reactor's thread, notes of what
 * happened, and the cleanup at the end.
 *
 * @since 0.1
 */
public final class Rig {
  /** A short time that every clock can distinguish from zero. */
  private static final Duration TICK = Duration.ofMillis(10);

  private static final int TRACED = 20;

  private final ContractSubject subject;
  private final List<String> said = Collections.synchronizedList(new ArrayList<>());
  private final ArrayDeque<String> trace = new ArrayDeque<>();
  private final List<DelayedCall> calls = new ArrayList<>();
  private final IllegalStateException error = new IllegalStateException("thrown by the check");
  private final List<Runnable> cleanups = new ArrayList<>();

  Rig(ContractSubject subject) {
    this.subject = subject;
  }

  /** Returns a number of short times that every clock can distinguish. */
  public static Duration ticks(int count) {
    return TICK.multipliedBy(count);
  }

  /** Returns the subject of the check. */
  public ContractSubject subject() {
    return subject;
  }

  /** Returns the reactor by one of its interfaces. */
  public <F> F reactor(Class<F> face) {
    return face.cast(subject.reactor());
  }

  /** Returns the reactor's clock. */
  public ReactorTime time() {
    return reactor(ReactorTime.class);
  }

  /** Runs code on the reactor's thread. */
  public void run(Code code) {
    get(
        () -> {
          code.run();
          return code;
        });
  }

  /** Returns the result of code that runs on the reactor's thread. */
  public <T extends @Nullable Object> T get(Callable<T> code) {
    AtomicReference<T> given = new AtomicReference<>();
    subject.run(
        () -> {
          try {
            given.set(code.call());
          } catch (RuntimeException e) {
            throw e;
          } catch (Exception e) {
            throw new AssertionError("nothing may be thrown here: " + e, e);
          }
        });
    return given.get();
  }

  /** Asserts that code on the reactor's thread throws an exception of a type, and returns it. */
  public <X extends Throwable> X thrown(Class<X> type, String what, Code code) {
    return get(() -> Expect.thrown(type, what, code));
  }

  /**
   * Drives the reactor until something has happened.
   *
   * @param what a sentence that says what
   */
  public void await(String what, BooleanSupplier condition) {
    if (!subject.await(condition)) {
      throw new AssertionError("this must come true, and did not: " + what);
    }
  }

  /** Drives the reactor until a Deferred has fired, and returns its outcome. */
  public <T extends @Nullable Object> Outcome<T> outcome(String what, Deferred<T> deferred) {
    AtomicReference<@Nullable Outcome<T>> came = new AtomicReference<>();
    run(
        () ->
            deferred.<@Nullable Void>addBoth(
                outcome -> {
                  came.set(outcome);
                  return null;
                }));
    await(what, () -> came.get() != null);
    return requireNonNull(came.get());
  }

  /** Drives the reactor until a Deferred has fired with a value, and returns that. */
  public <T extends @Nullable Object> T value(String what, Deferred<T> deferred) {
    return outcome(what, deferred)
        .fold(
            value -> value,
            error -> {
              throw new AssertionError(what + ": failed with " + error, error);
            });
  }

  /**
   * Drives the reactor until a Deferred has failed with a type of failure, and returns the failure.
   */
  public <X extends Throwable> X failure(Class<X> type, String what, Deferred<?> deferred) {
    Outcome<?> outcome = outcome(what, deferred);
    Object came = outcome instanceof Outcome.Failure<?> failure ? failure.error() : outcome;
    return Expect.isA(type, what, came);
  }

  /** Drives the reactor until its clock has moved by the given time. */
  public void runFor(Duration time) {
    subject.runFor(time);
  }

  /** Drives the reactor until everything under way has happened. */
  public void settle() {
    subject.settle();
  }

  /** Arms a call that is cancelled when the check has ended. */
  public DelayedCall later(Duration delay, Runnable call) {
    return get(
        () -> {
          DelayedCall armed = time().callLater(delay, call);
          calls.add(armed);
          return armed;
        });
  }

  /** Arms a call that only records a text. */
  public DelayedCall sayLater(Duration delay, String text) {
    return later(delay, () -> say(text));
  }

  /** Records a text that the check will ask for. */
  public void say(String text) {
    said.add(text);
    trace(text);
  }

  /** Returns the recorded texts, in order. */
  public List<String> said() {
    return List.copyOf(said);
  }

  /** Returns whether a text was recorded. */
  public boolean hasSaid(String text) {
    return said.contains(text);
  }

  /** Records an event for the text of a failure. */
  public synchronized void trace(String what) {
    if (trace.size() == TRACED) {
      trace.remove();
    }
    trace.add(what);
  }

  /** Returns the last events, as a continuation of a sentence. */
  public synchronized String story() {
    return trace.isEmpty() ? "" : "; what happened: " + String.join(", ", trace);
  }

  /** Returns the error that {@link #raise} throws. */
  public IllegalStateException error() {
    return error;
  }

  /** Throws the error, as faulty user code would. */
  @SuppressWarnings("DoNotCallSuggester")
  public void raise() {
    throw error;
  }

  /** Asserts that exactly these errors were logged, in this order, and forgets them. */
  public void logged(Throwable... expected) {
    Expect.equal("what is logged", List.of(expected), List.copyOf(subject.takeLoggedErrors()));
  }

  /** Adds what must be done when the check has ended, before the logged errors are judged. */
  public void cleanup(Runnable cleanup) {
    cleanups.add(cleanup);
  }

  /**
   * Cleans up, cancels the calls that are armed, and asserts that no unexpected error was logged.
   */
  public void clear() {
    run(() -> calls.stream().filter(DelayedCall::isActive).forEach(DelayedCall::cancel));
    cleanups.forEach(Runnable::run);
    settle();
    List<Throwable> unexpected = subject.takeLoggedErrors();
    if (!unexpected.isEmpty()) {
      throw new AssertionError("nothing may be logged: " + unexpected, unexpected.get(0));
    }
  }
}
