// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import dev.assay.pending.Display;
import dev.assay.pending.Ledger;
import dev.assay.pending.Site;
import java.net.InetAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Machines on one timeline, and the paths between them.
 *
 * <p>Nothing takes time and nothing fails unless a test says so, by a {@link Fault}.
 *
 * @since 0.1
 */
public final class FakeNetwork {
  private static final int DEFAULT_MARK = 65_536;

  private final VirtualClock clock;
  private final Timeline timeline;
  private final Trace trace;
  private final Map<String, FakeReactor> hosts = new LinkedHashMap<>();
  private final Map<Route, Path> paths = new LinkedHashMap<>();
  private Chooser chooser = Chooser.quiet();
  private int highWaterMark = DEFAULT_MARK;
  private int receiveWindow = DEFAULT_MARK;

  /** The user code that has struck with the last fault. */
  private Site struckFrom = Site.unknown();

  /** Makes a network with a clock of its own. */
  public FakeNetwork() {
    this(new VirtualClock());
  }

  /** Makes a network on the timeline of a clock. */
  public FakeNetwork(VirtualClock clock) {
    this.clock = clock;
    this.timeline = clock.timeline();
    this.trace = timeline.trace();
  }

  /** Returns the reactor of the host with this name, which is made if there is none. */
  public FakeReactor host(String name) {
    return hosts.computeIfAbsent(
        name, called -> new FakeReactor(new FakeHost(this, called, nextAddress())));
  }

  /** Returns the reactors of all hosts, in the order in which they were made. */
  public List<FakeReactor> hosts() {
    return List.copyOf(hosts.values());
  }

  /** Returns the clock that all hosts go by. */
  public VirtualClock clock() {
    return clock;
  }

  /** Returns what has happened so far. */
  public Trace trace() {
    return trace;
  }

  /** Lets everything that is left open be decided by a chooser from now on. */
  public FakeNetwork choose(Chooser decider) {
    boolean quiet = decider == QuietChooser.INSTANCE;
    chooser = quiet ? decider : new CheckedChooser(decider);
    timeline.phases().orderBy(chooser);
    return this;
  }

  /** Pauses producers of connections made from now on when more than so many bytes are unsent. */
  public FakeNetwork highWaterMark(int bytes) {
    highWaterMark = bytes;
    return this;
  }

  /** Lets at most so many bytes be under way to a protocol that does not take them. */
  public FakeNetwork receiveWindow(int bytes) {
    receiveWindow = bytes;
    return this;
  }

  /** Has faults strike, one after the other, here and now. */
  public FakeNetwork strike(Fault... faults) {
    return strike(site(), faults);
  }

  private FakeNetwork strike(Site site, Fault... faults) {
    checkThread("strike");
    struckFrom = site;
    for (Fault fault : faults) {
      trace.add("network", "fault", fault, "");
      fault.strike(this);
    }
    return this;
  }

  /** Returns the user code that is running, if a trial watches. */
  private static Site site() {
    return Ledger.current() == null ? Site.unknown() : Site.here();
  }

  /** Names a hindrance by the line that the fault which is striking comes from. */
  String hindrance(String what) {
    return struckFrom.element() == null ? what : what + ", made at " + struckFrom + ",";
  }

  /** Has faults strike, one after the other, when a time has passed. */
  public FakeNetwork strikeAfter(Duration delay, Fault... faults) {
    Duration due = clock.elapsed().plus(delay);
    String named = Stream.of(faults).map(Fault::toString).collect(Collectors.joining(" and "));
    String what = named + ", due at t=" + Display.time(due);
    Scripted<Fault[]> scripted = new Scripted<>(faults.clone(), ScriptedEntry.once(() -> what));
    Site armed = site();
    later(delay, new Event("fault on", "the network", () -> strike(armed, scripted.happen())));
    return this;
  }

  /**
   * Makes the way between two hosts take a time, as {@link Fault.Latency} does; makes the hosts.
   */
  public FakeNetwork latency(String host, String other, Duration each) {
    host(host);
    host(other);
    return strike(new Fault.Latency(host, other, each));
  }

