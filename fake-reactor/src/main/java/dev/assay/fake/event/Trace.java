// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.event;

import java.util.List;

/**
 * All that has happened on a timeline, in order: calls, connections, datagrams, look-ups, tasks,
 * and what a trial's Deferreds did. Two equal runs have equal traces, byte for byte.
 *
 * <p>The first events of a very long run are dropped.
 *
 * @since 0.1
 */
public interface Trace {
  /** Returns what has happened so far. */
  List<TraceEvent> events();

  /** Returns how many of the first events are no longer known. */
  long dropped();

  /** Returns the trace as an object of JSON a line. */
  String toJsonLines();

  /** Returns the trace as text, an event a line. */
  @Override
  String toString();
}
