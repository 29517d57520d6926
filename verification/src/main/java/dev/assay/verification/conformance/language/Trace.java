// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.conformance.language;

import com.google.gson.JsonArray;
import org.jspecify.annotations.Nullable;

/** What happened while a case was played, in order. */
public final class Trace {
  private final JsonArray entries = new JsonArray();

  /** Adds one entry, such as {@code ["cb","c1","v8"]}. */
  public void add(@Nullable Object... parts) {
    entries.add(Values.array(parts));
  }

  /** Adds an entry that is a name and nothing else. */
  public void addName(String name) {
    entries.add(name);
  }

  public JsonArray entries() {
    return entries;
  }
}
