// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import static dev.assay.deferred.Results.failure;
import static dev.assay.deferred.Results.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.ledger.Ledger;
import dev.assay.ledger.Watched;
import dev.assay.time.ManualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Bodies that are asked to stop, and awaits in the wrong place. */
final class SequentialCancelTest {
  private final List<String> trace = new ArrayList<>();
  private final IOException gone = new IOException("gone");
  private final Deferred<String> page = new Deferred<>(d -> trace.add("cancelling page"));

  /** Awaits, and goes on with a word if that was cancelled. */
  private static String awaitOr(String word, Sequential line, Deferred<String> deferred)
      throws Exception {
    try {
      return line.await(deferred);
    } catch (CancellationException e) {
      return word;
    }
  }

  @Test
  void cancel_waiting_cancelsWhatTheBodyAwaits() {
    Deferred<String> result = Sequential.run(line -> line.await(page));
    result.cancel();
    assertThat(trace).containsExactly("cancelling page");
    assertThat(failure(result)).isInstanceOf(CancellationException.class);
    assertThat(failure(result)).isSameAs(failure(page));
  }

  @Test
  void cancel_cancellerOfTheAwaitedSucceeds_bodyGoesOnWithThat() {
    Deferred<String> stubborn = new Deferred<>(d -> d.callback("kept"));
    Deferred<String> result = Sequential.run(line -> line.await(stubborn));
    result.cancel();
    assertThat(value(result)).isEqualTo("kept");
  }

  @Test
  void cancel_bodyCatchesIt_goesOnAndMayBeCancelledAgain() {
    Deferred<String> other = new Deferred<>(d -> trace.add("cancelling other"));
    Deferred<String> result =
        Sequential.run(
            line -> {
              String first = awaitOr("1st cancelled", line, page);
              return first + ", " + awaitOr("2nd cancelled", line, other);
            });
    result.cancel();
    assertThat(result.isFired()).isFalse();
    result.cancel();
    assertThat(trace).containsExactly("cancelling page", "cancelling other");
    assertThat(value(result)).isEqualTo("1st cancelled, 2nd cancelled");
  }

  @Test
  void cancel_bodyRuns_reachesItsNextWait() {
    Deferred<String> poke = new Deferred<>();
    Deferred<String> result =
        Sequential.run(
            line -> {
              line.await(Deferreds.maybeDeferred(() -> page));
              poke.callback("poke");
              String fired = awaitOr("never", line, Deferred.succeed("fired"));
              return fired + ", " + awaitOr("cancelled", line, new Deferred<>());
            });
    poke.addEffect(v -> result.cancel());
    page.callback("page");
    assertThat(value(result)).isEqualTo("fired, cancelled");
  }

  @Test
  void cancel_bodyRuns_reachesOneWaitOnly() {
    Deferred<String> poke = new Deferred<>();
    Deferred<String> last = new Deferred<>();
    Deferred<String> result =
        Sequential.run(
            line -> {
              line.await(page);
              poke.callback("poke");
              return awaitOr("cancelled", line, new Deferred<>()) + ", " + line.await(last);
            });
    poke.addEffect(v -> result.cancel());
    page.callback("page");
    last.callback("last");
    assertThat(value(result)).isEqualTo("cancelled, last");
  }

  @Test
  void cancel_bodyRunsAndWaitsNoMore_resultStands() {
    Deferred<String> poke = new Deferred<>();
    Deferred<String> result =
        Sequential.run(
            line -> {
              line.await(page);
              poke.callback("poke");
              return "done";
            });
    poke.addEffect(v -> result.cancel());
    page.callback("page");
    assertThat(value(result)).isEqualTo("done");
  }

  @Test
  void cancel_ended_doesNothing() {
    Deferred<String> result = Sequential.run(line -> "done");
    result.cancel();
    assertThat(value(result)).isEqualTo("done");
  }

  @Test
  void cancel_nestedBodies_reachesTheInnermost() {
    Deferred<String> inner = Sequential.run(line -> awaitOr("inner saw it", line, page));
    Deferred<String> outer = Sequential.run(line -> "outer: " + line.await(inner));
    outer.cancel();
    assertThat(trace).containsExactly("cancelling page");
    assertThat(value(outer)).isEqualTo("outer: inner saw it");
  }

