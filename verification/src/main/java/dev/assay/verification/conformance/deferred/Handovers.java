// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.conformance.deferred;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which Deferreds of a program hand their result to which, by a chain or because one waits.
 *
 * <p>Twisted notes on the one that gets the result where it comes from, and strikes the note out
 * when that one's levels run next. A recording calls a fired Deferred with such a note waiting,
 * also when it has a result already: it fired before it was chained to, or is paused. We keep no
 * such note, so all that is compared of such an entry is what it says of {@code called} and {@code
 * paused}; one that does wait counts a pause for it.
 */
final class Handovers {
  private final Map<String, Set<String>> sources = new LinkedHashMap<>();

  /** Notes that the program has a step that hands one's result to the other. */
  void add(String from, String to) {
    sources.computeIfAbsent(to, name -> new TreeSet<>()).add(from);
  }

  /** Returns our state of a Deferred, in the recording's words if those may stand for it. */
  JsonObject inWordsOf(@Nullable JsonElement recorded, String name, JsonObject ours) {
    if (!(recorded instanceof JsonObject theirs)
        || !theirs.has("on")
        || !sources.getOrDefault(name, Set.of()).contains(theirs.get("on").getAsString())) {
      return ours;
    }
    JsonObject worded = new JsonObject();
    worded.add("called", ours.get("called"));
    if (ours.has("paused")) {
      worded.add("paused", ours.get("paused"));
    }
    worded.addProperty("state", "waiting");
    worded.add("on", theirs.get("on"));
    return worded;
  }
}
