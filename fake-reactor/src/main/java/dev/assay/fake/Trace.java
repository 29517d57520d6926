// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All that has happened on a network, in order. Two equal runs have equal traces.
 *
 * @since 0.1
 */
public final class Trace {
  private final List<TraceEvent> events = new ArrayList<>();

  Trace() {}

  void add(TraceEvent event) {
    events.add(event);
  }

  /** Returns what has happened so far. */
  public List<TraceEvent> events() {
    return List.copyOf(events);
  }

  /** Returns the trace as an object of JSON a line. */
  public String toJsonLines() {
    return events.stream().map(event -> event.toJson() + "\n").collect(Collectors.joining());
  }

  /** Returns the trace as text, an event a line. */
  @Override
  public String toString() {
    return events.stream().map(event -> event + "\n").collect(Collectors.joining());
  }
}
