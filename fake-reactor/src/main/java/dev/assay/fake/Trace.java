// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import dev.assay.pending.Display;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that has happened on a timeline, in order: calls, connections, datagrams, look-ups, tasks,
 * and what a trial's Deferreds did. Two equal runs have equal traces, byte for byte.
 *
 * <p>What happens is written down without its text, which is made when somebody reads it. The first
 * events of a very long run are dropped.
 *
 * @since 0.1
 */
public final class Trace {
  private static final int MOST = 1 << 18;

  private final LongSupplier nanos;
  private final ArrayDeque<Line> lines = new ArrayDeque<>();
  private long dropped;

  Trace(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /**
   * Writes down that something happened.
   *
   * @param subject what it happened to; its text must not change
   * @param detail what there is to say about it; its text must not change
   */
  void add(String host, String kind, Object subject, Object detail) {
    if (lines.size() == MOST) {
      lines.remove();
      dropped++;
    }
    lines.add(new Line(nanos.getAsLong(), host, kind, subject, detail));
  }

  void armed(VirtualCall call, Runnable action, @Nullable Origin origin) {
    Object code = action instanceof InLane work ? work.origin() : action.getClass();
    add(call.host, "armed", call, new Due(call.due, origin == null ? code : origin));
  }

  void call(String kind, VirtualCall call) {
    boolean dueCounts = kind.equals("armed") || kind.equals("moved");
    add(call.host, kind, call, dueCounts ? new Due(call.due, "") : "");
  }

  /** Returns what has happened so far. */
  public List<TraceEvent> events() {
    return read().toList();
  }

  /** Returns how many of the first events are no longer known. */
  public long dropped() {
    return dropped;
  }

  /** Returns the trace as an object of JSON a line. */
  public String toJsonLines() {
    return read().map(event -> event.toJson() + "\n").collect(Collectors.joining());
  }

  /** Returns the trace as text, an event a line. */
  @Override
  public String toString() {
    return read().map(event -> event + "\n").collect(Collectors.joining());
  }

  private Stream<TraceEvent> read() {
    return lines.stream().map(Line::read);
  }

  /** An event as it was written down. */
  private record Line(long at, String host, String kind, Object subject, Object detail) {
    TraceEvent read() {
      String name = subject instanceof VirtualCall call ? call.name() : subject.toString();
      return new TraceEvent(Duration.ofNanos(at), host, kind, name, detail.toString());
    }
  }

  /**
   * When a call was due, and where it came from.
   *
   * @param origin a class of code, a text, or an {@link Origin}
   */
  private record Due(long nanos, Object origin) {
    @Override
    public String toString() {
      String from = origin instanceof Class<?> code ? Display.ofCode(code) : origin.toString();
      return "due at t="
          + Display.time(Duration.ofNanos(nanos))
          + (from.isEmpty() ? "" : ", " + from);
    }
  }
}
