// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract;

import dev.assay.deferred.Deferred;
import dev.assay.fake.FakeReactor;
import dev.assay.protocol.BindFailedException;
import dev.assay.protocol.ClientFactory;
import dev.assay.protocol.Connector;
import dev.assay.protocol.ProtocolFactory;
import dev.assay.protocol.PullProducer;
import dev.assay.protocol.PushProducer;
import dev.assay.protocol.Transport;
import dev.assay.reactor.ListenOptions;
import dev.assay.reactor.ListeningPort;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reactors that break a rule about connections while they last. */
final class DataFaults {
  static final List<Fault> ALL =
      List.of(
          new Fault("pieces are reordered", "tcp.data.in-order", Reordering::new),
          new Fault("a piece comes twice", "tcp.data.arrives", Repeating::new),
          new Fault("nothing is received as well", "tcp.data.empty-write-is-nothing", Hollow::new),
          new Fault("one array is used again", "tcp.data.received-is-the-receivers", OneArray::new),
          new Fault(
              "what is written is not copied",
              "tcp.data.written-is-copied",
              transports((real, fake) -> new LateWrite(real, fake))),
          new Fault(
              "pause does nothing",
              "tcp.pause.nothing-is-received",
              transports(
                  (real, fake) ->
                      new RelayTransport(real) {
                        @Override
                        public void pauseProducing() {}
                      })),
          new Fault(
              "pauses are counted", "tcp.pause.does-not-count", transports(CountedPause::new)),
          new Fault(
              "push producers are never paused",
              "tcp.producer.push.paused-when-too-much-is-kept",
              transports(
                  (real, fake) ->
                      new RelayTransport(real) {
                        @Override
                        public void registerProducer(PushProducer producer) {}
                      })),
          new Fault(
              "pull producers are asked later",
              "tcp.producer.pull.asked-at-once",
              transports(
                  (real, fake) ->
                      new RelayTransport(real) {
                        @Override
                        public void registerProducer(PullProducer producer) {
                          fake.callLater(Duration.ZERO, () -> super.registerProducer(producer));
                        }
                      })),
          new Fault(
              "producers are not stopped",
              "tcp.producer.stopped-when-the-peer-closes",
              transports((real, fake) -> new NeverStopping(real))),
          new Fault(
              "a second producer replaces the first",
              "tcp.producer.second-is-refused",
              transports(Replacing::new)),
          new Fault(
              "a transport takes itself for its peer",
              "tcp.address.mirrors",
              transports(OwnPeer::new)),
          new Fault(
              "a transport takes itself for the path that it is connected to",
              "unix.connect.addresses",
              transports(OwnPeer::new)),
          new Fault(
              "attempts are told of late", "tcp.connect.beginning-is-told-at-once", Late::new),
          new Fault(
              "factories are never stopped", "tcp.listen.stop.stops-the-factory", Endless::new),
          new Fault("ports are never freed", "tcp.listen.stop.frees-the-port", Stuck::new));

  private DataFaults() {}

  private static Function<FakeReactor, Object> transports(
      BiFunction<Transport, FakeReactor, RelayTransport> make) {
    return fake ->
        new RelayReactor(fake) {
          @Override
          RelayTransport between(Transport real, RelayProtocol protocol) {
            return make.apply(real, fake);
          }
        };
  }

  private static final class Reordering extends RelayReactor {
    private final List<byte[]> held = new ArrayList<>();

    Reordering(FakeReactor fake) {
      super(fake);
    }

    @Override
    void received(RelayProtocol protocol, byte[] data) {
      held.add(0, data);
      if (held.size() == 2) {
        held.forEach(piece -> super.received(protocol, piece));
        held.clear();
      }
    }
  }

  private static final class Repeating extends RelayReactor {
    Repeating(FakeReactor fake) {
      super(fake);
    }

    @Override
    void received(RelayProtocol protocol, byte[] data) {
      super.received(protocol, data);
      super.received(protocol, data.clone());
    }
  }

