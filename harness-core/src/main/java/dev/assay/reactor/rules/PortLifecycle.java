// SPDX-License-Identifier: Apache-2.0
package dev.assay.reactor.rules;

import dev.assay.deferred.Deferred;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.LedgerEntry;
import dev.assay.pending.PendingKind;
import dev.assay.protocol.Protocol;
import dev.assay.protocol.ProtocolFactory;
import dev.assay.stack.Sites;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lifecycle of a port: its ledger entry, its end, which is requested first and happens later,
 * and the Deferreds that wait for the end.
 *
 * @since 0.1
 */
public final class PortLifecycle {
  private final Surroundings around;
  private final Object port;
  private final @Nullable Entry entry;
  private final List<Deferred<@Nullable Void>> waiting = new ArrayList<>();
  private boolean ending;
  private boolean over;

  /** Creates the lifecycle of a port that is not open yet. */
  public PortLifecycle(Surroundings around, PendingKind kind, Object port) {
    this.around = around;
    this.port = port;
    this.entry = Entry.of(around.ledger(), kind, port);
  }

  /** Begins, and notifies the user's code. */
  public void begin(String user, Runnable tell) {
    if (entry != null) {
      entry.open();
    }
    around.trace("listening", port, "");
    Guard.run(user, port, tell);
  }

  /** Returns whether the end was requested or has happened. */
  public boolean isEnding() {
    return ending;
  }

  /** Hands a connection that was accepted here to a protocol from the factory, if it builds one. */
  public void accept(Connection made, ProtocolFactory factory) {
    Protocol protocol = Guard.protocol(factory, made.peer(), port);
    if (protocol == null) {
      made.decline();
    } else {
      made.open(protocol, accepted(), reason -> {});
    }
  }

  /**
   * Returns the entry of a connection that was accepted here, with the site that created the port,
   * or null outside a trial.
   */
  private @Nullable ConnectionEntry accepted() {
    return entry == null ? null : new ConnectionEntry(entry.ledger(), port, entry.site());
  }

  /**
   * Requests the end; later requests have no further effect.
   *
   * @param close performs the end
   * @return a Deferred that fires after the end
   */
  public Deferred<@Nullable Void> stop(Runnable close) {
    around.checkThread("stopListening");
    if (askedFirst()) {
      around.soon("close of", port, close);
    }
    if (over) {
      return Deferred.<@Nullable Void>succeed(null);
    }
    Deferred<@Nullable Void> waiter = new Deferred<>();
    waiting.add(waiter);
    return waiter;
  }

  /**
   * Ends now, unless it has ended already: releases the resources of the port, and notifies the
   * user's code.
   */
  public void close(Runnable free, String user, Runnable tell) {
    ending = true;
    if (over) {
      return;
    }
    free.run();
    settle();
    around.trace("stoppedListening", port, "");
    Guard.run(user, port, tell);
    end();
  }

  /**
   * Ends without notifying anyone, as when the host goes down. A later {@code stopListening} still
   * returns a Deferred that fires.
   */
  public void vanish() {
    if (askedFirst()) {
      around.soon("end of", port, this::end);
    }
    settle();
  }

  private boolean askedFirst() {
    boolean first = !ending;
    ending = true;
    return first;
  }

  private void settle() {
    if (entry != null) {
      entry.settle();
    }
  }

  private void end() {
    over = true;
    while (!waiting.isEmpty()) {
      waiting.remove(0).callback(null);
    }
  }

  /** The entry in the trial's ledger. */
  private static final class Entry extends LedgerEntry {
    private final PendingKind kind;
    private final Object port;

    private Entry(Ledger ledger, PendingKind kind, Object port) {
      super(ledger, kind, Sites.here());
      this.kind = kind;
      this.port = port;
    }

    static @Nullable Entry of(@Nullable Ledger ledger, PendingKind kind, Object port) {
      return ledger == null ? null : new Entry(ledger, kind, port);
    }

    @Override
    protected PendingKind kind() {
      return kind;
    }

    @Override
    protected String detail() {
      return port + " is open";
    }
  }
}
