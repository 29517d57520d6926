// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import static dev.assay.deferred.Results.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.ledger.Ledger;
import dev.assay.ledger.Watched;
import dev.assay.pending.Pending;
import dev.assay.pending.PendingKind;
import dev.assay.pending.TrialOverException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** Bodies in a trial, and what becomes of those that have not ended when it has. */
final class SequentialLedgerTest {
  private final List<String> trace = new ArrayList<>();
  private final Ledger ledger = new Ledger();
  private final Ledger.Binding binding = ledger.bind();
  private final Deferred<String> never = new Deferred<>();

  @AfterEach
  void unbind() {
    binding.close();
  }

  @Test
  void body_seesTheLedgerOfTheTrial() {
    List<@Nullable Ledger> seen = new ArrayList<>();
    Deferred<String> page = new Deferred<>();
    Sequential.run(
        line -> {
          seen.add(Ledger.current());
          line.await(page);
          return seen.add(Ledger.current());
        });
    page.callback("page");
    assertThat(seen).containsExactly(ledger, ledger);
    assertThat(Ledger.current()).isSameAs(ledger);
  }

  @Test
  void unfinished_isLeftPendingWithWhatItAwaits() {
    Sequential.run(
            line -> {
              line.await(never);
              return new Deferred<String>();
            })
        .label("body");
    assertThat(ledger.snapshot())
        .extracting(Pending::name, Pending::detail, Pending::awaited)
        .containsExactly(
            tuple("Deferred#1", "unfired, 1 callback", true),
            tuple("Deferred#2 (body)", "unfired; it waits for Deferred#1", false));
  }

  @Test
  void born_insideTheBody_isRecorded() {
    Sequential.run(line -> line.await(new Deferred<String>().label("born inside")));
    assertThat(ledger.snapshot())
        .extracting(Pending::name)
        .containsExactly("Deferred#1", "Deferred#2", "Deferred#3 (born inside)");
  }

  @Test
  void close_unfinished_runsFinallyBlocksAndFiresNothing() {
    Deferred<String> result =
        Sequential.run(
            line -> {
              try {
                return line.await(never);
              } catch (Exception e) {
                trace.add("caught");
                return "caught";
              } finally {
                trace.add("finally");
              }
            });
    ledger.close();
    assertThat(trace).containsExactly("finally");
    assertThat(result.isFired()).isFalse();
    assertThatThrownBy(() -> never.callback("too late"))
        .isExactlyInstanceOf(TrialOverException.class)
        .hasMessageStartingWith("the trial of Deferred#1, created at ")
        .hasMessageEndingWith(" has ended; a trial must create the objects that it uses");
    assertThat(result.isFired()).isFalse();
  }

  @Test
  void close_severalUnfinished_unwindsTheYoungestFirst() {
    for (String name : List.of("a", "b", "c")) {
      Sequential.run(
          line -> {
            try {
              return line.await(never);
            } finally {
              trace.add(name);
            }
          });
    }
    ledger.close();
    assertThat(trace).containsExactly("c", "b", "a");
  }

  @Test
  void close_bodiesAwaitingEachOther_unwindsAll() {
    Deferred<String> inner = Sequential.run(line -> unwound("inner", line, never));
    Deferred<String> outer = Sequential.run(line -> unwound("outer", line, inner));
    ledger.close();
    assertThat(trace).containsExactly("outer", "inner");
    assertThat(List.of(inner.isFired(), outer.isFired())).containsExactly(false, false);
  }

  private String unwound(String name, Sequential line, Deferred<String> awaited) throws Exception {
    try {
      return line.await(awaited);
    } finally {
      trace.add(name);
    }
  }

  @Test
  void close_bodyCatchesEverything_itsResultIsIgnored() {
    Deferred<String> result =
        Sequential.run(
            line -> {
              try {
                return line.await(never);
              } catch (Throwable e) {
                return "caught " + trace.add(String.valueOf(e.getMessage()));
              }
            });
    ledger.close();
    assertThat(trace).containsExactly("the trial has ended while this waited");
    assertThat(result.isFired()).isFalse();
  }

  @Test
  void close_finallyAwaitsAgain_isUnwoundAgain() {
    Deferred<String> result =
        Sequential.run(
            line -> {
              try {
                return line.await(never);
              } finally {
                trace.add("fired: " + line.await(Deferred.succeed("yes")));
                line.await(new Deferred<>());
                trace.add("not reached");
              }
            });
    ledger.close();
    assertThat(trace).containsExactly("fired: yes");
    assertThat(result.isFired()).isFalse();
  }

  @Test
  @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD) // that it ends is what is tested
  void close_bodyCatchesEverythingForEver_isLeftWhereItIs() throws Exception {
    Ledger other = new Ledger();
    Watched.runUnder(other, () -> Sequential.run(this::catchForEver));
    other.close();
    assertThat(trace).contains("caught");
    assertThat(other.snapshot())
        .extracting(Pending::detail)
        .containsExactly("unfired; it waits for Deferred#1");
  }

  private String catchForEver(Sequential line) {
    while (true) {
      try {
        line.await(never);
      } catch (Throwable e) {
        trace.add("caught");
      }
    }
  }

  @Test
  void close_finallyFiresWhatAnotherAwaits_thatOneEndsAsUsual() {
    Deferred<String> baton = new Deferred<>();
    Deferred<String> other = Sequential.run(line -> "got " + line.await(baton));
    Sequential.run(
        line -> {
          try {
            return line.await(never);
          } finally {
            baton.callback("baton");
          }
        });
    ledger.close();
    assertThat(value(other)).isEqualTo("got baton");
  }

  @Test
  void close_bodyHasEnded_doesNothing() {
    Deferred<String> page = new Deferred<>();
    Deferred<String> result = Sequential.run(line -> line.await(page));
    page.callback("page");
    ledger.close();
    assertThat(value(result)).isEqualTo("page");
  }

  @Test
  void close_insideTheBody_itsNextWaitUnwindsIt() {
    Deferred<String> page = new Deferred<>();
    Deferred<String> result =
        Sequential.run(
            line -> {
              line.await(page);
              ledger.close();
              return unwound("unwound", line, never);
            });
    page.callback("page");
    assertThat(trace).containsExactly("unwound");
    assertThat(result.isFired()).isFalse();
  }

  @Test
  void finallyThrows_whenTheTrialEnds_isLogged() {
    Sequential.run(
        line -> {
          try {
            return line.await(never);
          } finally {
            throwGone();
          }
        });
    ledger.close();
    assertThat(ledger.flushLoggedErrors(IOException.class))
        .singleElement()
        .satisfies(error -> assertThat(error).hasMessage("gone"));
  }

  @Test
  void resourceThrows_whenTheTrialEnds_isLogged() {
    Sequential.run(
        line -> {
          try (AutoCloseable resource = SequentialLedgerTest::throwGone) {
            return line.await(never) + resource;
          }
        });
    ledger.close();
    assertThat(ledger.snapshot()).extracting(Pending::kind).contains(PendingKind.LOGGED_ERROR);
  }

  private static void throwGone() throws IOException {
    throw new IOException("gone");
  }
}
