// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import static dev.assay.deferred.Results.failure;
import static dev.assay.deferred.Results.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ledger.CurrentWork;
import dev.assay.ledger.Ledger;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Bodies that wait as if they had a thread each. */
final class SequentialTest {
  private final List<String> trace = new ArrayList<>();
  private final IOException gone = new IOException("gone");

  @Test
  void run_withoutAwait_hasEndedWhenItReturns() {
    Deferred<Integer> result =
        Sequential.run(
            line -> {
              trace.add("body");
              return 7;
            });
    trace.add("after");
    assertThat(value(result)).isEqualTo(7);
    assertThat(trace).containsExactly("body", "after");
  }

  @Test
  void run_outsideATrial_findsNoLedger() {
    assertThat(value(Sequential.run(line -> Ledger.current() == null))).isEqualTo(true);
  }

  @Test
  void run_bodyInsideABody_standsInForTheFirstThread() {
    Deferred<Thread> result =
        Sequential.run(outer -> outer.await(Sequential.<Thread>run(inner -> CurrentWork.thread())));
    assertThat(value(result)).isSameAs(Thread.currentThread());
  }

  @Test
  void run_returnsNull_succeedsWithNull() {
    Deferred<@Nullable String> result = Sequential.<@Nullable String>run(line -> null);
    assertThat(value(result)).isNull();
  }

  @Test
  void run_throws_fails() {
    for (Throwable thrown : List.of(gone, new AssertionError("no"), new StackOverflowError())) {
      Deferred<Integer> result =
          Sequential.run(
              line -> {
                throw thrown;
              });
      assertThat(failure(result)).isSameAs(thrown);
      assertThat(result.isUnhandled()).isTrue();
    }
  }

  @Test
  void run_returnsADeferred_fails() {
    Deferred<Integer> inner = new Deferred<Integer>().label("inner");
    Deferred<Deferred<Integer>> result = Sequential.run(line -> inner);
    assertThat(failure(result))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage(
            "Deferred [unfired] cannot fire with Deferred (inner) [unfired];"
                + " use chainDeferred to pass the result on");
  }

  @Test
  void await_fired_givesTheValueWithoutWaiting() {
    Deferred<String> page = Deferred.succeed("page");
    assertThat(value(Sequential.run(line -> line.await(page) + line.await(page))))
        .isEqualTo("pagepage");
    assertThat(value(page)).isEqualTo("page");
  }

  @Test
  void await_unfired_waitsUntilItFires() {
    Deferred<String> page = new Deferred<>();
    Deferred<String> result =
        Sequential.run(
            line -> {
              trace.add("before");
              String text = line.await(page);
              trace.add("after");
              return text + "!";
            });
    assertThat(trace).containsExactly("before");
    assertThat(result.isFired()).isFalse();
    page.callback("page");
    assertThat(trace).containsExactly("before", "after");
    assertThat(value(result)).isEqualTo("page!");
    assertThat(value(page)).isEqualTo("page");
  }

  @Test
  void await_nullValue_givesNull() {
    Deferred<@Nullable String> nothing = new Deferred<>();
    Deferred<Boolean> result = Sequential.run(line -> line.await(nothing) == null);
    nothing.callback(null);
    assertThat(value(result)).isEqualTo(true);
  }

  @Test
  void await_failure_isThrownAsItIsAndCountsAsHandled() {
    Deferred<String> page = new Deferred<>();
    Deferred<String> result =
        Sequential.run(
            line -> {
              try {
                return line.await(page);
              } catch (IOException e) {
                return "caught " + e.getMessage();
              } finally {
                trace.add("finally");
              }
            });
    page.errback(gone);
    assertThat(value(result)).isEqualTo("caught gone");
    assertThat(trace).containsExactly("finally");
    assertThat(failure(page)).isSameAs(gone);
    assertThat(page.isUnhandled()).isFalse();
  }