  int highWaterMark() {
    return highWaterMark;
  }

  int receiveWindow() {
    return receiveWindow;
  }

  Chooser chooser() {
    return chooser;
  }

  @Nullable Ledger ledger() {
    return timeline.ledger();
  }

  List<FakeHost> machines() {
    return hosts.values().stream().map(FakeReactor::machine).toList();
  }

  /** Returns where a call comes from that this thread makes, if that is to be recorded. */
  @Nullable Origin origin() {
    return timeline.origin();
  }

  boolean isOwnThread() {
    return timeline.isOwnThread();
  }

  /** Runs work on the own thread: at once if this is it, else before anything else happens. */
  void handOver(Runnable task, Runnable work) {
    timeline.handOver(task, work);
  }

  /** Has something happen with what other threads have handed over. */
  void fromThread(Event event) {
    timeline.happen(Phase.THREAD_CALLS, timeline.nanos(), event);
  }

  void checkThread(String what) {
    timeline.checkThread(what);
  }

  /** Refuses what is asked by another thread, or when the trial has ended. */
  void checkRequest(String what) {
    timeline.checkRequest(what);
  }

  /** Has something happen in the network phase of the next turn. */
  void soon(Event event) {
    timeline.happen(Phase.NETWORK, timeline.nanos(), event);
  }

  /** Has something happen after a delay. */
  VirtualCall later(Duration delay, Event event) {
    return timeline.happen(Phase.NETWORK, Nanos.after("delay", timeline.nanos(), delay), event);
  }

  void trace(FakeHost host, String kind, Object subject, Object detail) {
    trace.add(host.name(), kind, subject, detail);
  }

  Path path(FakeHost from, FakeHost to) {
    return paths.computeIfAbsent(new Route(from.name(), to.name()), route -> new Path(timeline));
  }

  /** Returns the way from one host to another, by their names. */
  Path way(String from, String to) {
    return path(machine(from), machine(to));
  }

  /** Changes the ways between two hosts, both of them unless the two are one. */
  void bothWays(String host, String other, Consumer<Path> change) {
    change.accept(way(host, other));
    if (!host.equals(other)) {
      change.accept(way(other, host));
    }
  }

  /** Returns the ends on one host of its connections with another. */
  List<StreamEnd> between(String host, String other) {
    FakeHost far = machine(other);
    return machine(host).connections().stream().filter(end -> end.isWith(far)).toList();
  }

  void crash(String host) {
    FakeHost machine = machine(host);
    machine.crash();
    timeline.armed().stream().filter(call -> host.equals(call.host)).forEach(VirtualCall::cancel);
  }

  /** Returns the host with a name, which must be there. */
  FakeHost machine(String name) {
    FakeHost machine = hostCalled(name);
    if (machine == null) {
      throw new IllegalArgumentException("host must be one of " + hosts.keySet() + ": " + name);
    }
    return machine;
  }

  @Nullable FakeHost hostCalled(String name) {
    FakeReactor called = hosts.get(name);
    return called == null ? null : called.machine();
  }

  /** Returns the host that an address leads to, seen from another, or null if there is none. */
  @Nullable FakeHost hostAt(InetAddress address, FakeHost from) {
    if (from.has(address)) {
      return from;
    }
    return machines().stream()
        .filter(host -> host.address().equals(address))
        .findFirst()
        .orElse(null);
  }

  /** Returns {@code FakeNetwork of client, server at t=1s}. */
  @Override
  public String toString() {
    String names = hosts.isEmpty() ? "no hosts" : String.join(", ", hosts.keySet());
    return "FakeNetwork of " + names + " at t=" + Display.time(clock.elapsed());
  }

  private InetAddress nextAddress() {
    int number = hosts.size() + 1;
    return Addresses.ipv4(10, 0, number / 256, number % 256);
  }

  private record Route(String from, String to) {}
}
