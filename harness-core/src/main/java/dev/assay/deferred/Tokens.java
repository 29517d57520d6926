// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import dev.assay.ledger.Belonging;
import dev.assay.ledger.Ledger;
import dev.assay.pending.Remedy;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The base of lock and semaphore: a number of tokens that are acquired and released, and a queue of
 * waiters, first come, first served. A lock has one token.
 *
 * @param <S> the public type, which an acquire returns
 */
abstract sealed class Tokens<S extends Tokens<S>> permits DeferredLock, DeferredSemaphore {
  /**
   * The maximum depth of releases that nest, each in a callback of the holder that the one before
   * served. A deeper release leaves its token to the outer ones, so the stack is limited and the
   * number of waiters is not.
   */
  private static final int DEEPEST = 64;

  private final int limit;

  /** The waiters, in order, each with the record for its token. */
  private final LinkedHashMap<Deferred<S>, @Nullable TokenRecord> waiting = new LinkedHashMap<>();

  private final Canceller<S> withdrawal = new Withdrawal();

  /** The held tokens that a trial has a record of. */
  private final Holders holders = new Holders();

  private final @Nullable Belonging whose = Belonging.of(this);
  private int free;
  private int nested;

  /** The trial that used this last. */
  private @Nullable Ledger user;

  private @Nullable String label;

  Tokens(int limit) {
    this.limit = limit;
    this.free = limit;
  }

  /**
   * Returns a Deferred that fires with this when the caller holds it: at once if it is free, and
   * otherwise in turn. Cancelling the Deferred gives up the turn; once it has fired, cancelling has
   * no effect.
   */
  public final Deferred<S> acquire() {
    Belonging.check(whose, "acquire");
    return request(newRecord(false));
  }

  /**
   * Returns what was acquired. It goes to the waiter that has waited longest, before this method
   * returns. Releases that nest very deeply in each other's callbacks leave that to the outer ones.
   *
   * @throws IllegalStateException if this is not held
   */
  public final void release() {
    Belonging.check(whose, "release");
    forgetEnded();
    holders.release(limit - free > holders.count());
    giveBack();
  }

  /**
   * Acquires this, makes a call and releases this, whatever the outcome. The returned Deferred
   * fires with the outcome of the call.
   */
  public final <T extends @Nullable Object> Deferred<T> run(Callable<? extends T> call) {
    Belonging.check(whose, "acquire");
    TokenRecord record = newRecord(true);
    return request(record).addCallback(self -> end(record, outcomeOf(call)));
  }

  /**
   * Acquires this, makes a call, and releases this when the Deferred that the call returns has a
   * result. The returned Deferred fires with that result.
   */
  public final <T extends @Nullable Object> Deferred<T> runDeferring(
      Callable<? extends Deferred<T>> call) {
    Belonging.check(whose, "acquire");
    TokenRecord record = newRecord(true);
    return request(record)
        .addDeferringCallback(
            self -> Deferreds.maybeDeferred(call).addBoth(outcome -> end(record, outcome)));
  }

  /** Returns the number of acquires that wait. */
  public final int waiting() {
    forgetEnded();
    return waiting.size();
  }

  /** Sets a name for reports, and returns this. */
  public final S label(String label) {
    this.label = label;
    return self();
  }

  /** Returns name and state, such as {@code DeferredLock (database) [locked, 2 waiting]}. */
  @Override
  public final String toString() {
    String queue = waiting.isEmpty() ? "" : ", " + waiting.size() + " waiting";
    return name() + " [" + state() + queue + "]";
  }

  final int free() {
    forgetEnded();
    return free;
  }

  final int capacity() {
    return limit;
  }

  final String name() {
    String type = getClass().getSimpleName();
    return label == null ? type : type + " (" + label + ")";
  }

  abstract S self();

  /** Returns a short text of what is free and what is held. */
  abstract String state();

  private Deferred<S> request(@Nullable TokenRecord record) {
    forgetEnded();
    Deferred<S> acquired = new Deferred<>(withdrawal);
    if (record != null) {
      record.ofAcquire(acquired);
    }
    if (free > 0 && waiting.isEmpty()) {
      grant(acquired, record);
    } else {
      waiting.put(acquired, record);
      if (record != null) {
        acquired.label("acquire of " + name());
      }
      serve();
    }
    return acquired;
  }

  private void grant(Deferred<S> acquired, @Nullable TokenRecord record) {
    free--;
    if (record != null) {
      holders.add(record);
    }
    acquired.callback(self());
  }

  private void giveBack() {
    if (free == limit) {
      throw new IllegalStateException(
          this + " is not held; release() needs an acquire() before it");
    }
    free++;
    serve();
  }

  /**
   * Takes back tokens held by trials that have ended, and drops their waiters, when another trial
   * uses this: one trial's leftovers must not make the next one fail.
   */
  private void forgetEnded() {
    Ledger current = Ledger.current();
    if (current != user) {
      user = current;
      free += holders.forgetEnded();
      waiting.keySet().removeIf(WatchedChain::isOfEndedTrial);
    }
  }

  /** Passes free tokens to waiters. */
  private void serve() {
    if (nested == DEEPEST) {
      return;
    }
    nested++;
    try {
      while (free > 0 && !waiting.isEmpty()) {
        Iterator<Map.Entry<Deferred<S>, @Nullable TokenRecord>> inTurn =
            waiting.entrySet().iterator();
        Map.Entry<Deferred<S>, @Nullable TokenRecord> first = inTurn.next();
        inTurn.remove();
        grant(first.getKey(), first.getValue());
      }
    } finally {
      nested--;
    }
  }

  /** Returns the token of a run, and returns the outcome of its call. */
  private <T extends @Nullable Object> T end(@Nullable TokenRecord record, Outcome<T> outcome)
      throws Throwable {
    try {
      if (record == null || holders.remove(record)) {
        giveBack();
      }
    } catch (IllegalStateException e) {
      if (outcome instanceof Outcome.Failure<T> failure) {
        e.addSuppressed(failure.error());
      }
      throw e;
    }
    return outcome.get();
  }

  private static <T extends @Nullable Object> Outcome<T> outcomeOf(Callable<? extends T> call) {
    try {
      T value = call.call();
      if (value instanceof Deferred<?> deferred) {
        throw new IllegalStateException(
            "the call passed to run() returned " + deferred + "; to wait for it, use runDeferring");
      }
      return new Outcome.Success<>(value);
    } catch (Throwable error) {
      return new Outcome.Failure<>(error);
    }
  }

  private @Nullable TokenRecord newRecord(boolean ofRun) {
    Ledger ledger = Ledger.current();
    if (ledger == null) {
      return null;
    }
    TokenRecord record = new TokenRecord(ledger, this, ofRun);
    if (label != null) {
      record.label(label);
    }
    return record;
  }

  /**
   * The canceller of an acquire: it gives up the turn, and describes what the acquire waits for.
   */
  private final class Withdrawal implements Turn<S> {
    @Override
    public void cancel(Deferred<S> deferred) {
      waiting.remove(deferred);
    }

    @Override
    public String waitsFor() {
      String who = holders.toString();
      return "waits for " + Tokens.this + (who.isEmpty() ? "" : ", " + who);
    }

    @Override
    public Remedy remedy() {
      return new Remedy(
          "the code that holds it does not release it",
          "release it on every path, or use run(...), which does; or cancel the acquire");
    }
  }
}
