// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import static dev.assay.deferred.Results.failure;
import static dev.assay.deferred.Results.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Callbacks that give a Deferred. */
final class DeferringTest {
  private final List<String> trace = new ArrayList<>();
  private final IOException gone = new IOException("gone");

  @Test
  void addDeferring_unfired_waitsAndGoesOnWithItsResult() {
    Deferred<String> inner = new Deferred<>();
    Deferred<String> outer =
        Deferred.succeed(1).addDeferringCallback(v -> inner).addCallback(s -> s + "!");
    assertThat(outer.pauseCount()).isEqualTo(1);
    inner.callback("in");
    assertThat(value(outer)).isEqualTo("in!");
    assertThat(outer.pauseCount()).isZero();
  }

  @Test
  void addDeferring_failing_goesOnWithItsFailure() {
    Deferred<String> inner = new Deferred<>();
    Deferred<String> outer = Deferred.succeed(1).addDeferringCallback(v -> inner);
    inner.errback(gone);
    assertThat(failure(outer)).isSameAs(gone);
  }

  @Test
  void addDeferring_fired_takesItsResultAtOnce() {
    Deferred<String> inner = Deferred.succeed("in");
    Deferred<String> outer = Deferred.succeed(1).addDeferringCallback(v -> inner);
    assertThat(value(outer)).isEqualTo("in");
    assertThat(value(inner)).isNull();
  }

  @Test
  void addDeferring_failedInner_takesTheFailureAndTheInnerIsHandled() {
    Deferred<String> inner = Deferred.fail(gone);
    Deferred<String> outer = Deferred.succeed(1).addDeferringCallback(v -> inner);
    assertThat(failure(outer)).isSameAs(gone);
    assertThat(outer.isUnhandled()).isTrue();
    assertThat(value(inner)).isNull();
    assertThat(inner.isUnhandled()).isFalse();
  }

  @Test
  void addDeferring_pausedInner_waitsForTheUnpause() {
    Deferred<String> inner = Deferred.succeed("in");
    inner.pause();
    Deferred<String> outer = Deferred.succeed(1).addDeferringCallback(v -> inner);
    assertThat(outer.state()).isEqualTo(new DeferredState.Waiting<String>(inner));
    inner.unpause();
    assertThat(value(outer)).isEqualTo("in");
  }

  @Test
  void addDeferring_waitingInner_waitsForTheWholeChain() {
    Deferred<String> innermost = new Deferred<>();
    Deferred<String> inner = Deferred.succeed(1).addDeferringCallback(v -> innermost);
    inner.addCallback(s -> s + ", then inner");
    Deferred<String> outer = Deferred.succeed(1).addDeferringCallback(v -> inner);
    innermost.callback("innermost");
    assertThat(value(outer)).isEqualTo("innermost, then inner");
  }

  @Test
  void inner_callbackAddedAfterTheOuterWaits_takesNull() {
    Deferred<String> inner = new Deferred<>();
    Deferred<String> outer = Deferred.succeed(1).addDeferringCallback(v -> inner);
    outer.addEffect(s -> trace.add("outer " + s));
    inner.addCallback(s -> trace.add("inner " + s));
    inner.callback("in");
    assertThat(trace).containsExactly("outer in", "inner null");
  }

  @Test
  void inner_callbackAddedBeforeTheOuterWaits_givesTheOuterItsResult() {
    Deferred<String> inner = new Deferred<>();
    inner.addCallback(s -> "changed " + s);
    Deferred<String> outer = Deferred.succeed(1).addDeferringCallback(v -> inner);
    inner.callback("in");
    assertThat(value(outer)).isEqualTo("changed in");
  }

  @Test
  void inner_twoOuterOnesWait_firstTakesTheResultAndSecondNull() {
    Deferred<String> inner = new Deferred<>();
    Deferred<String> first = Deferred.succeed(1).addDeferringCallback(v -> inner);
    Deferred<String> second = Deferred.succeed(2).addDeferringCallback(v -> inner);
    inner.callback("in");
    assertThat(value(first)).isEqualTo("in");
    assertThat(value(second)).isNull();
  }

  @Test
  void outer_waitsAgainWhileItsOwnOuterRuns_innermostGoesOnOnlyWhenItIsAskedTo() {
    Deferred<String> inner = new Deferred<>();
    Deferred<String> outer = new Deferred<String>().addDeferringCallback(v -> inner);
    outer.callback("");
    Deferred<String> outermost = Deferred.succeed("").addDeferringCallback(v -> outer);
    Deferred<String> never = new Deferred<>();
    outermost.addEffect(s -> outer.addDeferringCallback(v -> never));
    inner.addBoth(o -> trace.add("inner after the handover"));
    inner.callback("in");
    assertThat(value(outermost)).isEqualTo("in");
    assertThat(trace).isEmpty();
    inner.addBoth(o -> trace.add("one more"));
    assertThat(trace).containsExactly("inner after the handover", "one more");
  }

