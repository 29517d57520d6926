// SPDX-License-Identifier: Apache-2.0
package dev.assay.reactor;

import dev.assay.deferred.Deferred;
import dev.assay.protocol.BindFailedException;
import dev.assay.protocol.ClientFactory;
import dev.assay.protocol.Connector;
import dev.assay.protocol.ProtocolFactory;
import dev.assay.time.DelayedCall;
import dev.assay.time.ManualTime;
import dev.assay.time.ReactorTime;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A reactor whose test plays time, the network and the names. */
public final class ManualReactor implements ReactorTcp, ReactorNames, ReactorUnix, ReactorTime {
  private final ManualTime time = new ManualTime();
  private final List<ManualConnector> connectors = new ArrayList<>();
  private final List<String> listening = new ArrayList<>();
  private final Map<String, Deferred<List<InetAddress>>> names = new TreeMap<>();
  private boolean portsAreTaken;

  /** Makes a reactor at time zero. */
  public ManualReactor() {}

  /** Moves the clock from one due call to the next. */
  public void advance(long millis) {
    time.advance(Duration.ofMillis(millis));
  }

  /** Lets a name be asked for; its Deferred is the answer. */
  public void name(String host, Deferred<List<InetAddress>> addresses) {
    names.put(host, addresses);
  }

  /** Lets every listening fail from now on. */
  public void takeAllPorts() {
    portsAreTaken = true;
  }

  /** Returns the connectors made so far. */
  public List<ManualConnector> connectors() {
    return connectors;
  }

  /** Returns the newest connector. */
  public ManualConnector last() {
    return connectors.get(connectors.size() - 1);
  }

  /** Returns where somebody listens. */
  public List<String> listening() {
    return listening;
  }

  @Override
  public Connector connectTcp(
      String host, int port, ClientFactory factory, ConnectOptions options) {
    String destination = host + ":" + port;
    if (!options.timeout().equals(ConnectOptions.DEFAULT.timeout())) {
      destination += " within " + options.timeout();
    }
    if (options.bindAddress() != null) {
      destination += " from " + options.bindAddress();
    }
    return connect(destination, factory);
  }

  @Override
  public Connector connectUnix(String path, ClientFactory factory) {
    return connect(path, factory);
  }

  @Override
  public ListeningPort listenTcp(int port, ProtocolFactory factory, ListenOptions options)
      throws BindFailedException {
    return listen(options.host() + ":" + port + ", backlog " + options.backlog());
  }

  @Override
  public ListeningPort listenUnix(String path, ProtocolFactory factory) throws BindFailedException {
    return listen(path);
  }

  @Override
  public Deferred<List<InetAddress>> resolve(String host) {
    Deferred<List<InetAddress>> answer = names.get(host);
    if (answer == null) {
      throw new AssertionError("nobody should ask for " + host);
    }
    return answer;
  }

  @Override
  public Duration elapsed() {
    return time.elapsed();
  }

  @Override
  public DelayedCall callLater(Duration delay, Runnable call) {
    return time.callLater(delay, call);
  }

  @Override
  public List<DelayedCall> delayedCalls() {
    return time.delayedCalls();
  }

  private Connector connect(String destination, ClientFactory factory) {
    ManualConnector connector = new ManualConnector(destination, factory);
    connectors.add(connector);
    factory.factoryStarted();
    connector.connect();
    return connector;
  }

  private ListeningPort listen(String where) throws BindFailedException {
    if (portsAreTaken) {
      throw new BindFailedException(where + " is in use");
    }
    listening.add(where);
    return new Port(where);
  }

  private final class Port implements ListeningPort {
    private final String where;

    Port(String where) {
      this.where = where;
    }

    @Override
    public SocketAddress address() {
      return new InetSocketAddress(1);
    }

    @Override
    public Deferred<@Nullable Void> stopListening() {
      listening.remove(where);
      return Deferred.succeed(null);
    }
  }
}
