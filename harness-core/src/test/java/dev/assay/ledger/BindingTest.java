// SPDX-License-Identifier: Apache-2.0
package dev.assay.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.pending.Pending;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Ledgers on threads. */
final class BindingTest {
  private final Ledger ledger = new Ledger();
  private final Ledger other = new Ledger();
  private final List<@Nullable Ledger> seen = new ArrayList<>();

  @Test
  void current_nothingBound_isNull() {
    assertThat(Ledger.current()).isNull();
  }

  @Test
  void bind_untilClosed_isCurrent() {
    Ledger.Binding binding = ledger.bind();
    assertThat(Ledger.current()).isSameAs(ledger);
    binding.close();
    assertThat(Ledger.current()).isNull();
  }

  @Test
  void bind_insideAnother_restoresTheOuterOne() {
    Ledger.Binding outer = ledger.bind();
    Ledger.Binding inner = other.bind();
    assertThat(Ledger.current()).isSameAs(other);
    inner.close();
    assertThat(Ledger.current()).isSameAs(ledger);
    outer.close();
    assertThat(Ledger.current()).isNull();
  }

  @Test
  void bind_sameLedgerTwice_needsTwoCloses() {
    Ledger.Binding outer = ledger.bind();
    Ledger.Binding inner = ledger.bind();
    inner.close();
    assertThat(Ledger.current()).isSameAs(ledger);
    assertThatThrownBy(inner::close).isExactlyInstanceOf(IllegalStateException.class);
    assertThat(Ledger.current()).isSameAs(ledger);
    outer.close();
    assertThat(Ledger.current()).isNull();
  }

  @Test
  void close_twice_refused() {
    Ledger.Binding binding = ledger.bind();
    binding.close();
    assertThatThrownBy(binding::close)
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage(
            "this binding does not hold thread "
                + Thread.currentThread().getName()
                + "; close bindings once, innermost first, on the thread that they hold");
  }

  @Test
  void close_outerFirst_refusedAndNothingChanges() {
    Ledger.Binding outer = ledger.bind();
    Ledger.Binding inner = other.bind();
    assertThatThrownBy(outer::close).isExactlyInstanceOf(IllegalStateException.class);
    assertThat(Ledger.current()).isSameAs(other);
    inner.close();
    outer.close();
    assertThat(Ledger.current()).isNull();
  }

  @Test
  void close_onAnotherThread_refused() throws Exception {
    Ledger.Binding binding = ledger.bind();
    List<Throwable> thrown = new ArrayList<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                binding.close();
              } catch (IllegalStateException e) {
                thrown.add(e);
              }
            },
            "another");
    thread.start();
    thread.join();
    assertThat(thrown)
        .singleElement()
        .asString()
        .contains("this binding does not hold thread another; close");
    assertThat(Ledger.current()).isSameAs(ledger);
    binding.close();
  }

  @Test
  void bind_threadThatIsMadeMeanwhile_doesWorkOfTheTrialAndIsNotBound() throws Exception {
    Ledger.Binding binding = ledger.bind();
    Thread thread = new Thread(this::look);
    binding.close();
    Ledger.Binding another = other.bind();
    thread.start();
    thread.join();
    another.close();
    assertThat(seen).containsExactly(ledger, null);
  }

  @Test
  void bind_threadThatIsMadeBefore_doesNoWorkOfTheTrial() throws Exception {
    Thread thread = new Thread(this::look);
    Ledger.Binding binding = ledger.bind();
    thread.start();
    thread.join();
    binding.close();
    assertThat(seen).containsExactly(null, null);
  }

  @Test
  void bind_threadOfATrialThatHasEnded_doesNoWorkOfATrial() throws Exception {
    Ledger.Binding binding = ledger.bind();
    Thread thread = new Thread(this::look);
    ledger.close();
    thread.start();
    thread.join();
    binding.close();
    assertThat(seen).containsExactly(null, null);
  }

  private void look() {
    seen.add(Ledger.current());
    seen.add(Ledger.bound());
  }

  @Test
  void foreignCalls_ofTheSameLine_areOneEntryWithACount() throws Exception {
    Thread other = new Thread(() -> repeat(3), "other");
    Ledger.Binding binding = ledger.bind();
    other.start();
    other.join();
    repeat(1);
    assertThat(ledger.snapshot())
        .extracting(Pending::detail)
        .containsExactly(
            "thread other fired it, 3 times",
            "thread " + Thread.currentThread().getName() + " fired it");
    assertThat(ledger.snapshot()).hasSize(2);
    binding.close();
  }

  private void repeat(int times) {
    for (int i = 0; i < times; i++) {
      ledger.foreignCall("fired it");
    }
  }

  @Test
  void foreignCalls_ofVeryManyLines_areNotAllKept() {
    for (int i = 0; i < 5_000; i++) {
      ledger.foreignCall("did no " + i);
    }
    assertThat(ledger.snapshot()).hasSize(1_000);
  }
}
