// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Programs played on our Deferreds. */
final class RealWorld extends World {
  private final List<Deferred<@Nullable String>> deferreds;

  RealWorld(List<Cancels> cancellers) {
    deferreds =
        IntStream.range(0, cancellers.size()).mapToObj(i -> make(i, cancellers.get(i))).toList();
  }

  /** What a Deferred's canceller does. */
  enum Cancels {
    NONE,
    QUIETLY,
    WITH_A_VALUE,
    WITH_A_FAILURE
  }

  /** An error of a program. */
  static final class Thrown extends Exception {
    private static final long serialVersionUID = 1L;

    Thrown(String name) {
      super(name, null, false, false);
    }
  }

  private Deferred<@Nullable String> make(int number, Cancels how) {
    if (how == Cancels.NONE) {
      return new Deferred<>();
    }
    return new Deferred<>(
        deferred -> {
          cancelling(number);
          if (how == Cancels.WITH_A_VALUE) {
            deferred.callback("stopped");
          } else if (how == Cancels.WITH_A_FAILURE) {
            deferred.errback(new Thrown("stopped"));
          }
        });
  }

  Deferred<@Nullable String> get(int number) {
    return deferreds.get(number);
  }

  @Override
  void add(int on, int level, Step.@Nullable Function callback, Step.@Nullable Function errback) {
    Deferred<@Nullable String> deferred = deferreds.get(on);
    boolean waits = waits(callback) || waits(errback);
    Callback<@Nullable String, @Nullable String> plain = v -> plain(on, level, callback, v);
    Callback<Throwable, @Nullable String> plainErrback = e -> plain(on, level, errback, e);
    Callback<@Nullable String, Deferred<@Nullable String>> waiting =
        v -> deferring(on, level, callback, v);
    Callback<Throwable, Deferred<@Nullable String>> waitingErrback =
        e -> deferring(on, level, errback, e);
    if (errback == null) {
      var unused = waits ? deferred.addDeferringCallback(waiting) : deferred.addCallback(plain);
    } else if (callback == null) {
      var unused =
          waits ? deferred.addDeferringErrback(waitingErrback) : deferred.addErrback(plainErrback);
    } else {
      var unused =
          waits
              ? deferred.addDeferringCallbacks(waiting, waitingErrback)
              : deferred.addCallbacks(plain, plainErrback);
    }
  }

  private static boolean waits(Step.@Nullable Function function) {
    return function != null && function.end() instanceof Step.Wait;
  }

  private @Nullable String plain(
      int on, int level, Step.@Nullable Function function, @Nullable Object in) throws Throwable {
    ran(on, level, text(in));
    if (function == null) {
      throw new AssertionError("a side that is not there ran");
    }
    play(function.inside());
    if (function.end() instanceof Step.Return returned) {
      return returned.value();
    } else if (function.end() instanceof Step.Throw thrown) {
      throw new Thrown(thrown.error());
    } else if (in instanceof Throwable error) {
      throw error;
    }
    return (String) in;
  }

  private Deferred<@Nullable String> deferring(
      int on, int level, Step.@Nullable Function function, @Nullable Object in) throws Throwable {
    if (function != null && function.end() instanceof Step.Wait wait) {
      ran(on, level, text(in));
      play(function.inside());
      return deferreds.get(wait.on());
    }
    return Deferred.<@Nullable String>succeed(plain(on, level, function, in));
  }

  private static String text(@Nullable Object in) {
    return in instanceof Throwable error ? "failure " + kind(error) : "value " + in;
  }

  @Override
  void callback(int on, String value) {
    deferreds.get(on).callback(value);
  }

  @Override
  void errback(int on, String error) {
    deferreds.get(on).errback(new Thrown(error));
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
  void chain(int from, int to) {
    deferreds.get(from).chainDeferred(deferreds.get(to));
  }

  @Override
  List<String> states() {
    return deferreds.stream().map(d -> state(result(d), d.pauseCount(), d.isUnhandled())).toList();
  }

  private String result(Deferred<@Nullable String> deferred) {
    DeferredState<@Nullable String> state = deferred.state();
    if (state instanceof DeferredState.Waiting<@Nullable String> waiting) {
      return "waits for d" + deferreds.indexOf(waiting.on());
    } else if (state instanceof Outcome.Success<@Nullable String> success) {
      return text(success.value());
    } else if (state instanceof Outcome.Failure<@Nullable String> failure) {
      return text(failure.error());
    }
    return "unfired";
  }
}
