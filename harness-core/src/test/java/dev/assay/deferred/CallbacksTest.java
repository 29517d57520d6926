// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import static dev.assay.deferred.Results.failure;
import static dev.assay.deferred.Results.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The levels of one chain. */
final class CallbacksTest {
  private final List<String> trace = new ArrayList<>();
  private final IOException gone = new IOException("gone");

  @Test
  void addCallback_anyLevel_returnsTheSameObject() {
    Deferred<Integer> deferred = new Deferred<>();
    assertThat(
            List.<Object>of(
                deferred.addCallback(v -> v),
                deferred.addErrback(e -> 0),
                deferred.addErrback(IOException.class, e -> 0),
                deferred.addCallbacks(v -> v, e -> 0),
                deferred.addBoth(Outcome::get),
                deferred.addEffect(v -> {}),
                deferred.addDeferringCallback(Deferred::succeed),
                deferred.addDeferringErrback(e -> Deferred.succeed(0)),
                deferred.addDeferringErrback(IOException.class, e -> Deferred.succeed(0)),
                deferred.addDeferringCallbacks(Deferred::succeed, e -> Deferred.succeed(0)),
                deferred.addDeferringBoth(o -> Deferred.succeed(0)),
                deferred.label("name")))
        .allMatch(returned -> returned == deferred);
  }

  @Test
  void callbacks_value_eachTakesWhatTheOneBeforeGave() {
    Deferred<Integer> deferred = new Deferred<>();
    Deferred<String> end = deferred.addCallback(v -> v + 1).addCallback(v -> "got " + v);
    assertThat(end.isFired()).isFalse();
    deferred.callback(1);
    assertThat(value(end)).isEqualTo("got 2");
  }

  @Test
  void addCallback_alreadyFired_runsBeforeItReturns() {
    Deferred.succeed(1).addCallback(v -> trace.add("took " + v));
    assertThat(trace).containsExactly("took 1");
  }

  @Test
  void errback_value_passes() {
    assertThat(value(Deferred.succeed(1).addErrback(e -> 2))).isEqualTo(1);
  }

  @Test
  void callback_failure_passes() {
    assertThat(failure(Deferred.<Integer>fail(gone).addCallback(v -> v + 1))).isSameAs(gone);
  }

  @Test
  void callback_throws_nextErrbackTakesWhatWasThrown() {
    Deferred<Integer> deferred = Deferred.succeed(1).addCallback(this::fails);
    assertThat(failure(deferred)).isSameAs(gone);
    assertThat(value(deferred.addErrback(e -> note(e.toString(), 7)))).isEqualTo(7);
    assertThat(trace).containsExactly("java.io.IOException: gone");
  }

  @Test
  void addCallbacks_callbackThrows_errbackOfThatLevelDoesNotSeeIt() {
    Deferred<Integer> deferred =
        Deferred.succeed(1)
            .addCallbacks(this::fails, e -> note("same level", 2))
            .addErrback(e -> note("next level", 3));
    assertThat(value(deferred)).isEqualTo(3);
    assertThat(trace).containsExactly("next level");
  }

  @Test
  void addCallbacks_errbackThrows_nextErrbackTakesWhatWasThrown() {
    IllegalStateException second = new IllegalStateException("second");
    Deferred<Integer> deferred =
        Deferred.<Integer>fail(gone)
            .addCallbacks(
                v -> v,
                e -> {
                  throw second;
                });
    assertThat(failure(deferred)).isSameAs(second);
  }

  @Test
  void errback_returnsValue_nextCallbackTakesIt() {
    Deferred<Integer> deferred = Deferred.<Integer>fail(gone).addErrback(e -> 2);
    assertThat(value(deferred.addCallback(v -> v + 1))).isEqualTo(3);
  }

  @Test
  void addBoth_valueOrFailure_takesTheOutcome() {
    assertThat(value(Deferred.succeed(1).addBoth(Object::toString))).isEqualTo("Success[value=1]");
    assertThat(value(Deferred.fail(gone).addBoth(Object::toString)))
        .isEqualTo("Failure[error=java.io.IOException: gone]");
  }

  @Test
  void addBoth_outcomeGet_givesValueOrThrowsTheFailureItself() {
    assertThat(value(Deferred.succeed(1).addBoth(Outcome::get))).isEqualTo(1);
    assertThat(failure(Deferred.fail(gone).addBoth(Outcome::get))).isSameAs(gone);
  }

  @Test
  void addEffect_value_passesUnlessTheEffectThrows() {
    assertThat(value(Deferred.succeed(1).addEffect(v -> trace.add("saw " + v)))).isEqualTo(1);
    assertThat(trace).containsExactly("saw 1");
    assertThat(failure(Deferred.succeed(1).addEffect(this::fails))).isSameAs(gone);
  }

  @Test
  void addErrback_ofType_takesThatTypeAndItsSubtypesOnly() {
    Deferred<String> trapped =
        Deferred.<String>fail(new FileNotFoundException("f"))
            .addErrback(TimeoutException.class, e -> "timeout")
            .addErrback(IOException.class, e -> "io " + e.getMessage())
            .addErrback(Throwable.class, e -> "any");
    assertThat(value(trapped)).isEqualTo("io f");
  }

