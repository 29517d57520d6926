// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract;

import dev.assay.deferred.Deferred;
import dev.assay.fake.FakeReactor;
import dev.assay.protocol.BindFailedException;
import dev.assay.protocol.DatagramProtocol;
import dev.assay.protocol.DatagramTransport;
import dev.assay.reactor.ReactorNames;
import dev.assay.reactor.ReactorUdp;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reactors that break a rule about datagrams or names. */
final class UdpFaults {
  static final List<Fault> ALL =
      List.of(
          new Fault("an empty datagram is lost", "udp.data.empty", Lossy::new),
          new Fault("datagrams are joined", "udp.data.boundaries-are-kept", Joining::new),
          new Fault(
              "a datagram is not copied",
              "udp.data.written-is-copied",
              fake -> ports(fake, Late::new)),
          new Fault(
              "a connected port hears everybody",
              "udp.connect.others-are-not-heard",
              fake -> ports(fake, Loose::new)),
          new Fault(
              "a connected port sends anywhere",
              "udp.connect.write-to-another-is-refused",
              fake -> ports(fake, Loose::new)),
          new Fault(
              "datagram ports are never freed",
              "udp.stop.frees-the-port",
              fake -> ports(fake, Stuck::new)),
          new Fault(
              "an unknown name has no address",
              "names.unknown-fails",
              fake -> (ReactorNames) name -> fake.resolve(name).addErrback(error -> List.of())),
          new Fault(
              "all names lead back",
              "names.an-address-is-its-own",
              fake -> (ReactorNames) name -> fake.resolve("localhost")));

  private UdpFaults() {}

  /** Returns a reactor that passes everything on and breaks nothing. */
  static Object harmless(FakeReactor fake) {
    return new Relay(fake) {};
  }

  private static Relay ports(FakeReactor fake, MakePort make) {
    return new Relay(fake) {
      @Override
      DatagramTransport between(DatagramTransport real) {
        return make.port(real, fake);
      }
    };
  }

  /** Makes what a protocol gets for its port. */
  @FunctionalInterface
  private interface MakePort {
    DatagramTransport port(DatagramTransport real, FakeReactor fake);
  }

  /** Passes datagrams on. */
  private abstract static class Relay implements ReactorUdp {
    private final FakeReactor fake;

    Relay(FakeReactor fake) {
      this.fake = fake;
    }

    DatagramTransport between(DatagramTransport real) {
      return real;
    }

    void received(DatagramProtocol user, byte[] data, InetSocketAddress from) {
      user.datagramReceived(data, from);
    }

    @Override
    public DatagramTransport listenUdp(int port, DatagramProtocol user, String host)
        throws BindFailedException {
      Between between = new Between(this, user);
      fake.listenUdp(port, between, host);
      return user.transport();
    }
  }

  /** A protocol that passes everything on to another, by way of its reactor. */
  private static final class Between extends DatagramProtocol {
    private final Relay relay;
    private final DatagramProtocol user;

    Between(Relay relay, DatagramProtocol user) {
      this.relay = relay;
      this.user = user;
    }

    @Override
    protected void startProtocol() {
      user.makeConnection(relay.between(transport()));
    }

    @Override
    public void datagramReceived(byte[] data, InetSocketAddress from) {
      relay.received(user, data, from);
    }

    @Override
    public void connectionRefused() {
      user.connectionRefused();
    }

    @Override
    public void stopProtocol() {
      user.stopProtocol();
    }
  }

  private static final class Lossy extends Relay {
    Lossy(FakeReactor fake) {
      super(fake);
    }

    @Override
    void received(DatagramProtocol user, byte[] data, InetSocketAddress from) {
      if (data.length > 0) {
        super.received(user, data, from);
      }
    }
  }

  private static final class Joining extends Relay {
    private byte[] all = {};

    Joining(FakeReactor fake) {
      super(fake);
    }

    @Override
    void received(DatagramProtocol user, byte[] data, InetSocketAddress from) {
      byte[] joined = Arrays.copyOf(all, all.length + data.length);
      System.arraycopy(data, 0, joined, all.length, data.length);
      all = joined;
      super.received(user, joined, from);
    }
  }

  /** A port that passes everything on to another. */
  private abstract static class PortRelay implements DatagramTransport {
    private final DatagramTransport real;

    PortRelay(DatagramTransport real) {
      this.real = real;
    }

    @Override
    public void write(byte[] data, InetSocketAddress to) {
      real.write(data, to);
    }

    @Override
    public void write(byte[] data) {
      real.write(data);
    }

    @Override
    public void connect(InetSocketAddress peer) {
      real.connect(peer);
    }

    @Override
    public InetSocketAddress host() {
      return real.host();
    }

    @Override
    public Deferred<@Nullable Void> stopListening() {
      return real.stopListening();
    }
  }

  private static final class Late extends PortRelay {
    private final FakeReactor fake;

    Late(DatagramTransport real, FakeReactor fake) {
      super(real);
      this.fake = fake;
    }

    @Override
    public void write(byte[] data, InetSocketAddress to) {
      fake.callLater(Duration.ZERO, () -> super.write(data, to));
    }
  }

  private static final class Loose extends PortRelay {
    private @Nullable InetSocketAddress peer;

    Loose(DatagramTransport real, FakeReactor fake) {
      super(real);
    }

    @Override
    public void connect(InetSocketAddress peer) {
      this.peer = peer;
    }

    @Override
    public void write(byte[] data) {
      if (peer != null) {
        super.write(data, peer);
      }
    }
  }

  private static final class Stuck extends PortRelay {
    Stuck(DatagramTransport real, FakeReactor fake) {
      super(real);
    }

    @Override
    public Deferred<@Nullable Void> stopListening() {
      return Deferred.<@Nullable Void>succeed(null);
    }
  }
}
