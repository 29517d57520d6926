// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import dev.assay.deferred.Deferred;
import dev.assay.protocol.BindFailed;
import dev.assay.protocol.ConnectFailed;
import dev.assay.protocol.ConnectTimedOut;
import dev.assay.protocol.ConnectionRefused;
import dev.assay.protocol.DnsFailure;
import dev.assay.reactor.ConnectOptions;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One attempt to connect: look the name up, ask, and hear the answer, all within the timeout. */
final class Attempt {
  /** How long a request waits that nobody answered, before it is sent again. */
  private static final Duration RETRANSMISSION = Duration.ofSeconds(1);

  private final FakeConnector connector;
  private final FakeHost host;
  private final FakeNetwork network;
  private final String name;
  private final int port;
  private final ConnectOptions options;
  private @Nullable VirtualCall deadline;
  private @Nullable Deferred<?> lookup;

  /** Whether this is to fail in an event of its own, whatever happens until then. */
  private boolean failing;

  private boolean over;

  Attempt(FakeConnector connector, FakeHost host, String name, int port, ConnectOptions options) {
    this.connector = connector;
    this.host = host;
    this.network = host.network();
    this.name = name;
    this.port = port;
    this.options = options;
  }

  void begin() {
    ConnectFailed scripted =
        host.script().record(new ConnectAttempt(network.clock().elapsed(), name, port, options));
    if (failing) {
      return;
    }
    deadline =
        network.later(options.timeout(), new Event("timeout of", this, () -> fail(timedOut())));
    if (scripted != null) {
      failSoon(scripted);
      return;
    }
    Deferred<List<InetAddress>> found = host.names().resolve(name);
    lookup = found;
    found.<@Nullable Void>addCallbacks(this::ask, this::notFound);
  }

  /** Ends this in an event of its own, as what the attempt was told must not be told at once. */
  void failSoon(ConnectFailed reason) {
    if (over || failing) {
      return;
    }
    failing = true;
    network.soon(new Event("failure of", this, () -> finish(reason)));
    if (lookup != null) {
      lookup.cancel();
    }
  }

  private @Nullable Void ask(List<InetAddress> addresses) {
    lookup = null;
    if (over || failing) {
      return null;
    }
    InetAddress target = addresses.get(0);
    try {
      InetSocketAddress local = host.localFor(target, options.bindAddress());
      request(local, new InetSocketAddress(target, port));
    } catch (BindFailed e) {
      failSoon(e);
    }
    return null;
  }

  private @Nullable Void notFound(Throwable error) {
    lookup = null;
    failSoon(
        error instanceof ConnectFailed failed
            ? failed
            : new DnsFailure(name + " could not be looked up", error));
    return null;
  }

  private void request(InetSocketAddress local, InetSocketAddress remote) {
    FakeHost target = network.hostAt(remote.getAddress(), host);
    if (target != null) {
      network
          .path(host, target)
          .send(0, new Event("request of", this, () -> requested(target, local, remote)));
    }
  }

  /** Answers for the host that was asked. */
  private void requested(FakeHost target, InetSocketAddress local, InetSocketAddress remote) {
    if (over || target.isDown()) {
      return;
    }
    FakeListeningPort listener = target.listenerAt(remote);
    if (listener == null) {
      answer(target, () -> fail(refused()));
    } else if (listener.isFull()) {
      network.later(RETRANSMISSION, new Event("request of", this, () -> request(local, remote)));
    } else {
      StreamEnd client = new StreamEnd(host, "client", local, remote);
      StreamEnd server = new StreamEnd(target, "server", remote, local);
      StreamEnd.join(client, server);
      answer(target, () -> succeed(client));
      listener.enqueue(server);
    }
  }

  private void answer(FakeHost target, Runnable arrival) {
    network.path(target, host).send(0, new Event("answer to", this, arrival));
  }

  private void succeed(StreamEnd client) {
    if (over || failing) {
      client.reset();
      return;
    }
    end();
    connector.connected(client);
  }

  private void fail(ConnectFailed reason) {
    if (!over && !failing) {
      finish(reason);
    }
  }

  private void finish(ConnectFailed reason) {
    end();
    connector.failed(reason);
  }

  private void end() {
    over = true;
    if (deadline != null && deadline.isActive()) {
      deadline.cancel();
    }
    if (lookup != null) {
      lookup.cancel();
    }
  }

  private ConnectFailed refused() {
    return new ConnectionRefused("nobody listens at " + this);
  }

  private ConnectFailed timedOut() {
    return new ConnectTimedOut("no answer from " + this + " within " + options.timeout());
  }

  /** Returns {@code example.org:80}. */
  @Override
  public String toString() {
    return connector.toString();
  }
}
