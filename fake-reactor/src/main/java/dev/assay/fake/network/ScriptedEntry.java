// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import dev.assay.ledger.Ledger;
import dev.assay.ledger.LedgerEntry;
import dev.assay.pending.PendingKind;
import dev.assay.pending.Site;
import dev.assay.stack.Sites;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The ledger entry of an action that a test has scripted; it is open until the action has happened.
 *
 * @since 0.1
 */
public final class ScriptedEntry extends LedgerEntry {
  private final Supplier<String> what;
  private final boolean rule;

  private ScriptedEntry(Ledger ledger, Site site, Supplier<String> what, boolean rule) {
    super(ledger, PendingKind.SCRIPTED, site);
    this.what = what;
    this.rule = rule;
  }

  /**
   * Opens the entry of an action that happens once and was scripted by the running code, or returns
   * null outside a trial.
   */
  public static @Nullable ScriptedEntry once(Supplier<String> what) {
    return Ledger.current() == null ? null : once(Sites.here(), what);
  }

  /** Opens the entry of an action that happens once, or returns null outside a trial. */
  public static @Nullable ScriptedEntry once(Site site, Supplier<String> what) {
    return opened(site, what, false);
  }

  /**
   * Opens the entry of a rule, which applies any number of times, or returns null outside a trial.
   */
  static @Nullable ScriptedEntry rule(Site site, Supplier<String> what) {
    return opened(site, what, true);
  }

  private static @Nullable ScriptedEntry opened(Site site, Supplier<String> what, boolean rule) {
    Ledger ledger = Ledger.current();
    if (ledger == null) {
      return null;
    }
    ScriptedEntry entry = new ScriptedEntry(ledger, site, what, rule);
    entry.open();
    return entry;
  }

  /** Records that the action has happened. */
  public static void happened(@Nullable ScriptedEntry entry) {
    if (entry != null) {
      entry.settle();
    }
  }

  @Override
  protected PendingKind kind() {
    return PendingKind.SCRIPTED;
  }

  /**
   * Returns whether a trial waits for this entry: not if it is a rule, because a rule may be shared
   * by tests in which no case occurs.
   */
  @Override
  protected boolean awaited() {
    return !rule;
  }

  @Override
  protected String detail() {
    return what.get();
  }
}
