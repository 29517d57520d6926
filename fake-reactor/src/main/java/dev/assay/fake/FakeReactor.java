// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import static java.util.Objects.requireNonNull;

import dev.assay.deferred.Deferred;
import dev.assay.fake.event.ConnectAttempt;
import dev.assay.fake.event.OpenConnection;
import dev.assay.fake.event.SentDatagram;
import dev.assay.fake.event.Step;
import dev.assay.fake.network.ConnectionState;
import dev.assay.fake.network.FakeHost;
import dev.assay.fake.network.HostEvents;
import dev.assay.ledger.Display;
import dev.assay.process.Command;
import dev.assay.process.ProcessProtocol;
import dev.assay.process.ProcessTransport;
import dev.assay.process.StartFailedException;
import dev.assay.protocol.BindFailedException;
import dev.assay.protocol.ClientFactory;
import dev.assay.protocol.Connector;
import dev.assay.protocol.DatagramProtocol;
import dev.assay.protocol.DatagramTransport;
import dev.assay.protocol.ProtocolFactory;
import dev.assay.reactor.ConnectOptions;
import dev.assay.reactor.ListenOptions;
import dev.assay.reactor.ListeningPort;
import dev.assay.reactor.Reactor;
import dev.assay.reactor.SystemEvent;
import dev.assay.reactor.rules.Addresses;
import dev.assay.reactor.rules.ReactorLifecycle;
import dev.assay.time.DelayedCall;
import dev.assay.tls.TlsOptions;
import java.net.InetAddress;
import java.net.UnixDomainSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * A reactor that a test drives by hand: its time is virtual, its network is in memory, and it has
 * no threads.
 *
 * <p>Nothing happens until the test asks for it, and then one thing happens at a time. No request
 * calls its caller back before it returns: its consequences are events of a later turn. A turn runs
 * what is ready, in this order: calls handed over by other threads, calls that are due, events of
 * the network and the thread pool, and the shutdown.
 *
 * <p>An exception in a call never ends a run. In a trial it is logged; outside a trial, the method
 * that drives the reactor throws it at its end. Reactors of one {@link FakeNetwork} share their
 * time, so driving one drives all.
 *
 * @since 0.1
 */
public final class FakeReactor implements Reactor {
  private final FakeNetwork network;
  private final VirtualClock clock;
  private final FakeHost host;
  private final FakeThreads threads;
  private final FakeProcesses processes;
  private final FakeDescriptors descriptors;
  private final ReactorLifecycle life;
  private final Driver driver;

  /** Creates the reactor of a host that is alone on its network. */
  public FakeReactor() {
    this(new FakeNetwork(), "localhost");
  }

  /** Creates the reactor of a host, and the host. */
  FakeReactor(FakeNetwork network, String name) {
    this.network = network;
    this.clock = network.clock();
    this.host = network.add(name, this);
    this.threads = new FakeThreads(host.network(), host);
    this.processes = new FakeProcesses(host.network(), host);
    this.descriptors = new FakeDescriptors(host.network(), host);
    this.life =
        new ReactorLifecycle(
            new HostEvents(host.network(), host), "the reactor of " + host, this::closeAll);
    this.driver = new Driver(clock.timeline(), network.hosts);
  }

  private void closeAll() {
    host.closeAll();
    processes.closeAll();
    descriptors.closeAll();
  }

  /** Returns the clock that this reactor uses. */
  public VirtualClock clock() {
    return clock;
  }

  /** Returns the network that this reactor is on. */
  public FakeNetwork network() {
    return network;
  }

  /** Returns the names that this reactor can look up. */
  public FakeNames names() {
    return new FakeNames(host.names());
  }

  /** Returns the child processes of this reactor, and what they do. */
  public FakeProcesses processes() {
    return processes;
  }

  /** Makes a descriptor readable: it is notified in each turn from now on. */
  public void makeReadable(ReadDescriptor reader) {
    descriptors.ready(reader, Direction.READ, true);
  }

  /** Makes a descriptor no longer readable. */
  public void makeUnreadable(ReadDescriptor reader) {
    descriptors.ready(reader, Direction.READ, false);
  }

  /** Makes a descriptor writable: it is notified in each turn from now on. */
  public void makeWritable(WriteDescriptor writer) {
    descriptors.ready(writer, Direction.WRITE, true);
  }

  /** Makes a descriptor no longer writable. */
  public void makeUnwritable(WriteDescriptor writer) {
    descriptors.ready(writer, Direction.WRITE, false);
  }

  /**
   * Runs until the reactor is stopped. Each time nothing is ready, advances to the time when the
   * next call is due.
   *
   * @throws AssertionError if nothing can happen any more, and the reactor has not been stopped
   */
  @Override
  public void run() {
    driver.run(life);
  }

  /**
   * Starts the reactor without running it further: the startup triggers run, and the test drives
   * what follows.
   *
   * <p>Time, network and threads work without a start. Calls passed to {@link #callWhenRunning}
   * need one; in a trial they are pending until then.
   */
  public void start() {
    clock.timeline().checkDrivable("start the reactor");
    life.start();
  }

  /** Runs exactly one thing that is ready now, as {@link VirtualClock#step} does. */
  public Optional<Step> step() {
    return clock.step();
  }

  /** Runs one turn, as {@link VirtualClock#turn} does. */
  public int turn() {
    return clock.turn();
  }

  /** Moves time step by step, as {@link VirtualClock#advance} does. */
  public void advance(Duration duration) {
    clock.advance(duration);
  }

  /** Moves time at once and then runs what is due, as {@link VirtualClock#jump} does. */
  public void jump(Duration duration) {
    clock.jump(duration);
  }

