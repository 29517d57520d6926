// SPDX-License-Identifier: Apache-2.0
package dev.assay.netty.stream;

import dev.assay.netty.loop.Loop;
import dev.assay.netty.name.Names;
import dev.assay.protocol.BindFailedException;
import dev.assay.protocol.ClientFactory;
import dev.assay.protocol.Connector;
import dev.assay.protocol.ProtocolFactory;
import dev.assay.reactor.ConnectOptions;
import dev.assay.reactor.ListenOptions;
import dev.assay.reactor.ListeningPort;
import dev.assay.reactor.rules.Addresses;
import dev.assay.tls.TlsOptions;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ports, attempts and connections of one reactor.
 *
 * @since 0.1
 */
public final class Streams {
  private final Loop loop;
  private final Names names;
  private final int highWaterMark;
  private final Set<NettyPort> ports = new LinkedHashSet<>();
  private final Set<NettyAttempt> attempts = new LinkedHashSet<>();
  private final Set<Stream> open = new LinkedHashSet<>();

  /**
   * Creates a reactor's streams, of which there are none yet.
   *
   * @param highWaterMark the number of unsent bytes above which a producer is paused
   */
  public Streams(Loop loop, Names names, int highWaterMark) {
    this.loop = loop;
    this.names = names;
    this.highWaterMark = highWaterMark;
  }

  /**
   * Begins to connect to a host.
   *
   * @param tls the options of TLS, or null for none
   */
  public Connector connectTcp(
      String host,
      int port,
      ClientFactory factory,
      @Nullable TlsOptions tls,
      ConnectOptions options) {
    loop.checkRequest(tls == null ? "connectTcp" : "connectTls");
    return connect(Addresses.unresolved(host, port), factory, options, tls);
  }

  /** Begins to connect to a path. */
  public Connector connectUnix(String path, ClientFactory factory) {
    loop.checkRequest("connectUnix");
    return connect(UnixDomainSocketAddress.of(path), factory, ConnectOptions.DEFAULT, null);
  }

  private Connector connect(
      SocketAddress destination,
      ClientFactory factory,
      ConnectOptions options,
      @Nullable TlsOptions tls) {
    NettyConnector connector = new NettyConnector(this, destination, factory, options, tls);
    connector.connect();
    return connector;
  }

  /**
   * Listens on a port.
   *
   * @param tls the options of TLS, or null for none
   */
  public ListeningPort listenTcp(
      int port, ProtocolFactory factory, @Nullable TlsOptions tls, ListenOptions options)
      throws BindFailedException {
    loop.checkRequest(tls == null ? "listenTcp" : "listenTls");
    InetSocketAddress address = names.local(options.host(), port);
    return NettyPort.open(
        this, loop.sockets().port(), address, address, factory, options.backlog(), tls);
  }

  /** Listens on a path. */
  public ListeningPort listenUnix(String path, ProtocolFactory factory) throws BindFailedException {
    loop.checkRequest("listenUnix");
    return NettyPort.open(
        this,
        loop.sockets().unixPort(),
        loop.sockets().unixAddress(path),
        UnixDomainSocketAddress.of(path),
        factory,
        ListenOptions.DEFAULT.backlog(),
        null);
  }

  /** Closes everything, when the reactor stops. */
  public void closeAll() {
    List.copyOf(ports).forEach(NettyPort::close);
    List.copyOf(attempts).forEach(NettyAttempt::stop);
    List.copyOf(open).forEach(Stream::shutDown);
  }

  Loop loop() {
    return loop;
  }

  Names names() {
    return names;
  }

  int highWaterMark() {
    return highWaterMark;
  }

  void add(NettyPort port) {
    ports.add(port);
  }

  void remove(NettyPort port) {
    ports.remove(port);
  }

  void add(NettyAttempt attempt) {
    attempts.add(attempt);
  }

  void remove(NettyAttempt attempt) {
    attempts.remove(attempt);
  }

  void add(Stream stream) {
    open.add(stream);
  }

  void remove(Stream stream) {
    open.remove(stream);
  }
}
