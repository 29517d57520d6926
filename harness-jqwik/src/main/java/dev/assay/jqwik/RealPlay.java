// SPDX-License-Identifier: Apache-2.0
package dev.assay.jqwik;

import dev.assay.deferred.Callback;
import dev.assay.deferred.Deferred;
import dev.assay.deferred.DeferredState;
import dev.assay.deferred.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A chain that is played on a Deferred. */
final class RealPlay<T extends @Nullable Object> extends ChainPlay {
  private final List<Deferred<T>> deferreds = new ArrayList<>();
  private final Function<? super String, ? extends T> values;

  RealPlay(
      CallbackChain chain, Deferred<T> deferred, Function<? super String, ? extends T> values) {
    super(chain);
    this.values = values;
    deferreds.add(deferred);
    for (int i = 1; i < ChainText.NAMES.size(); i++) {
      deferreds.add(make(i, chain.cancellers().get(i - 1)).label(ChainText.NAMES.get(i)));
    }
  }

  private Deferred<T> make(int number, Cancels how) {
    if (how == Cancels.NOT) {
      return new Deferred<>();
    }
    return new Deferred<>(
        deferred -> {
          cancelling(number);
          if (how == Cancels.WITH_A_VALUE) {
            deferred.callback(values.apply("stopped"));
          } else if (how == Cancels.WITH_AN_ERROR) {
            deferred.errback(new IOException("stopped"));
          }
        });
  }

  @Override
  void addLevel(Step.Add add) {
    Deferred<T> deferred = deferreds.get(add.on());
    if (add.defers()) {
      addDeferring(deferred, add);
      return;
    }
    Callback<T, T> onValue = value -> plain(add, new Outcome.Success<>(value));
    Callback<Throwable, T> onError = error -> plain(add, new Outcome.Failure<>(error));
    var unused =
        switch (add.level()) {
          case CALLBACK -> deferred.addCallback(onValue);
          case ERRBACK -> deferred.addErrback(onError);
          case BOTH -> deferred.<T>addBoth(outcome -> plain(add, outcome));
          case CALLBACKS -> deferred.addCallbacks(onValue, onError);
        };
  }

  private void addDeferring(Deferred<T> deferred, Step.Add add) {
    Callback<T, Deferred<T>> onValue = value -> deferring(add, new Outcome.Success<>(value));
    Callback<Throwable, Deferred<T>> onError =
        error -> deferring(add, new Outcome.Failure<>(error));
    var unused =
        switch (add.level()) {
          case CALLBACK -> deferred.addDeferringCallback(onValue);
          case ERRBACK -> deferred.addDeferringErrback(onError);
          case BOTH -> deferred.<T>addDeferringBoth(outcome -> deferring(add, outcome));
          case CALLBACKS -> deferred.addDeferringCallbacks(onValue, onError);
        };
  }

  private T plain(Step.Add add, Outcome<T> outcome) throws Throwable {
    Step.Function function = enter(add, outcome);
    return switch (function.end()) {
      case RETURN -> values.apply(function.name());
      case THROW -> throw new IOException(function.name());
      default -> outcome.get();
    };
  }

  private Deferred<T> deferring(Step.Add add, Outcome<T> outcome) throws Throwable {
    if (function(add, outcome).end() == Step.End.WAIT) {
      return deferreds.get(enter(add, outcome).waitsFor());
    }
    return Deferred.succeed(plain(add, outcome));
  }

  private Step.Function enter(Step.Add add, Outcome<T> outcome) {
    reached(add, text(outcome));
    Step.Function function = function(add, outcome);
    playInside(function);
    return function;
  }

  private static Step.Function function(Step.Add add, Outcome<?> outcome) {
    return add.functionFor(outcome instanceof Outcome.Failure);
  }

  private static String text(Outcome<?> outcome) {
    return outcome.fold(value -> "value " + value, error -> "failure " + kind(error));
  }

  @Override
  void addLast(int on) {
    var unused =
        deferreds
            .get(on)
            .<@Nullable Object>addBoth(
                outcome -> {
                  ended(on, text(outcome));
                  return outcome instanceof Outcome.Success<T> success ? success.value() : null;
                });
  }

  @Override
  void fire(int on, boolean fails, String name) {
    if (fails) {
      deferreds.get(on).errback(new IOException(name));
    } else {
      deferreds.get(on).callback(values.apply(name));
    }
  }

  @Override
  void cancel(int on) {
    deferreds.get(on).cancel();
  }

  @Override
  void pause(int on) {
    deferreds.get(on).pause();
  }

  @Override
  void unpause(int on) {
    deferreds.get(on).unpause();
  }

  @Override
  void chainTo(int from, int to) {
    deferreds.get(from).chainDeferred(deferreds.get(to));
  }

  @Override
  boolean isUnfired(int on) {
    return !deferreds.get(on).isFired();
  }

  @Override
  List<String> states() {
    return deferreds.stream().map(d -> state(result(d), d.pauseCount(), d.isUnhandled())).toList();
  }

  private String result(Deferred<T> deferred) {
    DeferredState<T> state = deferred.state();
    if (state instanceof DeferredState.Waiting<T> waiting) {
      return "waits for " + ChainText.NAMES.get(deferreds.indexOf(waiting.on()));
    }
    return state instanceof Outcome<T> outcome ? text(outcome) : "unfired";
  }
}
