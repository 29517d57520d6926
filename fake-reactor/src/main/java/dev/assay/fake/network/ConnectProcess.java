// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import dev.assay.deferred.Deferred;
import dev.assay.fake.event.ConnectAttempt;
import dev.assay.fake.timeline.Event;
import dev.assay.fake.timeline.VirtualCall;
import dev.assay.protocol.BindFailedException;
import dev.assay.protocol.ConnectFailedException;
import dev.assay.protocol.ConnectionRefusedException;
import dev.assay.protocol.LocalAddressException;
import dev.assay.reactor.ConnectOptions;
import dev.assay.reactor.rules.Addresses;
import dev.assay.reactor.rules.BaseAttempt;
import dev.assay.reactor.rules.BaseConnector;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to connect: the lookup of the name, the request, and the answer, all within the
 * timeout.
 */
final class ConnectProcess extends BaseAttempt {
  /** How long to wait for an answer before the request is sent again. */
  private static final Duration RETRANSMISSION = Duration.ofSeconds(1);

  private final Source host;
  private final Network network;
  private final SocketAddress destination;
  private final ConnectOptions options;
  private final Consumer<StreamEnd> whenConnected;
  private @Nullable VirtualCall repetition;

  /** The local address that this attempt has taken, until a connection takes it over. */
  private @Nullable SocketAddress local;

  ConnectProcess(
      Network network,
      Source host,
      BaseConnector connector,
      ConnectOptions options,
      Consumer<StreamEnd> whenConnected) {
    super(new HostEvents(network, host), connector, options);
    this.host = host;
    this.network = network;
    this.destination = connector.destination();
    this.options = options;
    this.whenConnected = whenConnected;
  }

  @Override
  public void begin() {
    host.began(this);
    ConnectFailedException scripted =
        host.script().record(new ConnectAttempt(network.elapsed(), destination, options));
    if (!isOpen()) {
      return;
    }
    armDeadline();
    if (scripted != null) {
      failSoon(scripted);
    } else if (destination instanceof InetSocketAddress inet) {
      lookUp(host.resolve(inet.getHostString()), address -> ask(address, inet.getPort()));
    } else {
      request(host, UnixDomainSocketAddress.of(""), destination);
    }
  }

  private void ask(InetAddress address, int port) {
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
  }

  private void request(ReachableHost target, SocketAddress from, SocketAddress to) {
    repetition = null;
    network
        .path(host, target)
        .send(0, new Event("request of", this, () -> requested(target, from, to)));
  }

  /** Answers on behalf of the requested host. */
  private void requested(ReachableHost target, SocketAddress from, SocketAddress to) {
    if (isOver()) {
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
    } else if (!isOpen()) {
      end.reset();
    } else {
      end();
      whenConnected.accept(end);
    }
  }

  @Override
  protected void ended() {
    host.ended(this);
    if (repetition != null && repetition.isActive()) {
      repetition.cancel();
    }
    if (local != null) {
      host.giveBack(local);
    }
  }

  private ConnectFailedException refused() {
    return new ConnectionRefusedException("nothing listens at " + this);
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
