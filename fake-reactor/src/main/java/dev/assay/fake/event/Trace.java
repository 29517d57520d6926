// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.event;

import java.util.List;

/**
 * The events of a timeline, in order: calls, connections, datagrams, lookups, tasks, and the events
 * of a trial's Deferreds. Two equal runs have equal traces, byte for byte.
 *
 * <p>The first events of a very long run are dropped.
 *
 * @since 0.1
 */
public interface Trace {
  /** Returns the events so far. */
  List<TraceEvent> events();

  /** Returns the number of events that were dropped at the beginning. */
  long dropped();

  /** Returns the trace as JSON, with one object per line. */
  String toJsonLines();

  /** Returns the trace as text, with one event per line. */
  @Override
  String toString();
}
