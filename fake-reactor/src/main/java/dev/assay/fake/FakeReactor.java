// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import dev.assay.protocol.BindFailed;
import dev.assay.protocol.ClientFactory;
import dev.assay.protocol.ConnectFailed;
import dev.assay.protocol.ConnectionRefused;
import dev.assay.protocol.Connector;
import dev.assay.protocol.ProtocolFactory;
import dev.assay.reactor.ConnectOptions;
import dev.assay.reactor.ListenOptions;
import dev.assay.reactor.ListeningPort;
import dev.assay.reactor.ReactorTcp;
import dev.assay.time.DelayedCall;
import dev.assay.time.ReactorTime;
import java.time.Duration;
import java.util.List;

/**
 * A reactor that a test drives by hand: its time is virtual and its network in memory.
 *
 * @since 0.1
 */
public final class FakeReactor implements ReactorTime, ReactorTcp {
  private final FakeHost host;
  private final FakeNetwork network;
  private final VirtualClock clock;

  /** Makes the reactor of a host that is alone on its network. */
  public FakeReactor() {
    this(new FakeNetwork().host("localhost").machine());
  }

  FakeReactor(FakeHost host) {
    this.host = host;
    this.network = host.network();
    this.clock = network.clock();
  }

  FakeHost machine() {
    return host;
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
    return host.names();
  }

  @Override
  public Duration elapsed() {
    return clock.elapsed();
  }

  @Override
  public DelayedCall callLater(Duration delay, Runnable call) {
    return clock.callLater(delay, call);
  }

  @Override
  public List<DelayedCall> delayedCalls() {
    return clock.delayedCalls();
  }

  @Override
  public Connector connectTcp(
      String target, int port, ClientFactory factory, ConnectOptions options) {
    FakeConnector connector = new FakeConnector(host, target, port, factory, options);
    connector.connect();
    return connector;
  }

  @Override
  public ListeningPort listenTcp(int port, ProtocolFactory factory, ListenOptions options)
      throws BindFailed {
    FakeListeningPort listening = host.listen(port, factory, options);
    listening.open();
    return listening;
  }

  /** Advances the clock, step by step. */
  public void advance(Duration duration) {
    clock.advance(duration);
  }

  /** Returns every attempt to connect so far. */
  public List<ConnectAttempt> connectAttempts() {
    return host.script().attempts();
  }

  /** Returns the ports that are open for connections. */
  public List<ListeningPort> listeners() {
    return List.copyOf(host.listening());
  }

  /** Refuses the next attempt to connect that no script speaks of. */
  public void refuseNext() {
    failNext(new ConnectionRefused("refused by the test"));
  }

  /** Fails the next attempt to connect that no script speaks of. */
  public void failNext(ConnectFailed reason) {
    host.script().failNext(reason);
  }

  /** Fails the attempt of a number, counted from the first ever made, which is 1. */
  public void failAttempt(int number, ConnectFailed reason) {
    host.script().fail(number, reason);
  }

  /** Fails every attempt to connect to a host, by the name that it is asked for, and a port. */
  public void failTo(String target, int port, ConnectFailed reason) {
    host.script().failTo(target, port, reason);
  }
}