  @Test
  void await_failureNobodyCatches_isTheFailureOfTheResult() {
    Deferred<String> page = Deferred.fail(gone);
    Deferred<String> result = Sequential.run(line -> line.await(page));
    assertThat(failure(result)).isSameAs(gone);
    assertThat(result.isUnhandled()).isTrue();
    assertThat(page.isUnhandled()).isFalse();
  }

  @Test
  void await_failureCaught_isStillUnhandledWhereElseItWent() {
    Deferred<String> page = new Deferred<>();
    Sequential.run(line -> awaitOrNothing(line, page));
    Deferred<String> waits = Deferred.succeed(1).addDeferringCallback(v -> page);
    page.errback(gone);
    assertThat(waits.isUnhandled()).isTrue();
    Deferred<String> given = Deferred.fail(gone);
    Sequential.run(line -> awaitOrNothing(line, given));
    Deferred<String> target = new Deferred<>();
    given.chainDeferred(target);
    assertThat(target.isUnhandled()).isTrue();
    Deferred<String> taken = Deferred.fail(gone);
    Sequential.run(line -> awaitOrNothing(line, taken));
    assertThat(Deferred.succeed(1).addDeferringCallback(v -> taken).isUnhandled()).isTrue();
  }

  private static String awaitOrNothing(Sequential line, Deferred<String> deferred)
      throws Exception {
    try {
      return line.await(deferred);
    } catch (IOException e) {
      return "nothing";
    }
  }

  @Test
  void await_callbacksOfTheDeferred_comeFirst() {
    Deferred<Integer> number = new Deferred<>();
    number.addCallback(v -> v + 1);
    Deferred<Integer> result = Sequential.run(line -> line.await(number));
    number.addCallback(v -> v * 100);
    number.callback(1);
    assertThat(value(result)).isEqualTo(2);
    assertThat(value(number)).isEqualTo(200);
  }

  @Test
  void await_pausedOrWaiting_waits() {
    Deferred<Integer> inner = new Deferred<>();
    Deferred<Integer> outer = Deferred.succeed(0).addDeferringCallback(v -> inner);
    Deferred<Integer> paused = Deferred.succeed(1);
    paused.pause();
    Deferred<Integer> result = Sequential.run(line -> line.await(outer) + line.await(paused));
    inner.callback(10);
    assertThat(result.isFired()).isFalse();
    paused.unpause();
    assertThat(value(result)).isEqualTo(11);
  }

  @Test
  void await_sameDeferredInSeveralBodies_eachGetsTheValue() {
    Deferred<Integer> number = new Deferred<>();
    List<Deferred<Integer>> results =
        Stream.generate(() -> Sequential.<Integer>run(line -> line.await(number)))
            .limit(3)
            .toList();
    number.callback(7);
    assertThat(results).allSatisfy(result -> assertThat(value(result)).isEqualTo(7));
  }

  @Test
  void await_sameDeferredAgainRightAfterItFired_givesTheSame() {
    Deferred<Integer> number = new Deferred<>();
    Deferred<Integer> result =
        Sequential.run(
            line -> {
              int sum = 0;
              for (int i = 0; i < 1_000; i++) {
                sum += line.await(number);
              }
              return sum;
            });
    number.callback(1);
    assertThat(value(result)).isEqualTo(1_000);
  }

  @Test
  void await_firedOnesInALongLoop_growsNoStack() {
    Deferred<Integer> one = Deferred.succeed(1);
    Deferred<Integer> result =
        Sequential.run(
            line -> {
              int sum = 0;
              for (int i = 0; i < 100_000; i++) {
                sum += line.await(one);
              }
              return sum;
            });
    assertThat(value(result)).isEqualTo(100_000);
  }

  @Test
  void await_unfiredOnesInALongLoop_waitsForEach() {
    List<Deferred<Integer>> numbers = Stream.generate(Deferred<Integer>::new).limit(5_000).toList();
    Deferred<Integer> result =
        Sequential.run(
            line -> {
              int sum = 0;
              for (Deferred<Integer> number : numbers) {
                sum += line.await(number);
              }
              return sum;
            });
    numbers.forEach(number -> number.callback(1));
    assertThat(value(result)).isEqualTo(5_000);
  }
}