  @Test
  void cancel_cancellerOfTheAwaitedCancelsTheBodyAgain_comesToAnEnd() {
    List<Deferred<String>> result = new ArrayList<>();
    Deferred<String> hostile = new Deferred<>(d -> result.get(0).cancel());
    result.add(Sequential.run(line -> awaitOr("cancelled once", line, hostile)));
    result.get(0).cancel();
    assertThat(value(result.get(0))).isEqualTo("cancelled once");
  }

  @Test
  void cancel_cancellerOfTheAwaitedThrows_isLoggedAndTheBodyIsCancelled() throws Exception {
    Ledger ledger =
        Watched.run(
            () -> {
              Deferred<String> raising =
                  new Deferred<>(
                      d -> {
                        throw gone;
                      });
              Deferred<String> result = Sequential.run(line -> awaitOr("cancelled", line, raising));
              result.cancel();
              assertThat(value(result)).isEqualTo("cancelled");
            });
    assertThat(ledger.flushLoggedErrors(IOException.class)).containsExactly(gone);
    assertThat(ledger.snapshot()).isEmpty();
  }

  @Test
  void addTimeout_bodyWaitsTooLong_isUnwoundAndTimesOut() {
    ManualTime time = new ManualTime();
    Deferred<String> result =
        Sequential.<String>run(
                line -> {
                  try {
                    return line.await(page);
                  } finally {
                    trace.add("finally");
                  }
                })
            .addTimeout(Duration.ofSeconds(1), time);
    time.advance(Duration.ofSeconds(1));
    assertThat(trace).containsExactly("cancelling page", "finally");
    assertThat(failure(result)).isInstanceOf(TimeoutException.class);
  }

  @Test
  void await_outsideItsBody_refused() {
    List<Sequential> lines = new ArrayList<>();
    Sequential.run(line -> lines.add(line));
    assertThatThrownBy(() -> lines.get(0).await(page))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage(
            "await() works only in the body that it was passed to, not on thread "
                + Thread.currentThread().getName());
    assertThat(page).hasToString("Deferred [unfired]");
  }

  @Test
  void await_lineOfAnotherBody_refused() {
    Deferred<String> result =
        Sequential.run(outer -> outer.await(Sequential.<String>run(inner -> outer.await(page))));
    assertThat(failure(result))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage(
            "await() works only in the body that it was passed to,"
                + " not on thread Sequential body");
  }

  @Test
  void await_itsOwnResult_isThrownIntoTheBody() {
    List<Deferred<String>> result = new ArrayList<>();
    Deferred<String> start = new Deferred<>();
    result.add(
        Sequential.run(
            line -> {
              line.await(start);
              return line.await(result.get(0));
            }));
    result.get(0).label("mine");
    start.callback("go");
    assertThat(failure(result.get(0)))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage(
            "Deferred (mine) [unfired] would wait for itself forever:"
                + " its body awaits Deferred (mine) [unfired]");
  }

  @Test
  void await_whatWaitsForItsOwnResult_isThrownIntoTheBody() {
    Deferred<String> waits = new Deferred<>();
    Deferred<String> result =
        Sequential.run(
            line -> {
              line.await(page);
              return line.await(waits);
            });
    waits.addDeferringCallback(v -> result).callback("");
    page.callback("page");
    assertThat(failure(waits))
        .hasMessage(
            "Deferred [unfired, 1 callback] would wait for itself forever:"
                + " its body awaits Deferred [waiting for Deferred],"
                + " which waits for Deferred [unfired, 1 callback]");
  }

  @Test
  void await_insideACallbackThatRunsInTheBody_waitsThere() {
    Deferred<String> result =
        Sequential.run(
            line ->
                line.await(
                    Deferred.succeed(1).addCallback(v -> "callback got " + line.await(page))));
    page.callback("page");
    assertThat(value(result)).isEqualTo("callback got page");
  }

  @Test
  void result_firedByHand_theBodysEndIsReportedWhereItWasLetGoOn() {
    Deferred<String> result = Sequential.run(line -> line.await(page));
    result.callback("by hand");
    page.callback("page");
    assertThat(value(result)).isEqualTo("by hand");
    assertThat(failure(page)).isInstanceOf(AlreadyFiredException.class);
    assertThat(page.isUnhandled()).isTrue();
  }
}