  @Test
  void twins_eachSide_waits() {
    Deferred<String> inner = new Deferred<>();
    Deferred<String> none = Deferred.succeed("none");
    List<Deferred<String>> outers =
        List.of(
            Deferred.<String>fail(gone).addDeferringErrback(e -> inner),
            Deferred.<String>fail(gone).addDeferringErrback(IOException.class, e -> inner),
            Deferred.succeed(1).addDeferringCallbacks(v -> inner, e -> none),
            Deferred.<Integer>fail(gone).addDeferringCallbacks(v -> none, e -> inner),
            Deferred.succeed(1).addDeferringBoth(o -> inner),
            Deferred.fail(gone).addDeferringBoth(o -> inner));
    assertThat(outers)
        .allMatch(outer -> outer.state().equals(new DeferredState.Waiting<String>(inner)));
    assertThat(value(none)).isEqualTo("none");
  }

  @Test
  void twins_otherSide_passes() {
    assertThat(value(Deferred.succeed("v").addDeferringErrback(e -> note("errback"))))
        .isEqualTo("v");
    assertThat(failure(Deferred.fail(gone).addDeferringCallback(v -> note("callback"))))
        .isSameAs(gone);
    Deferred<String> trapped =
        Deferred.<String>fail(new FileNotFoundException("f"))
            .addDeferringErrback(TimeoutException.class, e -> note("timeout"))
            .addDeferringErrback(IOException.class, e -> Deferred.succeed("io"));
    assertThat(value(trapped)).isEqualTo("io");
    assertThat(trace).isEmpty();
  }

  @Test
  void addCallback_returnsADeferred_failsAndNamesAddDeferring() {
    Deferred<Integer> inner = new Deferred<Integer>().label("inner");
    Deferred<Object> outer = Deferred.succeed(1).addCallback(v -> inner);
    assertThat(failure(outer))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage(
            "a callback, a lambda of DeferringTest, returned Deferred (inner) [unfired];"
                + " to wait for it, add the callback with addDeferringCallback");
    assertThat(inner.isFired()).isFalse();
  }

  @Test
  void plainTwins_returnADeferred_failAndNameAddDeferring() {
    Deferred<Integer> inner = Deferred.succeed(1);
    List<Deferred<Object>> outers =
        List.of(
            Deferred.fail(gone).addErrback(e -> inner),
            Deferred.fail(gone).addCallbacks(v -> v, e -> inner),
            Deferred.succeed(1).addCallbacks(v -> inner, e -> e),
            Deferred.succeed(1).addBoth(o -> inner));
    for (Deferred<Object> outer : outers) {
      assertThat(failure(outer)).hasMessageContaining("add the callback with addDeferringCallback");
    }
    assertThat(value(inner)).isEqualTo(1);
  }

  @Test
  @SuppressWarnings({"unchecked", "rawtypes", "NullAway"})
  void addDeferring_returnsNoDeferred_failsAndNamesAddCallback() {
    Callback plain = v -> "plain";
    Callback nothing = v -> null;
    assertThat(failure(Deferred.succeed(1).addDeferringCallback(plain)))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage(
            "a callback, a lambda of DeferringTest, returned plain, not a Deferred;"
                + " to return a plain result, add it with addCallback");
    assertThat(failure(Deferred.succeed(1).addDeferringCallback(nothing)))
        .hasMessage(
            "a callback, a lambda of DeferringTest, returned null, not a Deferred;"
                + " to return a plain result, add it with addCallback");
  }

  @Test
  void addDeferring_throws_isTheFailure() {
    Deferred<Integer> outer =
        Deferred.succeed(1)
            .addDeferringCallback(
                v -> {
                  throw gone;
                });
    assertThat(failure(outer)).isSameAs(gone);
  }

  @Test
  void addDeferring_innerThatRunsACallback_takesWhatThatCallbackTook() {
    Deferred<Integer> inner = new Deferred<>();
    Deferred<Integer> outer = new Deferred<Integer>().addDeferringCallback(v -> inner);
    inner.addCallback(
        v -> {
          outer.callback(0);
          return v + 1;
        });
    inner.callback(1);
    assertThat(value(outer)).isEqualTo(1);
    assertThat(value(inner)).isEqualTo(2);
  }

  private Deferred<String> note(String line) {
    trace.add(line);
    return Deferred.succeed(line);
  }
}
