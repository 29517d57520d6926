// SPDX-License-Identifier: Apache-2.0
package dev.assay.netty.name;

import dev.assay.deferred.Deferred;
import dev.assay.netty.loop.Loop;
import dev.assay.protocol.BindFailedException;
import dev.assay.protocol.DnsLookupException;
import dev.assay.reactor.rules.Addresses;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * The lookup of names by the JDK, which blocks, on threads of its own.
 *
 * @since 0.1
 */
public final class Names {
  private final Loop loop;
  private final Executor threads;

  /**
   * Creates a lookup.
   *
   * @param threads runs what blocks
   */
  public Names(Loop loop, Executor threads) {
    this.loop = loop;
    this.threads = threads;
  }

  /** Returns the addresses of a host, the preferred one first. An address stands for itself. */
  public Deferred<List<InetAddress>> resolve(String host) {
    loop.checkRequest("resolve");
    InetAddress literal = Addresses.literal(host);
    if (literal != null) {
      return Deferred.succeed(List.of(literal));
    }
    Deferred<List<InetAddress>> found = new Deferred<>();
    threads.execute(() -> lookUp(host, found));
    return found;
  }

  /**
   * Returns the address of an interface of this machine.
   *
   * @param host the address, or an empty string for all interfaces
   */
  public InetSocketAddress local(String host, int port) throws BindFailedException {
    Addresses.checkPort(port);
    if (host.isEmpty()) {
      return new InetSocketAddress(port);
    }
    InetAddress literal = Addresses.literal(host);
    try {
      return new InetSocketAddress(literal == null ? InetAddress.getByName(host) : literal, port);
    } catch (UnknownHostException e) {
      throw new BindFailedException("cannot bind " + host + ":" + port + ": " + e.getMessage(), e);
    }
  }

  private void lookUp(String host, Deferred<List<InetAddress>> found) {
    try {
      List<InetAddress> addresses = List.of(InetAddress.getAllByName(host));
      loop.handOver(() -> found.callback(addresses));
    } catch (UnknownHostException | RuntimeException e) {
      loop.handOver(() -> found.errback(new DnsLookupException(host + " has no address", e)));
    }
  }
}
