// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import dev.assay.deferred.Deferred;
import dev.assay.protocol.BindFailed;
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
import dev.assay.time.DelayedCall;
import java.net.InetAddress;
import java.net.UnixDomainSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The faces of a fake reactor, as code under test sees them: each request goes to its part. */
abstract sealed class ReactorFaces implements Reactor permits FakeReactor {
  final FakeHost host;
  final FakeNetwork network;
  final VirtualClock clock;
  final FakeThreads threads;
  final FakeDescriptors descriptors;
  final Life life;

  ReactorFaces(FakeHost host) {
    this.host = host;
    this.network = host.network();
    this.clock = network.clock();
    this.threads = new FakeThreads(host);
    this.descriptors = new FakeDescriptors(host);
    this.life = new Life(host, this::closeAll);
  }

  private void closeAll() {
    host.closeAll();
    descriptors.closeAll();
  }

  @Override
  public final Duration elapsed() {
    return clock.elapsed();
  }

  @Override
  public final DelayedCall callLater(Duration delay, Runnable call) {
    return clock.callLater(delay, call, host.name());
  }

  @Override
  public final List<DelayedCall> delayedCalls() {
    return clock.delayedCalls();
  }

  @Override
  public final Executor executor() {
    return clock.executor();
  }

  @Override
  public final Connector connectTcp(
      String target, int port, ClientFactory factory, ConnectOptions options) {
    return host.connect(Addresses.unresolved(target, port), factory, options);
  }

  @Override
  public final ListeningPort listenTcp(int port, ProtocolFactory factory, ListenOptions options)
      throws BindFailed {
    return host.listenTcp(port, factory, options);
  }

  @Override
  public final Connector connectUnix(String path, ClientFactory factory) {
    return host.connect(UnixDomainSocketAddress.of(path), factory, ConnectOptions.DEFAULT);
  }

  @Override
  public final ListeningPort listenUnix(String path, ProtocolFactory factory) throws BindFailed {
    return host.listenUnix(UnixDomainSocketAddress.of(path), factory);
  }

  @Override
  public final DatagramTransport listenUdp(int port, DatagramProtocol protocol, String localHost)
      throws BindFailed {
    return host.listenUdp(port, protocol, localHost);
  }

  @Override
  public final Deferred<List<InetAddress>> resolve(String name) {
    return host.names().resolve(name);
  }

  @Override
  public final void callInThread(Runnable task) {
    threads.call(task);
  }

  @Override
  public final void callFromThread(Runnable call) {
    threads.callBack(call);
  }

  @Override
  public final <T extends @Nullable Object> Deferred<T> deferToThread(Callable<? extends T> task) {
    return threads.defer(task);
  }

  @Override
  public final void suggestThreadPoolSize(int size) {
    threads.size(size);
  }

  @Override
  public final void addReader(ReadDescriptor reader) {
    descriptors.add(reader, Direction.READ);
  }

  @Override
  public final void addWriter(WriteDescriptor writer) {
    descriptors.add(writer, Direction.WRITE);
  }

  @Override
  public final void removeReader(ReadDescriptor reader) {
    descriptors.remove(reader, Direction.READ);
  }

  @Override
  public final void removeWriter(WriteDescriptor writer) {
    descriptors.remove(writer, Direction.WRITE);
  }

  @Override
  public final void stop() {
    life.stop();
  }

  @Override
  public final void crash() {
    life.crash();
  }

  @Override
  public final boolean isRunning() {
    return life.isRunning();
  }

  @Override
  public final void callWhenRunning(Runnable call) {
    life.callWhenRunning(call);
  }

  @Override
  public final Trigger addSystemEventTrigger(
      SystemEvent.Phase phase,
      SystemEvent event,
      Callable<? extends @Nullable Deferred<?>> trigger) {
    return life.add(phase, event, trigger);
  }
}
