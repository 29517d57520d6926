// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import dev.assay.ledger.Ledger;
import dev.assay.ledger.LedgerEntry;
import dev.assay.pending.PendingKind;
import dev.assay.stack.Sites;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The record that a trial keeps of a lock's or semaphore's token: which code asked for it. It is
 * open while the token is held.
 */
final class TokenRecord extends LedgerEntry {
  private static final int LISTED = 5;

  /** Whether the end of a run returns it, rather than a call of release(). */
  final boolean ofRun;

  private final Tokens<?> tokens;

  /** The Deferred that the acquire returned. */
  private @Nullable CallbackChain acquired;

  /** The tokens of which one was released, if it is not known which; otherwise empty. */
  private List<TokenRecord> oneOf = List.of();

  TokenRecord(Ledger ledger, Tokens<?> tokens, boolean ofRun) {
    super(ledger, PendingKind.LOCK, Sites.here());
    this.tokens = tokens;
    this.ofRun = ofRun;
  }

  void ofAcquire(CallbackChain deferred) {
    acquired = deferred;
  }

  /**
   * Returns whether a callback of the acquire is running, or of a Deferred that the acquire waits
   * for.
   */
  boolean isInCallback() {
    CallbackChain chain = acquired;
    while (chain != null && chain.result() instanceof CallbackChain inner) {
      chain = inner;
    }
    return chain != null && chain.isRunning();
  }

  /** Records that one of several tokens was released, of which this is one. */
  void mayAsWellBe(List<TokenRecord> others) {
    oneOf = others;
  }

  @Override
  protected PendingKind kind() {
    return PendingKind.LOCK;
  }

  @Override
  protected String detail() {
    String held = "held; " + tokens;
    if (oneOf.isEmpty()) {
      return held;
    }
    return oneOf.stream()
        .map(record -> record.site().toString())
        .distinct()
        .limit(LISTED)
        .collect(
            Collectors.joining(
                ", or at ",
                held + "; it is the token acquired at ",
                ": release() does not say which of them it releases"));
  }
}
