// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.echo;

import dev.assay.netty.NettyReactor;
import dev.assay.policy.TimeoutFactory;
import dev.assay.protocol.BindFailedException;
import dev.assay.reactor.ListeningPort;
import dev.assay.reactor.Reactor;
import java.net.InetSocketAddress;
import java.time.Duration;

/** A server that sends back what it receives, and closes connections that fall silent. */
public final class EchoServer {
  private static final int PORT = 7007;
  private static final Duration SILENCE = Duration.ofMinutes(1);

  private EchoServer() {}

  /** Begins to listen on a port of any reactor. */
  static ListeningPort listen(Reactor reactor, int port) throws BindFailedException {
    return reactor.listenTcp(port, new TimeoutFactory(reactor, peer -> new Echo(), SILENCE));
  }

  /** Runs the server on a real network until the process is told to end. */
  public static void main(String[] args) throws BindFailedException {
    NettyReactor reactor = new NettyReactor();
    ListeningPort port = listen(reactor, args.length == 0 ? PORT : Integer.parseInt(args[0]));
    System.out.println("listening on port " + ((InetSocketAddress) port.address()).getPort());
    reactor.run();
  }
}
