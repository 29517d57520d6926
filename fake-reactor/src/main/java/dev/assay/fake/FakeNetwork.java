// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import dev.assay.call.Nanos;
import dev.assay.fake.event.Chooser;
import dev.assay.fake.event.Trace;
import dev.assay.fake.network.FakeHost;
import dev.assay.fake.network.Hosts;
import dev.assay.fake.network.Network;
import dev.assay.fake.network.Scripted;
import dev.assay.fake.network.ScriptedEntry;
import dev.assay.fake.timeline.Event;
import dev.assay.ledger.Display;
import dev.assay.ledger.Ledger;
import dev.assay.pending.Site;
import dev.assay.stack.Sites;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A network of hosts on one timeline, and the paths between them.
 *
 * <p>Nothing takes time and nothing fails unless a test injects a {@link Fault}.
 *
 * @since 0.1
 */
public final class FakeNetwork {
  /** The hosts, as faults see them. */
  final Hosts hosts;

  private final VirtualClock clock;
  private final Network network;
  private final Map<String, FakeReactor> reactors = new LinkedHashMap<>();

  /** The user code that applied the last fault. */
  Site struckFrom = Site.unknown();

  /** Creates a network with its own clock. */
  public FakeNetwork() {
    this(new VirtualClock());
  }

  /** Creates a network on the timeline of a clock. */
  public FakeNetwork(VirtualClock clock) {
    this.clock = clock;
    this.network = new Network(clock.timeline());
    this.hosts = new Hosts(network);
  }

  /** Returns the reactor of the host with this name, and creates the host if it does not exist. */
  public FakeReactor host(String name) {
    FakeReactor known = reactors.get(name);
    return known == null ? new FakeReactor(this, name) : known;
  }

  /** Returns the child processes of the host with this name, which must exist. */
  FakeProcesses processes(String name) {
    return host(hosts.named(name).name()).processes();
  }

  /** Creates the host of a reactor. */
  FakeHost add(String name, FakeReactor reactor) {
    network.checkThread("make a host");
    reactors.put(name, reactor);
    return hosts.add(name);
  }

  /** Returns the reactors of all hosts, in order of creation. */
  public List<FakeReactor> hosts() {
    return List.copyOf(reactors.values());
  }

  /** Returns the clock that all hosts share. */
  public VirtualClock clock() {
    return clock;
  }

  /** Returns the trace of everything that has happened so far. */
  public Trace trace() {
    return network.trace();
  }

  /** Sets the chooser that makes every open decision from now on. */
  public FakeNetwork choose(Chooser decider) {
    network.choose(decider);
    return this;
  }

  /**
   * Sets the number of unsent bytes above which producers are paused, for connections made from now
   * on.
   */
  public FakeNetwork highWaterMark(int bytes) {
    network.highWaterMark(bytes);
    return this;
  }

  /** Sets the maximum number of bytes in transit to a protocol that does not accept them. */
  public FakeNetwork receiveWindow(int bytes) {
    network.receiveWindow(bytes);
    return this;
  }

  /** Applies faults immediately, one after the other. */
  public FakeNetwork strike(Fault... faults) {
    return strike(site(), faults);
  }

  private FakeNetwork strike(Site site, Fault... faults) {
    network.checkThread("strike");
    struckFrom = site;
    for (Fault fault : faults) {
      network.trace().add("network", "fault", fault, "");
      fault.strike(this);
    }
    return this;
  }

  /** Returns the user code that is running, if there is a trial. */
  private static Site site() {
    return Ledger.current() == null ? Site.unknown() : Sites.here();
  }

  /** Names an obstruction, with the line of user code that the current fault comes from. */
  String hindrance(String what) {
    return struckFrom.element() == null ? what : what + ", made at " + struckFrom + ",";
  }

  /** Applies faults after a delay, one after the other. */
  public FakeNetwork strikeAfter(Duration delay, Fault... faults) {
    network.checkThread("strike");
    Duration due = Duration.ofNanos(Nanos.after("delay", clock.timeline().nanos(), delay));
    String named = Stream.of(faults).map(Fault::toString).collect(Collectors.joining(" and "));
    String what = named + ", due at t=" + Display.time(due);
    Site armed = site();
    Scripted<Fault[]> scripted =
        new Scripted<>(faults.clone(), ScriptedEntry.once(armed, () -> what));
    network.timer(
        delay, new Event("fault on", "the network", () -> strike(armed, scripted.happen())));
    return this;
  }

  /** Returns {@code FakeNetwork of client, server at t=1s}. */
  @Override
  public String toString() {
    String names = reactors.isEmpty() ? "no hosts" : String.join(", ", reactors.keySet());
    return "FakeNetwork of " + names + " at t=" + Display.time(clock.elapsed());
  }
}
