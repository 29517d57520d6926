// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import dev.assay.pending.Ledger;
import dev.assay.pending.LedgerEntry;
import dev.assay.pending.PendingKind;
import dev.assay.pending.Site;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that a test has arranged; open until it has happened.
 *
 * @since 0.1
 */
public final class ScriptedEntry extends LedgerEntry {
  private final Supplier<String> what;
  private final boolean rule;

  private ScriptedEntry(Ledger ledger, Supplier<String> what, boolean rule) {
    super(ledger, PendingKind.SCRIPTED, Site.here());
    this.what = what;
    this.rule = rule;
  }

  /** Opens the line of what is to happen once, or returns null outside a trial. */
  public static @Nullable ScriptedEntry once(Supplier<String> what) {
    return opened(what, false);
  }

  /** Opens the line of a rule, which holds as often as there is a case, or returns null. */
  static @Nullable ScriptedEntry rule(Supplier<String> what) {
    return opened(what, true);
  }

  private static @Nullable ScriptedEntry opened(Supplier<String> what, boolean rule) {
    Ledger ledger = Ledger.current();
    if (ledger == null) {
      return null;
    }
    ScriptedEntry entry = new ScriptedEntry(ledger, what, rule);
    entry.open();
    return entry;
  }

  /** Takes down that it has happened. */
  public static void happened(@Nullable ScriptedEntry entry) {
    if (entry != null) {
      entry.settle();
    }
  }

  @Override
  protected PendingKind kind() {
    return PendingKind.SCRIPTED;
  }

  /** A rule may be made for tests of which some meet no case. */
  @Override
  protected boolean awaited() {
    return !rule;
  }

  @Override
  protected String detail() {
    return what.get();
  }
}
