// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import org.jspecify.annotations.Nullable;

/**
 * Something that a test has arranged, with its line in the ledger.
 *
 * @param what what is to happen
 * @param entry its line, or null outside a trial
 */
record Scripted<T>(T what, @Nullable ScriptedEntry entry) {
  /** Takes down that it happens now, and returns what that is. */
  T happen() {
    ScriptedEntry.happened(entry);
    return what;
  }
}