  @Test
  void addErrback_ofOtherType_leavesTheFailureUnhandled() {
    Deferred<String> deferred = Deferred.fail(gone);
    deferred.addErrback(TimeoutException.class, e -> "timeout");
    assertThat(failure(deferred)).isSameAs(gone);
    assertThat(deferred.isUnhandled()).isTrue();
  }

  @Test
  void callback_throwsAnyThrowable_itIsTheFailure() {
    for (Throwable thrown :
        List.of(new StackOverflowError(), new AssertionError("no"), new InterruptedException())) {
      Deferred<Object> deferred =
          Deferred.succeed(1)
              .addCallback(
                  v -> {
                    throw thrown;
                  });
      assertThat(failure(deferred)).isSameAs(thrown);
    }
  }

  @Test
  void callback_endlessRecursion_isAFailureAndTheChainGoesOn() {
    Deferred<String> deferred =
        Deferred.succeed(1)
            .addCallback(CallbacksTest::recurse)
            .addErrback(StackOverflowError.class, e -> 0)
            .addCallback(v -> "went on with " + v);
    assertThat(value(deferred)).isEqualTo("went on with 0");
  }

  @Test
  void callback_throwableAsValue_isAValue() {
    Deferred<Throwable> deferred = new Deferred<>();
    deferred.callback(gone);
    assertThat(value(deferred.addErrback(e -> new Error()))).isSameAs(gone);
    assertThat(deferred.isUnhandled()).isFalse();
  }

  @Test
  void null_asValue_goesThroughEveryLevel() {
    Deferred<@Nullable String> deferred = new Deferred<>();
    deferred.callback(null);
    deferred
        .<@Nullable String>addCallback(v -> v)
        .<@Nullable String>addBoth(Outcome::get)
        .addDeferringCallback(Deferred::<@Nullable String>succeed);
    assertThat(value(deferred)).isNull();
    assertThat(deferred.toString()).isEqualTo("Deferred [succeeded: null]");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void callbacks_addedInsideCallback_runAfterThoseThereAre(boolean firedFirst) {
    Deferred<Integer> deferred = new Deferred<>();
    if (firedFirst) {
      deferred.pause();
      deferred.callback(1);
    }
    deferred.addCallback(
        v -> {
          deferred.addCallback(w -> note("added", w));
          return note("first", v);
        });
    deferred.addCallback(v -> note("second", v));
    if (firedFirst) {
      deferred.unpause();
    } else {
      deferred.callback(1);
    }
    assertThat(trace).containsExactly("first", "second", "added");
  }

  @Test
  void callbacks_addedInsideTheLastOne_runWhenItHasReturned() {
    Deferred<Integer> deferred = Deferred.succeed(1);
    deferred.addCallback(
        v -> {
          deferred.addCallback(w -> note("added takes " + w, w));
          return note("first", v + 1);
        });
    assertThat(trace).containsExactly("first", "added takes 2");
  }

  @Test
  void callback_firesAnother_thatOneRunsBeforeItGoesOn() {
    Deferred<Integer> other = new Deferred<>();
    other.addCallback(v -> note("other", v));
    Deferred<Integer> deferred = new Deferred<>();
    deferred.addCallback(
        v -> {
          other.callback(2);
          return note("first", v);
        });
    deferred.callback(1);
    assertThat(trace).containsExactly("other", "first");
  }

  @Test
  void nullCallback_refusedAndTheChainIsUnharmed() {
    Deferred<String> deferred = new Deferred<>();
    assertThatThrownBy(() -> deferred.addCallback(nothing())).isInstanceOf(NPE);
    assertThatThrownBy(() -> deferred.addErrback(nothing())).isInstanceOf(NPE);
    assertThatThrownBy(() -> deferred.addErrback(nothing(), e -> "")).isInstanceOf(NPE);
    assertThatThrownBy(() -> deferred.addCallbacks(v -> v, nothing())).isInstanceOf(NPE);
    assertThatThrownBy(() -> deferred.addCallbacks(nothing(), e -> "")).isInstanceOf(NPE);
    assertThatThrownBy(() -> deferred.addBoth(nothing())).isInstanceOf(NPE);
    assertThatThrownBy(() -> deferred.addEffect(nothing())).isInstanceOf(NPE);
    assertThatThrownBy(() -> deferred.addDeferringCallback(nothing())).isInstanceOf(NPE);
    assertThatThrownBy(() -> deferred.addDeferringBoth(nothing())).isInstanceOf(NPE);
    assertThatThrownBy(() -> deferred.chainDeferred(nothing())).isInstanceOf(NPE);
    assertThatThrownBy(() -> deferred.label(nothing())).isInstanceOf(NPE);
    assertThatThrownBy(() -> new Deferred<String>(nothing())).isInstanceOf(NPE);
    assertThatThrownBy(() -> deferred.errback(nothing())).isInstanceOf(NPE);
    assertThat(deferred.toString()).isEqualTo("Deferred [unfired]");
    deferred.callback("fine");
    assertThat(value(deferred)).isEqualTo("fine");
  }

  private static final Class<NullPointerException> NPE = NullPointerException.class;

  /** Returns what nobody may pass, whatever the parameter's type. */
  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  private static <T> T nothing() {
    return null;
  }

  private <T> T note(String line, T result) {
    trace.add(line);
    return result;
  }

  private int fails(Object ignored) throws IOException {
    throw gone;
  }

  @SuppressWarnings("InfiniteRecursion")
  private static int recurse(int depth) {
    return recurse(depth + 1) + 1;
  }
}
