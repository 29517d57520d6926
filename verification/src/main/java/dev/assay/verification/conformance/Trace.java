// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.conformance;

import com.google.gson.JsonArray;
import org.jspecify.annotations.Nullable;

/** What happened while a case was played, in order. */
final class Trace {
  private final JsonArray entries = new JsonArray();

  /** Adds one entry, such as {@code ["cb","c1","v8"]}. */
  void add(@Nullable Object... parts) {
    entries.add(Values.array(parts));
  }

  /** Adds an entry that is a name and nothing else. */
  void addName(String name) {
    entries.add(name);
  }

  JsonArray entries() {
    return entries;
  }
}
