// SPDX-License-Identifier: Apache-2.0
package dev.assay.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.pending.Pending;
import dev.assay.pending.PendingKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class LedgerListenerTest implements LedgerListener {
  private final Ledger ledger = new Ledger();
  private final Ledger.Binding bound = ledger.bind();
  private final List<String> log = new ArrayList<>();

  LedgerListenerTest() {
    ledger.listen(this);
  }

  @AfterEach
  void unbind() {
    bound.close();
  }

  @Override
  public void opened(LedgerEntry entry, PendingKind kind) {
    log.add("opened " + entry + " " + kind);
  }

  @Override
  public void fired(LedgerEntry deferred, @Nullable Throwable failure) {
    log.add("fired " + deferred + " " + (failure == null ? "value" : failure.getMessage()));
  }

  @Override
  public void settled(LedgerEntry entry, PendingKind kind) {
    log.add("settled " + entry + " " + kind);
  }

  @Test
  void deferred_isBornAndFires_andIsSettled() {
    Deferred<Integer> deferred = new Deferred<>();
    deferred.label("pong").callback(1);

    assertThat(log)
        .containsExactly(
            "opened Deferred#1 DEFERRED",
            "fired Deferred#1 (pong) value",
            "settled Deferred#1 (pong) DEFERRED");
  }

  @Test
  void deferredThatFails_isOpenUntilItsFailureIsHandled() {
    Deferred<Integer> deferred = new Deferred<>();
    deferred.errback(new IOException("gone"));
    deferred.addErrback(error -> 0);

    assertThat(log)
        .containsExactly(
            "opened Deferred#1 DEFERRED", "fired Deferred#1 gone", "settled Deferred#1 DEFERRED");
  }

  @Test
  void everythingElse_isToldToo() {
    ledger.logError("canceller", new IOException("no"));
    ledger.flushLoggedErrors(IOException.class);

    assertThat(log)
        .containsExactly("opened LoggedError#1 LOGGED_ERROR", "settled LoggedError#1 LOGGED_ERROR");
  }

  @Test
  void frozenEntry_isALineOfTheLedger() {
    List<Pending> frozen = new ArrayList<>();
    ledger.listen(
        new LedgerListener() {
          @Override
          public void opened(LedgerEntry entry, PendingKind kind) {
            frozen.add(entry.freeze());
          }

          @Override
          public void fired(LedgerEntry deferred, @Nullable Throwable failure) {}

          @Override
          public void settled(LedgerEntry entry, PendingKind kind) {}
        });
    ledger.logError("canceller", new IOException("no"));

    assertThat(frozen).isEqualTo(ledger.snapshot());
  }
}
