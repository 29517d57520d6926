// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import dev.assay.deferred.Deferred;
import dev.assay.fake.bytes.Addresses;
import dev.assay.fake.event.ConnectAttempt;
import dev.assay.fake.event.OpenConnection;
import dev.assay.fake.event.ReactorStep;
import dev.assay.fake.event.SentDatagram;
import dev.assay.fake.network.ConnectionState;
import dev.assay.fake.network.FakeHost;
import dev.assay.pending.Display;
import dev.assay.protocol.BindFailedException;
import dev.assay.protocol.ClientFactory;
import dev.assay.protocol.ConnectFailedException;
import dev.assay.protocol.ConnectionRefusedException;
import dev.assay.protocol.Connector;
import dev.assay.protocol.DatagramProtocol;
import dev.assay.protocol.DatagramTransport;
import dev.assay.protocol.ProtocolFactory;
import dev.assay.reactor.ConnectOptions;
import dev.assay.reactor.ListenOptions;
import dev.assay.reactor.ListeningPort;
import dev.assay.reactor.Reactor;
import dev.assay.reactor.SystemEvent;
import dev.assay.time.DelayedCall;
import java.net.InetAddress;
import java.net.UnixDomainSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * A reactor that a test drives by hand: its time is virtual, its network in memory, and its threads
 * are none.
 *
 * <p>Nothing happens until the test says so, and then one thing at a time. No request calls the
 * code that makes it back before it returns: what follows from it is an event of a later turn. In a
 * turn happens what is ready, in this order: what other threads have handed over, the calls that
 * are due, what the network and the thread pool do, and the shutdown.
 *
 * <p>An exception in a call never ends a run: it is logged or, outside a trial, thrown at the end
 * by the method that drives. Reactors of one {@link FakeNetwork} share their time, and driving one
 * drives all.
 *
 * @since 0.1
 */
public final class FakeReactor implements Reactor {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final FakeNetwork network;
  private final VirtualClock clock;
  private final FakeHost host;
  private final FakeThreads threads;
  private final FakeDescriptors descriptors;
  private final ReactorLifecycle life;
  private final Driver driver;

  /** Makes the reactor of a host that is alone on its network. */
  public FakeReactor() {
    this(new FakeNetwork(), "localhost");
  }

  /** Makes the reactor of a host, and the host. */
  FakeReactor(FakeNetwork network, String name) {
    this.network = network;
    this.clock = network.clock();
    this.host = network.add(name, this);
    this.threads = new FakeThreads(host.network(), host);
    this.descriptors = new FakeDescriptors(host.network(), host);
    this.life = new ReactorLifecycle(host.network(), host, this::closeAll);
    this.driver = new Driver(clock.timeline(), network.hosts);
  }

  private void closeAll() {
    host.closeAll();
    descriptors.closeAll();
  }

  /** Returns the clock that this goes by. */
  public VirtualClock clock() {
    return clock;
  }

  /** Returns the network that this is on. */
  public FakeNetwork network() {
    return network;
  }

  /** Returns the names that this can look up. */
  public FakeNames names() {
    return new FakeNames(host.names());
  }

  /** Says that a descriptor can be read from: it is told so in each turn from now on. */
  public void makeReadable(ReadDescriptor reader) {
    descriptors.ready(reader, Direction.READ, true);
  }

  /** Says that a descriptor can be read from no more. */
  public void makeUnreadable(ReadDescriptor reader) {
    descriptors.ready(reader, Direction.READ, false);
  }

  /** Says that a descriptor can be written to: it is told so in each turn from now on. */
  public void makeWritable(WriteDescriptor writer) {
    descriptors.ready(writer, Direction.WRITE, true);
  }

  /** Says that a descriptor can be written to no more. */
  public void makeUnwritable(WriteDescriptor writer) {
    descriptors.ready(writer, Direction.WRITE, false);
  }

  /**
   * Runs until stopped: what is ready and, when nothing is, on to when the next call is due.
   *
   * @throws AssertionError if nothing can happen any more, and nobody has stopped this
   */
  @Override
  public void run() {
    driver.run(life);
  }

