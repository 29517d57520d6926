// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.assertj;

import dev.assay.fake.event.Trace;
import dev.assay.fake.event.TraceEvent;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about a {@link Trace}, which never add to it.
 *
 * <p>An event is identified by a part of its line, such as {@code write client} or {@code 5 bytes}.
 * Only whole words match: {@code connected} does not match {@code disconnected}, and {@code 5
 * bytes} does not match {@code 15 bytes}.
 *
 * @since 0.1
 */
public class TraceAssert extends SubjectAssert<TraceAssert, Trace> {
  /** Makes assertions about a trace. */
  public TraceAssert(@Nullable Trace actual) {
    super(actual, TraceAssert.class);
  }

  /** Verifies that these events happened in this order; other events may lie between them. */
  public TraceAssert containsInOrder(String... events) {
    if (events.length == 0) {
      throw new IllegalArgumentException("events must not be empty: []");
    }
    List<TraceEvent> all = present().events();
    int next = 0;
    for (String text : events) {
      int found = indexOf(pattern(text), all, next);
      if (found < 0) {
        throw unmet("to contain in order" + Listing.of(List.of(events)), missing(text, all, next));
      }
      next = found + 1;
    }
    return this;
  }

  /** Verifies that an event never happened. */
  public TraceAssert doesNotContain(String event) {
    Pattern pattern = pattern(event);
    String wanted = "not to contain " + event;
    List<TraceEvent> all = present().events();
    int found = indexOf(pattern, all, 0);
    if (found >= 0) {
      throw unmet(wanted, "there is\n  " + all.get(found));
    }
    return expect(actual.dropped() == 0, wanted, this::dropped);
  }

  private String missing(String text, List<TraceEvent> all, int from) {
    int earlier = indexOf(pattern(text), all.subList(0, from), 0);
    List<TraceEvent> rest = all.subList(from, all.size());
    return text
        + " is missing"
        + (from == 0 ? "" : " after\n  " + all.get(from - 1))
        + (earlier < 0 ? "" : "\nthough it came before that\n  " + all.get(earlier))
        + (rest.isEmpty() ? "\nand nothing more happened" : "\namong" + Listing.of(rest))
        + (actual.dropped() == 0 ? "" : "\nand " + dropped());
  }

  private String dropped() {
    long dropped = actual.dropped();
    return dropped == 1
        ? "the first event is no longer known"
        : "the first " + dropped + " events are no longer known";
  }

  private static int indexOf(Pattern pattern, List<TraceEvent> events, int from) {
    for (int i = from; i < events.size(); i++) {
      if (pattern.matcher(events.get(i).toString()).find()) {
        return i;
      }
    }
    return -1;
  }

  /** Returns a pattern that finds a text which neither begins nor ends inside a word. */
  private static Pattern pattern(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("event must not be blank: \"" + text + "\"");
    }
    return Pattern.compile("(?<!\\w(?=\\w))" + Pattern.quote(text) + "(?<!\\w(?=\\w))");
  }
}
