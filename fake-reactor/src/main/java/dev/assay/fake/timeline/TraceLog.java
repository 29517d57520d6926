// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.timeline;

import dev.assay.call.CallSite;
import dev.assay.fake.event.Trace;
import dev.assay.fake.event.TraceEvent;
import dev.assay.ledger.Display;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.LedgerEntry;
import dev.assay.ledger.LedgerListener;
import dev.assay.pending.PendingKind;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The writable trace of a timeline: events are recorded without their text, which is created when
 * the trace is read.
 *
 * @since 0.1
 */
public final class TraceLog implements Trace {
  private static final int MOST = 1 << 18;

  private final LongSupplier nanos;
  private final ArrayDeque<Line> lines = new ArrayDeque<>();
  private long dropped;

  TraceLog(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /**
   * Records an event.
   *
   * @param subject the object that it happened to; its text must not change
   * @param detail further details; its text must not change
   */
  public void add(String host, String kind, Object subject, Object detail) {
    if (lines.size() == MOST) {
      lines.remove();
      dropped++;
    }
    lines.add(new Line(nanos.getAsLong(), host, kind, subject, detail));
  }

  void armed(VirtualCall call, Runnable action, @Nullable CallSite origin) {
    Object code = action instanceof Ordered work ? work.origin() : action.getClass();
    add(call.host, "armed", call, new Due(call.dueNanos(), origin == null ? code : origin));
  }

  void call(String kind, VirtualCall call) {
    boolean dueCounts = kind.equals("armed") || kind.equals("moved");
    add(call.host, kind, call, dueCounts ? new Due(call.dueNanos(), "") : "");
  }

  @Override
  public List<TraceEvent> events() {
    return read().toList();
  }

  @Override
  public long dropped() {
    return dropped;
  }

  @Override
  public String toJsonLines() {
    return read().map(event -> event.toJson() + "\n").collect(Collectors.joining());
  }

  @Override
  public String toString() {
    return read().map(event -> event + "\n").collect(Collectors.joining());
  }

  /** Also records the events that a trial's ledger reports. */
  void listenTo(Ledger ledger) {
    ledger.listen(new OfLedger(this));
  }

  private Stream<TraceEvent> read() {
    return lines.stream().map(Line::read);
  }

  /** An event in its recorded form. */
  private record Line(long at, String host, String kind, Object subject, Object detail) {
    TraceEvent read() {
      String name = subject instanceof VirtualCall call ? call.name() : subject.toString();
      return new TraceEvent(Duration.ofNanos(at), host, kind, name, detail.toString());
    }
  }

  /**
   * The due time of a call, and its origin.
   *
   * @param origin a class of code, a text, or a {@link CallSite}
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

  /**
   * A listener that writes the events of a trial's ledger into the trace, except those that the
   * fakes write themselves.
   */
  private record OfLedger(TraceLog trace) implements LedgerListener {
    @Override
    public void opened(LedgerEntry entry, PendingKind kind) {
      if (kind == PendingKind.LOGGED_ERROR) {
        trace.add("", "logged", entry, new Detail(entry));
      } else if (kind.isTraced()) {
        trace.add("", "opened", entry, "");
      }
    }

    @Override
    public void fired(LedgerEntry deferred, @Nullable Throwable failure) {
      trace.add("", "fired", deferred, failure == null ? "" : failure.getClass().getName());
    }

    @Override
    public void settled(LedgerEntry entry, PendingKind kind) {
      if (kind.isTraced()) {
        trace.add("", "settled", entry, "");
      }
    }

    /** The text of a logged entry. */
    private record Detail(LedgerEntry logged) {
      @Override
      public String toString() {
        return logged.freeze().detail();
      }
    }
  }
}