  /**
   * Starts without running on: the triggers of the startup run, and the test drives what follows.
   *
   * <p>Time, network and threads need no start. What {@link #callWhenRunning} was given does; in a
   * trial it is pending until then.
   */
  public void start() {
    life.start();
  }

  /** Does exactly one thing that is ready now, and returns what it was; time does not move. */
  public Optional<ReactorStep> step() {
    return driver.step();
  }

  /**
   * Does one turn: what is ready now, phase by phase, and nothing that this makes ready. If {@link
   * #step()} has begun a turn, does the rest of it.
   *
   * @return how many things happened
   */
  public int turn() {
    return driver.turn();
  }

  /** Advances step by step, as {@link VirtualClock#advance} does. */
  public void advance(Duration duration) {
    clock.advance(duration);
  }

  /** Moves time at once and then does what is due, as {@link VirtualClock#jump} does. */
  public void jump(Duration duration) {
    clock.jump(duration);
  }

  /**
   * Advances by exactly as much as it takes for something to happen.
   *
   * @return whether anything was to come; if not, time has not moved
   */
  public boolean advanceToNext() {
    return clock.advanceToNext();
  }

  /**
   * Advances until nothing more is to come.
   *
   * @param limit the most that time may move
   * @throws AssertionError if something is still to come at the limit
   */
  public void runUntilIdle(Duration limit) {
    clock.runUntilIdle(limit);
  }

  /**
   * Advances until a Deferred has a result, which stays in it, for two minutes at most.
   *
   * @throws AssertionError at once if nothing is left that could fire it, or if time is up
   */
  public void runUntil(Deferred<?> awaited) {
    runUntil(awaited, PATIENCE);
  }

  /**
   * Advances until a Deferred has a result, which stays in it.
   *
   * @param limit the most that time may move
   * @throws AssertionError at once if nothing is left that could fire it, or if time is up
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

  /** Returns every datagram that was sent from here so far. */
  public List<SentDatagram> datagrams() {
    return host.datagrams();
  }

  /** Returns the connections that are open, as they are now. */
  public List<OpenConnection> connections() {
    return host.connections().stream().map(ConnectionState::of).toList();
  }

  /** Returns {@code FakeReactor client at t=1s}. */
  @Override
  public String toString() {
    return "FakeReactor " + host.name() + " at t=" + Display.time(elapsed());
  }

  /** Refuses the next attempt to connect that no script speaks of. */
  public void refuseNext() {
    failNext(new ConnectionRefusedException("refused by the test"));
  }

  /** Fails the next attempt to connect that no script speaks of. */
  public void failNext(ConnectFailedException reason) {
    clock().timeline().checkThread("arrange a failure");
    host.script().failNext(reason);
  }

  /** Fails the attempt of a number, counted from the first ever made, which is 1. */
  public void failAttempt(int number, ConnectFailedException reason) {
    clock().timeline().checkThread("arrange a failure");
    host.script().fail(number, reason);
  }

  /** Fails every attempt to connect to a host, by the name that it is asked for, and a port. */
  public void failTo(String target, int port, ConnectFailedException reason) {
    clock().timeline().checkThread("arrange a failure");
    host.script().failTo(Addresses.unresolved(target, port), reason);
  }

  /** Fails the next request to listen, for connections or for datagrams. */
  public void failNextListen(BindFailedException reason) {
    clock().timeline().checkThread("arrange a failure");
    host.failNextListen(reason);
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
    return host.connect(Addresses.unresolved(target, port), factory, options);
  }

  @Override
  public ListeningPort listenTcp(int port, ProtocolFactory factory, ListenOptions options)
      throws BindFailedException {
    return host.listenTcp(port, factory, options);
  }

  @Override
  public Connector connectUnix(String path, ClientFactory factory) {
    return host.connect(UnixDomainSocketAddress.of(path), factory, ConnectOptions.DEFAULT);
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