  private static final class Hollow extends RelayReactor {
    Hollow(FakeReactor fake) {
      super(fake);
    }

    @Override
    void received(RelayProtocol protocol, byte[] data) {
      super.received(protocol, data);
      super.received(protocol, new byte[0]);
    }
  }

  private static final class OneArray extends RelayReactor {
    private byte[] array = {};

    OneArray(FakeReactor fake) {
      super(fake);
    }

    @Override
    void received(RelayProtocol protocol, byte[] data) {
      if (array.length != data.length) {
        array = new byte[data.length];
      }
      System.arraycopy(data, 0, array, 0, data.length);
      super.received(protocol, array);
    }
  }

  private static final class LateWrite extends RelayTransport {
    private final FakeReactor fake;

    LateWrite(Transport real, FakeReactor fake) {
      super(real);
      this.fake = fake;
    }

    @Override
    public void write(byte[] data) {
      fake.callLater(Duration.ZERO, () -> super.write(data));
    }
  }

  private static final class CountedPause extends RelayTransport {
    private int pauses;

    CountedPause(Transport real, FakeReactor fake) {
      super(real);
    }

    @Override
    public void pauseProducing() {
      pauses++;
      super.pauseProducing();
    }

    @Override
    public void resumeProducing() {
      pauses--;
      if (pauses == 0) {
        super.resumeProducing();
      }
    }
  }

  private static final class NeverStopping extends RelayTransport {
    NeverStopping(Transport real) {
      super(real);
    }

    @Override
    public void registerProducer(PushProducer producer) {
      super.registerProducer(
          new PushProducer() {
            @Override
            public void pauseProducing() {
              producer.pauseProducing();
            }

            @Override
            public void resumeProducing() {
              producer.resumeProducing();
            }

            @Override
            public void stopProducing() {}
          });
    }
  }

  private static final class Replacing extends RelayTransport {
    private boolean producing;

    Replacing(Transport real, FakeReactor fake) {
      super(real);
    }

    @Override
    public void registerProducer(PushProducer producer) {
      producing = true;
      super.registerProducer(producer);
    }

    @Override
    public void registerProducer(PullProducer producer) {
      if (producing) {
        unregisterProducer();
      }
      super.registerProducer(producer);
    }
  }

  private static final class OwnPeer extends RelayTransport {
    OwnPeer(Transport real, FakeReactor fake) {
      super(real);
    }

    @Override
    public SocketAddress peer() {
      return host();
    }
  }

  private static final class Late extends RelayReactor {
    Late(FakeReactor fake) {
      super(fake);
    }

    @Override
    ClientFactory between(ClientFactory factory) {
      return new RelayFactory(super.between(factory)) {
        @Override
        public void startedConnecting(Connector connector) {
          fake().callLater(Duration.ZERO, () -> super.startedConnecting(connector));
        }
      };
    }
  }

  private static final class Endless extends RelayReactor {
    Endless(FakeReactor fake) {
      super(fake);
    }

    @Override
    ClientFactory between(ClientFactory factory) {
      return new RelayFactory(super.between(factory)) {
        @Override
        public void factoryStopped() {}
      };
    }
  }

  private static final class Stuck extends RelayReactor {
    Stuck(FakeReactor fake) {
      super(fake);
    }

    @Override
    public ListeningPort listenTcp(int port, ProtocolFactory factory, ListenOptions options)
        throws BindFailedException {
      return stuck(super.listenTcp(port, factory, options));
    }

    @Override
    public ListeningPort listenUnix(String path, ProtocolFactory factory)
        throws BindFailedException {
      return stuck(super.listenUnix(path, factory));
    }

    private static ListeningPort stuck(ListeningPort real) {
      return new ListeningPort() {
        @Override
        public SocketAddress address() {
          return real.address();
        }

        @Override
        public Deferred<@Nullable Void> stopListening() {
          return Deferred.succeed(null);
        }
      };
    }
  }
}
