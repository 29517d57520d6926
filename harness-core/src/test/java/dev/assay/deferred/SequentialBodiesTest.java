// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import static dev.assay.deferred.Results.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.time.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many bodies at once. */
final class SequentialBodiesTest {
  private final List<String> trace = new ArrayList<>();

  @Test
  void bodies_thousandsAtOnce_eachGoesOnInItsTurn() {
    Deferred<Integer> start = new Deferred<>();
    List<Deferred<Integer>> results =
        IntStream.range(0, 2_000)
            .mapToObj(i -> Sequential.<Integer>run(line -> line.await(start) + i))
            .toList();
    start.callback(1);
    for (int i = 0; i < results.size(); i++) {
      assertThat(value(results.get(i))).isEqualTo(i + 1);
    }
  }

  @Test
  void bodies_eachAwaitingTheNext_growNoStack() {
    Deferred<Integer> innermost = new Deferred<>();
    Deferred<Integer> outermost = innermost;
    for (int i = 0; i < 3_000; i++) {
      Deferred<Integer> inner = outermost;
      outermost = Sequential.run(line -> line.await(inner) + 1);
    }
    innermost.callback(0);
    assertThat(value(outermost)).isEqualTo(3_000);
  }

  @Test
  void bodies_startedInsideEachOther_growNoStack() {
    Deferred<Integer> leaf = new Deferred<>();
    Deferred<Integer> root = tree(1_000, leaf);
    leaf.callback(0);
    assertThat(value(root)).isEqualTo(1_000);
  }

  private static Deferred<Integer> tree(int depth, Deferred<Integer> leaf) {
    return Sequential.run(line -> line.await(depth == 1 ? leaf : tree(depth - 1, leaf)) + 1);
  }

  @Test
  void bodies_onOneClock_interleaveTheSameWayEveryTime() {
    List<String> first = interleaving();
    assertThat(first)
        .containsExactly(
            "a starts", "b starts", "c starts", "a at 2", "b at 3", "a at 4", "c at 5", "b at 6");
    assertThat(interleaving()).isEqualTo(first);
  }

  private static List<String> interleaving() {
    List<String> order = new ArrayList<>();
    ManualTime time = new ManualTime();
    ticker("a", 2, 2, time, order);
    ticker("b", 3, 2, time, order);
    ticker("c", 5, 1, time, order);
    time.advance(Duration.ofSeconds(10));
    return order;
  }

  private static void ticker(
      String name, int seconds, int times, ManualTime time, List<String> order) {
    Sequential.run(
        line -> {
          order.add(name + " starts");
          for (int i = 0; i < times; i++) {
            line.await(Deferreds.deferLater(time, Duration.ofSeconds(seconds)));
            order.add(name + " at " + time.elapsed().toSeconds());
          }
          return name;
        });
  }

  @Test
  void body_firesWhatAnotherAwaits_thatOneRunsFirst() {
    Deferred<String> baton = new Deferred<>();
    Sequential.run(line -> trace.add("first got " + line.await(baton)));
    Sequential.run(
        line -> {
          baton.callback("baton");
          return trace.add("second goes on");
        });
    assertThat(trace).containsExactly("first got baton", "second goes on");
  }

  @Test
  void result_callbacks_runOnTheThreadThatFires() {
    Deferred<String> page = new Deferred<>();
    List<Thread> threads = new ArrayList<>();
    Sequential.run(
            line -> {
              line.await(page);
              return threads.add(Thread.currentThread());
            })
        .addEffect(v -> threads.add(Thread.currentThread()));
    page.callback("page");
    assertThat(threads.get(0)).isNotSameAs(Thread.currentThread());
    assertThat(threads.get(1)).isSameAs(Thread.currentThread());
  }
}
