// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.CallbackRun;
import dev.assay.deferred.Deferred;
import dev.assay.deferred.Outcome;
import dev.assay.ledger.Ledger;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a trial remembers of a Deferred's callbacks. */
final class HistoryTest {
  private final Ledger ledger = new Ledger();
  private final Ledger.Binding binding = ledger.bind();

  @AfterEach
  void unbind() {
    binding.close();
  }

  private static List<String> texts(Deferred<?> deferred) {
    return deferred.history().stream()
        .map(run -> run.toString().replaceFirst("HistoryTest\\.java:\\d+", "HistoryTest.java:N"))
        .toList();
  }

  @Test
  void history_nothingRan_isEmpty() {
    Deferred<Integer> deferred = new Deferred<>();
    deferred.addCallback(v -> v);
    assertThat(deferred.history()).isEmpty();
  }

  @Test
  void history_eachRun_saysWhereItWasAddedWhatItTookAndGave() {
    Deferred<Integer> deferred = new Deferred<>();
    addPlusOne(deferred);
    deferred
        .addCallback(HistoryTest::fails)
        .addErrback(e -> 7)
        .addBoth(Outcome::get)
        .addEffect(v -> {});
    deferred.callback(1);
    String here = " in history_eachRun_saysWhereItWasAddedWhatItTookAndGave: ";
    assertThat(texts(deferred))
        .containsExactly(
            "HistoryTest.java:N in addPlusOne: 1 -> 2",
            "HistoryTest.java:N" + here + "2 -> java.io.IOException: gone",
            "HistoryTest.java:N" + here + "java.io.IOException: gone -> 7",
            "HistoryTest.java:N" + here + "7 -> 7",
            "HistoryTest.java:N" + here + "7 -> 7");
  }

  @Test
  void history_parts_areReadable() {
    Deferred<Integer> deferred = new Deferred<>();
    addPlusOne(deferred);
    deferred.callback(1);
    CallbackRun run = deferred.history().get(0);
    assertThat(run.site()).asString().endsWith(" in addPlusOne");
    assertThat(List.of(run.in(), run.out())).containsExactly("1", "2");
  }

  @Test
  void history_levelThatLetsTheResultPass_isNotInIt() {
    Deferred<Integer> deferred = Deferred.succeed(1).addErrback(e -> 2);
    assertThat(deferred.history()).isEmpty();
  }

  @Test
  void history_waiting_namesWhatItWaitedFor() {
    Deferred<Integer> inner = new Deferred<Integer>().label("inner");
    Deferred<Integer> outer = Deferred.succeed(1).addDeferringCallback(v -> inner);
    inner.callback(2);
    assertThat(texts(outer))
        .containsExactly(
            "HistoryTest.java:N in history_waiting_namesWhatItWaitedFor:"
                + " 1 -> Deferred#1 (inner)");
  }

  @Test
  void history_takenFromAFiredOne_saysItsResult() {
    Deferred<Integer> inner = Deferred.succeed(2);
    Deferred<Integer> outer = Deferred.succeed(1).addDeferringCallback(v -> inner);
    assertThat(texts(outer)).singleElement().asString().endsWith(": 1 -> 2");
  }

  @Test
  void history_long_keepsTheLastSixteen() {
    Deferred<Integer> deferred = new Deferred<>();
    for (int i = 0; i < 40; i++) {
      deferred.addCallback(v -> v + 1);
    }
    deferred.callback(0);
    assertThat(deferred.history()).hasSize(16);
    assertThat(deferred.history().get(0).in()).isEqualTo("24");
    assertThat(deferred.history().get(15).out()).isEqualTo("40");
  }

  @Test
  void history_taken_doesNotChange() {
    Deferred<Integer> deferred = Deferred.succeed(1).addCallback(v -> v);
    List<CallbackRun> taken = deferred.history();
    deferred.addCallback(v -> v);
    assertThat(taken).hasSize(1);
    assertThat(deferred.history()).hasSize(2);
  }

  private static void addPlusOne(Deferred<Integer> deferred) {
    deferred.addCallback(v -> v + 1);
  }

  private static int fails(int ignored) throws IOException {
    throw new IOException("gone");
  }
}
