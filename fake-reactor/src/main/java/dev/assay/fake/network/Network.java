// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import dev.assay.call.Nanos;
import dev.assay.fake.event.Choice;
import dev.assay.fake.event.Chooser;
import dev.assay.fake.event.Phase;
import dev.assay.fake.timeline.Event;
import dev.assay.fake.timeline.Timeline;
import dev.assay.fake.timeline.TraceLog;
import dev.assay.fake.timeline.VirtualCall;
import dev.assay.ledger.Ledger;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state that all hosts of a network share: their time, their trace, the paths between them, and
 * the settings of the test.
 *
 * <p>This class refers to hosts by name only; {@link Hosts} contains the hosts.
 *
 * @since 0.1
 */
public final class Network {
  private static final int DEFAULT_MARK = 65_536;

  private final Timeline timeline;
  private final TraceLog trace;
  private final Map<Route, Path> paths = new LinkedHashMap<>();
  private Chooser chooser = Chooser.quiet();
  private int highWaterMark = DEFAULT_MARK;
  private int receiveWindow = DEFAULT_MARK;

  /** Creates a network on a timeline; the network writes to the timeline's trace. */
  public Network(Timeline timeline) {
    this.timeline = timeline;
    this.trace = timeline.trace();
  }

  /** Returns the timeline that all hosts share. */
  public Timeline timeline() {
    return timeline;
  }

  /** Returns the trace of everything that has happened so far. */
  public TraceLog trace() {
    return trace;
  }

  /** Sets the chooser that makes every open decision from now on. */
  public void choose(Chooser decider) {
    checkThread("change the network");
    chooser = Chooser.quiet().equals(decider) ? decider : new CheckedChooser(decider);
    timeline.orderBy(chooser);
  }

  /** Returns the chooser that makes every open decision. */
  public Chooser chooser() {
    return chooser;
  }

  /**
   * Sets the number of unsent bytes above which producers are paused, for connections made from now
   * on.
   */
  public void highWaterMark(int bytes) {
    checkThread("change the network");
    highWaterMark = bytes;
  }

  /** Returns the number of unsent bytes above which a producer is paused. */
  int highWaterMark() {
    return highWaterMark;
  }

  /** Sets the maximum number of bytes in transit to a protocol that does not accept them. */
  public void receiveWindow(int bytes) {
    checkThread("change the network");
    receiveWindow = bytes;
  }

  /** Returns the maximum number of bytes in transit to a protocol that does not accept them. */
  int receiveWindow() {
    return receiveWindow;
  }

  /** Returns the ledger of this network's trial, or null. */
  public @Nullable Ledger ledger() {
    return timeline.ledger();
  }

  /** Returns the time since the beginning. */
  public Duration elapsed() {
    return Duration.ofNanos(timeline.nanos());
  }

  /** Rejects a request from another thread. */
  public void checkThread(String what) {
    timeline.checkThread(what);
  }

  /** Rejects a request from another thread, or after the end of the trial. */
  public void checkRequest(String what) {
    timeline.checkRequest(what);
  }

  /** Schedules an event for the network phase of the next turn. */
  public void soon(Event event) {
    timeline.happen(Phase.NETWORK, timeline.nanos(), event);
  }

  /** Schedules an event that is under way for the given time. */
  VirtualCall later(Duration delay, Event event) {
    return timeline.happen(Phase.NETWORK, after(delay), event);
  }

  /** Schedules an event that waits for time to pass, such as a timeout. */
  public VirtualCall timer(Duration delay, Event event) {
    return timeline.timer(Phase.NETWORK, after(delay), event);
  }

  private long after(Duration delay) {
    return Nanos.after("delay", timeline.nanos(), delay);
  }

  /** Records an event on a host in the trace. */
  public void trace(Host host, String kind, Object subject, Object detail) {
    trace.add(host.name(), kind, subject, detail);
  }

  /** Returns the path from one host to another, and creates it if there is none. */
  Path path(Host from, Host to) {
    return paths.computeIfAbsent(new Route(from.name(), to.name()), route -> new Path(timeline));
  }

  private record Route(String from, String to) {}

  /** A wrapper around a chooser that checks its result, which must be one of the options. */
  private record CheckedChooser(Chooser chooser) implements Chooser {
    @Override
    public int choose(Choice what, int options) {
      int chosen = chooser.choose(what, options);
      if (chosen < 0 || chosen >= options) {
        throw new IllegalArgumentException(
            "choice of " + what + " must be from 0 to " + (options - 1) + ": " + chosen);
      }
      return chosen;
    }
  }
}
