// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import dev.assay.deferred.Deferred;
import dev.assay.fake.event.ConnectAttempt;
import dev.assay.fake.timeline.Event;
import dev.assay.fake.timeline.VirtualCall;
import dev.assay.ledger.Display;
import dev.assay.protocol.BindFailedException;
import dev.assay.protocol.ConnectFailedException;
import dev.assay.protocol.ConnectStoppedException;
import dev.assay.protocol.ConnectTimedOutException;
import dev.assay.protocol.ConnectionRefusedException;
import dev.assay.protocol.DnsLookupException;
import dev.assay.protocol.LocalAddressException;
import dev.assay.reactor.ConnectOptions;
import dev.assay.reactor.rules.Addresses;
import dev.assay.reactor.rules.BaseConnector;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to connect: the lookup of the name, the request, and the answer, all within the
 * timeout.
 */
final class ConnectProcess implements BaseConnector.Attempt {
  /** How long to wait for an answer before the request is sent again. */
  private static final Duration RETRANSMISSION = Duration.ofSeconds(1);

  private final Client client;
  private final Source host;
  private final Network network;
  private final SocketAddress destination;
  private final ConnectOptions options;
  private @Nullable VirtualCall deadline;
  private @Nullable VirtualCall repetition;
  private @Nullable Deferred<?> lookup;

  /** The local address that this attempt has taken, until a connection takes it over. */
  private @Nullable SocketAddress local;

  private boolean failing;
  private boolean over;

  ConnectProcess(
      Network network,
      Source host,
      Client client,
      SocketAddress destination,
      ConnectOptions options) {
    this.client = client;
    this.host = host;
    this.network = network;
    this.destination = destination;
    this.options = options;
  }

  @Override
  public void begin() {
    host.began(this);
    ConnectFailedException scripted =
        host.script().record(new ConnectAttempt(network.elapsed(), destination, options));
    if (failing) {
      return;
    }
    deadline =
        network.timer(options.timeout(), new Event("timeout of", this, () -> fail(timedOut())));
    if (scripted != null) {
      failSoon(scripted);
    } else if (destination instanceof InetSocketAddress inet) {
      Deferred<List<InetAddress>> found = host.resolve(inet.getHostString());
      lookup = found;
      found.<@Nullable Void>addCallbacks(
          addresses -> ask(addresses.get(0), inet.getPort()), this::notFound);
    } else {
      request(host, UnixDomainSocketAddress.of(""), destination);
    }
  }

  @Override
  public void failSoon(ConnectFailedException reason) {
    if (failing) {
      return;
    }
    failing = true;
    network.soon(new Event("failure of", this, () -> lose(reason)));
    if (lookup != null) {
      lookup.cancel();
    }
  }

  /** Ends the attempt when the reactor stops. */
  void stop() {
    lose(
        new ConnectStoppedException(
            "the attempt to connect to " + this + " ended: its reactor stopped"));
  }

  /** Ends the attempt without notifying anyone, as when the host goes down. */
  void vanish() {
    end();
    client.vanished();
  }

  private @Nullable Void ask(InetAddress address, int port) {
    lookup = null;
    if (over || failing) {
      return null;
    }
    try {
      InetSocketAddress from = host.takeLocal(address, options.bindAddress());
      local = from;
      ReachableHost target = host.reach(address);
      if (target != null) {
        request(target, from, new InetSocketAddress(address, port));
      }
    } catch (BindFailedException e) {
      failSoon(new LocalAddressException(e));
    }
    return null;
  }

  private @Nullable Void notFound(Throwable error) {
    lookup = null;
    if (!over && !failing) {
      failSoon(
          error instanceof ConnectFailedException failed
              ? failed
              : new DnsLookupException(this + " could not be looked up", error));
    }
    return null;
  }

  private void request(ReachableHost target, SocketAddress from, SocketAddress to) {
    repetition = null;
    network
        .path(host, target)
        .send(0, new Event("request of", this, () -> requested(target, from, to)));
  }

  /** Answers on behalf of the requested host. */
  private void requested(ReachableHost target, SocketAddress from, SocketAddress to) {
    if (over) {
      return;
    }
    ReachableHost.Acceptor listener = target.acceptorAt(to);
    if (target.isDown() || (listener != null && listener.isFull())) {
      repetition =
          network.timer(
              RETRANSMISSION, new Event("request of", this, () -> request(target, from, to)));
    } else if (listener == null) {
      answer(target, new Event("answer to", this, () -> fail(refused())));
    } else {
      connect(listener, target, from, to);
    }
  }

  private void connect(
      ReachableHost.Acceptor listener, ReachableHost target, SocketAddress from, SocketAddress to) {
    String near =
        from instanceof InetSocketAddress ? Addresses.show(from) : "#" + host.nextUnnamed();
    String far = Addresses.show(to);
    Runnable release = () -> host.giveBack(from);
    StreamEnd here =
        new StreamEnd(network, host, "client " + near + " -> " + far, from, to, release);
    StreamEnd there =
        new StreamEnd(network, target, "server " + far + " -> " + near, to, from, () -> {});
    StreamEnd.join(here, there);
    local = null;
    answer(target, new Event("answer to", this, () -> succeed(here), here));
    listener.enqueue(there);
  }

  private void answer(ReachableHost target, Event arrival) {
    network.path(target, host).send(0, arrival);
  }

  private void succeed(StreamEnd end) {
    if (host.isDown()) {
      end.vanish();
    } else if (over || failing) {
      end.reset();
    } else {
      end();
      client.connected(end);
    }
  }

  private void fail(ConnectFailedException reason) {
    if (!failing) {
      lose(reason);
    }
  }

  private void lose(ConnectFailedException reason) {
    if (!over) {
      end();
      client.failed(reason);
    }
  }

  private void end() {
    over = true;
    host.ended(this);
    cancel(deadline);
    cancel(repetition);
    if (lookup != null) {
      lookup.cancel();
    }
    if (local != null) {
      host.giveBack(local);
    }
  }

  private static void cancel(@Nullable VirtualCall call) {
    if (call != null && call.isActive()) {
      call.cancel();
    }
  }

  private ConnectFailedException refused() {
    return new ConnectionRefusedException("nothing listens at " + this);
  }

  private ConnectFailedException timedOut() {
    return new ConnectTimedOutException(
        "no answer from " + this + " within " + Display.time(options.timeout()));
  }

  /** Returns {@code example.org:80}. */
  @Override
  public String toString() {
    return client.toString();
  }

  /** A listener for the end of an attempt to connect; its text names the destination. */
  interface Client {
    /** Called when the connection is made. */
    void connected(StreamEnd made);

    /** Called when the attempt has failed. */
    void failed(ConnectFailedException reason);

    /** Called when the attempt is over and no one must be notified. */
    void vanished();
  }

  /** A host, as seen by the attempts to connect from it. */
  interface Source extends ReachableHost {
    /** Records an attempt that begins. */
    void began(ConnectProcess attempt);

    /** Removes an attempt that is over. */
    void ended(ConnectProcess attempt);

    /** Returns the test's script for attempts from this host. */
    ConnectScript script();

    /** Looks a name up. */
    Deferred<List<InetAddress>> resolve(String name);

    /** Takes a local address to connect from, which must be returned later. */
    InetSocketAddress takeLocal(InetAddress target, @Nullable InetSocketAddress bind)
        throws BindFailedException;

    /** Returns a local address that was taken. */
    void giveBack(SocketAddress local);

    /** Returns the next number for an end of a connection that has no address. */
    int nextUnnamed();
  }
}
