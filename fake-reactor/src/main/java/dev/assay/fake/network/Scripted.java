// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import org.jspecify.annotations.Nullable;

/**
 * An action that a test has scripted, with its ledger entry.
 *
 * @param what the scripted action
 * @param entry its entry, or null outside a trial
 * @since 0.1
 */
public record Scripted<T>(T what, @Nullable ScriptedEntry entry) {
  /** Records that it happens now, and returns the action. */
  public T happen() {
    ScriptedEntry.happened(entry);
    return what;
  }
}
