// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import org.jspecify.annotations.Nullable;

/**
 * Something that a test has arranged, with its line in the ledger.
 *
 * @param what what is to happen
 * @param entry its line, or null outside a trial
 * @since 0.1
 */
public record Scripted<T>(T what, @Nullable ScriptedEntry entry) {
  /** Takes down that it happens now, and returns what that is. */
  public T happen() {
    ScriptedEntry.happened(entry);
    return what;
  }
}
