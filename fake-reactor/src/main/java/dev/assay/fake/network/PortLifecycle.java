// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import dev.assay.deferred.Deferred;
import dev.assay.fake.bytes.Guard;
import dev.assay.fake.timeline.Event;
import dev.assay.pending.Ledger;
import dev.assay.pending.LedgerEntry;
import dev.assay.pending.PendingKind;
import dev.assay.pending.Site;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The life of a port: its line in the ledger, its end, which is asked for first and happens later,
 * and those who wait for that.
 */
final class PortLifecycle {
  private final Host host;
  private final Network network;
  private final Object port;
  private final @Nullable Entry entry;
  private final List<Deferred<@Nullable Void>> waiting = new ArrayList<>();
  private boolean ending;
  private boolean over;

  PortLifecycle(Network network, Host host, PendingKind kind, Object port) {
    this.host = host;
    this.network = network;
    this.port = port;
    this.entry = Entry.of(network.ledger(), kind, port);
  }

  /** Begins, and tells the user's code. */
  void begin(String user, Runnable tell) {
    if (entry != null) {
      entry.open();
    }
    network.trace(host, "listening", port, "");
    Guard.run(user + " of " + port, tell);
  }

  /** Returns whether the end was asked for, or has come. */
  boolean isEnding() {
    return ending;
  }

  /** Returns the line of a connection that came here, made by who made the port, if in a trial. */
  @Nullable ConnectionEntry accepted() {
    return entry == null ? null : new ConnectionEntry(entry.ledger(), port, entry.site());
  }

  /**
   * Asks for the end, once.
   *
   * @param close what ends it
   * @return a Deferred that fires when it has ended
   */
  Deferred<@Nullable Void> stop(Runnable close) {
    network.checkThread("stopListening");
    if (askedFirst()) {
      network.soon(new Event("close of", port, close));
    }
    if (over) {
      return Deferred.<@Nullable Void>succeed(null);
    }
    Deferred<@Nullable Void> waiter = new Deferred<>();
    waiting.add(waiter);
    return waiter;
  }

  /** Ends now, unless it has: frees what the port holds, and tells the user's code. */
  void close(Runnable free, String user, Runnable tell) {
    ending = true;
    if (over) {
      return;
    }
    free.run();
    settle();
    network.trace(host, "stoppedListening", port, "");
    Guard.run(user + " of " + port, tell);
    end();
  }

  /** Ends without a word to anybody, as when the machine goes down; who asks later is told. */
  void vanish() {
    if (askedFirst()) {
      network.soon(new Event("end of", port, this::end));
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

  /** The line in the ledger of its trial. */
  private static final class Entry extends LedgerEntry {
    private final PendingKind kind;
    private final Object port;

    private Entry(Ledger ledger, PendingKind kind, Object port) {
      super(ledger, kind, Site.here());
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