  /** Advances to the next time at which something runs, as {@link VirtualClock#advanceToNext}. */
  public boolean advanceToNext() {
    return clock.advanceToNext();
  }

  /** Advances until everything under way has arrived, as {@link VirtualClock#settle} does. */
  public void settle() {
    clock.settle();
  }

  /** Advances until nothing is scheduled any more, as {@link VirtualClock#runUntilIdle} does. */
  public void runUntilIdle(Duration limit) {
    clock.runUntilIdle(limit);
  }

  /**
   * Advances until a Deferred has a result, for at most two minutes. The result stays in the
   * Deferred.
   *
   * @throws AssertionError immediately if nothing is left that could fire the Deferred, or when the
   *     time is up
   */
  public void runUntil(Deferred<?> awaited) {
    runUntil(awaited, VirtualClock.PATIENCE);
  }

  /**
   * Advances until a Deferred has a result. The result stays in the Deferred.
   *
   * @param limit the maximum time to advance
   * @throws AssertionError immediately if nothing is left that could fire the Deferred, or when the
   *     time is up
   */
  public void runUntil(Deferred<?> awaited, Duration limit) {
    driver.runUntil(awaited, limit);
  }

  /** Returns every attempt to connect so far. */
  public List<ConnectAttempt> connectAttempts() {
    return host.script().attempts();
  }

  /** Returns the ports that are open for connections. */
  public List<ListeningPort> listeners() {
    return List.copyOf(host.listening());
  }

  /** Returns the ports that are open for datagrams. */
  public List<DatagramTransport> datagramPorts() {
    return List.copyOf(host.datagramPorts());
  }

  /** Returns every datagram that this host has sent so far. */
  public List<SentDatagram> datagrams() {
    return host.datagrams();
  }

  /** Returns the open connections in their current state. */
  public List<OpenConnection> connections() {
    return host.connections().stream().map(ConnectionState::of).toList();
  }

  /** Returns {@code FakeReactor client at t=1s}. */
  @Override
  public String toString() {
    return "FakeReactor " + host.name() + " at t=" + Display.time(elapsed());
  }

  @Override
  public Duration elapsed() {
    return clock.elapsed();
  }

  @Override
  public DelayedCall callLater(Duration delay, Runnable call) {
    return clock.callLater(delay, call, host.name());
  }

  @Override
  public List<DelayedCall> delayedCalls() {
    return clock.delayedCalls();
  }

  @Override
  public Executor executor() {
    return clock.executor();
  }

  @Override
  public Connector connectTcp(
      String target, int port, ClientFactory factory, ConnectOptions options) {
    return host.connect(Addresses.unresolved(target, port), factory, null, options);
  }

  @Override
  public Connector connectTls(
      String target, int port, ClientFactory factory, TlsOptions tls, ConnectOptions options) {
    return host.connect(
        Addresses.unresolved(target, port), factory, requireNonNull(tls, "tls"), options);
  }

  @Override
  public ListeningPort listenTcp(int port, ProtocolFactory factory, ListenOptions options)
      throws BindFailedException {
    return host.listenTcp(port, factory, null, options);
  }

  @Override
  public ListeningPort listenTls(
      int port, ProtocolFactory factory, TlsOptions tls, ListenOptions options)
      throws BindFailedException {
    return host.listenTcp(port, factory, requireNonNull(tls, "tls"), options);
  }

  @Override
  public Connector connectUnix(String path, ClientFactory factory) {
    return host.connect(UnixDomainSocketAddress.of(path), factory, null, ConnectOptions.DEFAULT);
  }

  @Override
  public ListeningPort listenUnix(String path, ProtocolFactory factory) throws BindFailedException {
    return host.listenUnix(UnixDomainSocketAddress.of(path), factory);
  }

  @Override
  public DatagramTransport listenUdp(int port, DatagramProtocol protocol, String localHost)
      throws BindFailedException {
    return host.listenUdp(port, protocol, localHost);
  }

  @Override
  public Deferred<List<InetAddress>> resolve(String name) {
    return host.names().resolve(name);
  }

  @Override
  public void callInThread(Runnable task) {
    threads.call(task);
  }

  @Override
  public void callFromThread(Runnable call) {
    threads.callBack(call);
  }

  @Override
  public <T extends @Nullable Object> Deferred<T> deferToThread(Callable<? extends T> task) {
    return threads.defer(task);
  }

  @Override
  public void suggestThreadPoolSize(int size) {
    threads.size(size);
  }

  @Override
  public ProcessTransport startProcess(Command command, ProcessProtocol protocol)
      throws StartFailedException {
    return processes.start(command, protocol);
  }

  @Override
  public void addReader(ReadDescriptor reader) {
    descriptors.add(reader, Direction.READ);
  }

  @Override
  public void addWriter(WriteDescriptor writer) {
    descriptors.add(writer, Direction.WRITE);
  }

  @Override
  public void removeReader(ReadDescriptor reader) {
    descriptors.remove(reader, Direction.READ);
  }

  @Override
  public void removeWriter(WriteDescriptor writer) {
    descriptors.remove(writer, Direction.WRITE);
  }

  @Override
  public void stop() {
    life.stop();
  }

  @Override
  public void crash() {
    life.crash();
  }

  @Override
  public boolean isRunning() {
    return life.isRunning();
  }

  @Override
  public void callWhenRunning(Runnable call) {
    life.callWhenRunning(call);
  }

  @Override
  public Trigger addSystemEventTrigger(
      SystemEvent.Phase phase,
      SystemEvent event,
      Callable<? extends @Nullable Deferred<?>> trigger) {
    return life.add(phase, event, trigger);
  }
}
