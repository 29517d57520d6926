// SPDX-License-Identifier: Apache-2.0
package dev.assay.netty;

import static java.util.Objects.requireNonNull;

import dev.assay.deferred.Deferred;
import dev.assay.netty.datagram.Datagrams;
import dev.assay.netty.descriptor.Descriptors;
import dev.assay.netty.loop.Loop;
import dev.assay.netty.name.Names;
import dev.assay.netty.process.Processes;
import dev.assay.netty.socket.Sockets;
import dev.assay.netty.stream.Streams;
import dev.assay.netty.thread.DaemonThreads;
import dev.assay.netty.thread.Pool;
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
import dev.assay.reactor.rules.Guard;
import dev.assay.reactor.rules.ReactorLifecycle;
import dev.assay.time.DelayedCall;
import dev.assay.tls.TlsOptions;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The reactor for production: real time and a real network, on Netty.
 *
 * <pre>{@code
 * NettyReactor reactor = new NettyReactor();
 * reactor.listenTcp(7000, peer -> new Echo());
 * reactor.run();
 * }</pre>
 *
 * <p>A reactor belongs to one thread: the first that uses it. {@link #run()} blocks that thread and
 * calls all protocols and callbacks on it, until {@link #stop()}. Other threads may call {@link
 * #callFromThread} and {@link #executor()} only.
 *
 * @since 0.1
 */
public final class NettyReactor implements Reactor {
  private final Loop loop;
  private final ReactorLifecycle life;
  private final ExecutorService lookups;
  private final Streams streams;
  private final Datagrams datagrams;
  private final Names names;
  private final Pool pool;
  private final Processes processes;
  private final Descriptors descriptors;

  private final boolean hearsSignals;

  /** Creates a reactor with the channels of the JDK. */
  public NettyReactor() {
    this(new Builder());
  }

  private NettyReactor(Builder builder) {
    this.loop = new Loop(Sockets.nio());
    this.hearsSignals = builder.signals && loop.ledger() == null;
    this.life = new ReactorLifecycle(loop, "the reactor", this::closeAll);
    this.lookups = Executors.newCachedThreadPool(new DaemonThreads("reactor names"));
    this.names = new Names(loop, lookups);
    this.streams = new Streams(loop, names, builder.highWaterMark);
    this.datagrams = new Datagrams(loop, names);
    this.pool = new Pool(loop);
    this.processes = new Processes(loop);
    this.descriptors = new Descriptors(loop);
  }

  /** Returns a builder of a reactor that differs from {@link #NettyReactor() the plain one}. */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public Duration elapsed() {
    return Duration.ofNanos(loop.calls().nanos());
  }

  @Override
  public DelayedCall callLater(Duration delay, Runnable call) {
    return loop.calls().arm(delay, call);
  }

  @Override
  public List<DelayedCall> delayedCalls() {
    loop.checkThread("list the calls");
    return loop.calls().armed();
  }

  /** Returns an executor that runs tasks on the reactor's thread. Any thread may use it. */
  @Override
  public Executor executor() {
    return this::callFromThread;
  }

  @Override
  public Connector connectTcp(
      String host, int port, ClientFactory factory, ConnectOptions options) {
    return streams.connectTcp(host, port, factory, null, options);
  }

  @Override
  public Connector connectTls(
      String host, int port, ClientFactory factory, TlsOptions tls, ConnectOptions options) {
    return streams.connectTcp(host, port, factory, requireNonNull(tls, "tls"), options);
  }

  @Override
  public ListeningPort listenTcp(int port, ProtocolFactory factory, ListenOptions options)
      throws BindFailedException {
    return streams.listenTcp(port, factory, null, options);
  }

  @Override
  public ListeningPort listenTls(
      int port, ProtocolFactory factory, TlsOptions tls, ListenOptions options)
      throws BindFailedException {
    return streams.listenTcp(port, factory, requireNonNull(tls, "tls"), options);
  }

  @Override
  public DatagramTransport listenUdp(int port, DatagramProtocol protocol, String host)
      throws BindFailedException {
    return datagrams.listenUdp(port, protocol, host);
  }

  @Override
  public Connector connectUnix(String path, ClientFactory factory) {
    return streams.connectUnix(path, factory);
  }

  @Override
  public ListeningPort listenUnix(String path, ProtocolFactory factory) throws BindFailedException {
    return streams.listenUnix(path, factory);
  }

  @Override
  public Deferred<List<InetAddress>> resolve(String host) {
    return names.resolve(host);
  }

  @Override
  public void callInThread(Runnable task) {
    pool.call(task);
  }

  @Override
  public void callFromThread(Runnable call) {
    requireNonNull(call, "call");
    loop.handOver(() -> Guard.run("a call from a thread", call));
  }

  @Override
  public <T extends @Nullable Object> Deferred<T> deferToThread(Callable<? extends T> task) {
    return pool.defer(task);
  }

  @Override
  public void suggestThreadPoolSize(int size) {
    pool.size(size);
  }

  @Override
  public ProcessTransport startProcess(Command command, ProcessProtocol protocol)
      throws StartFailedException {
    return processes.start(command, protocol);
  }

  @Override
  public void addReader(ReadDescriptor reader) {
    descriptors.add(reader);
  }

  @Override
  public void addWriter(WriteDescriptor writer) {
    descriptors.add(writer);
  }

  @Override
  public void removeReader(ReadDescriptor reader) {
    descriptors.remove(reader);
  }

  @Override
  public void removeWriter(WriteDescriptor writer) {
    descriptors.remove(writer);
  }

  /**
   * Runs the reactor on the calling thread until it is stopped.
   *
   * <p>Meanwhile SIGINT and SIGTERM stop it: the shutdown runs in its phases, and then the process
   * ends with the usual status, so that this method does not return. A second SIGINT ends the
   * process at once.
   */
  @Override
  public void run() {
    loop.checkRequest("run the reactor");
    if (!hearsSignals) {
      runUntilStopped();
      return;
    }
    try (Signals signals = Signals.hear(this::stopFromAnyThread)) {
      runUntilStopped();
      if (signals.status() != 0) {
        System.exit(signals.status());
      }
    }
  }

  private void runUntilStopped() {
    life.start();
    while (life.isStarted()) {
      loop.turn(Long.MAX_VALUE);
    }
    if (life.isStopped()) {
      close();
    }
  }

  private void stopFromAnyThread() {
    callFromThread(
        () -> {
          if (!life.isStopped()) {
            life.stop();
          }
        });
  }

  @Override
  public void stop() {
    life.stop();
  }

  @Override
  public void crash() {
    life.crash();
    loop.hurry();
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

  /** Runs one turn, for those who drive the reactor themselves. */
  void turn(Duration patience) {
    loop.checkRequest("run the reactor");
    loop.turn(patience.toNanos());
  }

  private void closeAll() {
    loop.hurry();
    streams.closeAll();
    datagrams.closeAll();
    processes.closeAll();
    descriptors.closeAll();
  }

  /** Closes everything that is open, and ends the threads. */
  void close() {
    processes.close();
    pool.close();
    lookups.shutdown();
    loop.close();
  }

  /**
   * A builder of reactors.
   *
   * @since 0.1
   */
  public static final class Builder {
    private static final int DEFAULT_MARK = 65_536;

    private int highWaterMark = DEFAULT_MARK;
    private boolean signals = true;

    private Builder() {}

    /**
     * Sets the number of unsent bytes above which the producer of a connection is paused. Without
     * it, they are 65536.
     *
     * @throws IllegalArgumentException if negative
     */
    public Builder highWaterMark(int bytes) {
      if (bytes < 0) {
        throw new IllegalArgumentException("bytes must not be negative: " + bytes);
      }
      this.highWaterMark = bytes;
      return this;
    }

    /** Leaves SIGINT and SIGTERM alone. Without it, they stop the reactor while it runs. */
    public Builder withoutSignals() {
      this.signals = false;
      return this;
    }

    /** Creates the reactor. */
    public NettyReactor build() {
      return new NettyReactor(this);
    }
  }
}
