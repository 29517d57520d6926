// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import dev.assay.fake.event.Choice;
import dev.assay.fake.event.Chooser;
import dev.assay.fake.event.Phase;
import dev.assay.fake.timeline.Event;
import dev.assay.fake.timeline.Nanos;
import dev.assay.fake.timeline.Timeline;
import dev.assay.fake.timeline.TraceLog;
import dev.assay.fake.timeline.VirtualCall;
import dev.assay.pending.Ledger;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The things that all hosts of a network share: the time they go by, the trace they write, the
 * paths between them, and the settings of the test.
 *
 * <p>It knows hosts by their names only; {@link Hosts} has them.
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

  /** Makes a network on a timeline, in whose trace it writes. */
  public Network(Timeline timeline) {
    this.timeline = timeline;
    this.trace = timeline.trace();
  }

  /** Returns the time that all hosts go by. */
  public Timeline timeline() {
    return timeline;
  }

  /** Returns what has happened so far. */
  public TraceLog trace() {
    return trace;
  }

  /** Lets a chooser decide everything that is left open from now on. */
  public void choose(Chooser decider) {
    checkThread("change the network");
    chooser = Chooser.quiet().equals(decider) ? decider : new CheckedChooser(decider);
    timeline.orderBy(chooser);
  }

  /** Returns what decides everything that is left open. */
  Chooser chooser() {
    return chooser;
  }

  /** Pauses producers of connections made from now on when more than n bytes are unsent. */
  public void highWaterMark(int bytes) {
    checkThread("change the network");
    highWaterMark = bytes;
  }

  /** Returns how many bytes may be unsent before a producer is paused. */
  int highWaterMark() {
    return highWaterMark;
  }

  /** Lets at most n bytes be under way to a protocol that does not take them. */
  public void receiveWindow(int bytes) {
    checkThread("change the network");
    receiveWindow = bytes;
  }

  /** Returns how many bytes may be under way to a protocol that does not take them. */
  int receiveWindow() {
    return receiveWindow;
  }

  /** Returns the ledger of the trial that this is in, or null. */
  public @Nullable Ledger ledger() {
    return timeline.ledger();
  }

  /** Returns the time since the beginning. */
  public Duration elapsed() {
    return Duration.ofNanos(timeline.nanos());
  }

  /** Refuses what another thread asks. */
  public void checkThread(String what) {
    timeline.checkThread(what);
  }

  /** Refuses what is asked by another thread, or when the trial has ended. */
  public void checkRequest(String what) {
    timeline.checkRequest(what);
  }

  /** Has something happen in the network phase of the next turn. */
  public void soon(Event event) {
    timeline.happen(Phase.NETWORK, timeline.nanos(), event);
  }

  /** Has something happen after a delay. */
  public VirtualCall later(Duration delay, Event event) {
    return timeline.happen(Phase.NETWORK, Nanos.after("delay", timeline.nanos(), delay), event);
  }

  /** Writes down what happened on a host. */
  public void trace(Host host, String kind, Object subject, Object detail) {
    trace.add(host.name(), kind, subject, detail);
  }

  /** Returns the way from one host to another, which is made if there is none. */
  Path path(Host from, Host to) {
    return paths.computeIfAbsent(new Route(from.name(), to.name()), route -> new Path(timeline));
  }

  private record Route(String from, String to) {}

  /** A chooser that is not believed: it must take one of the options. */
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
