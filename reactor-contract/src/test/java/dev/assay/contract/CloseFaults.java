// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract;

import dev.assay.fake.FakeReactor;
import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.ConnectionDoneException;
import dev.assay.protocol.ConnectionLostException;
import dev.assay.protocol.Protocol;
import dev.assay.protocol.PushProducer;
import dev.assay.protocol.Transport;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Reactors that break a rule about the end of connections. */
final class CloseFaults {
  static final List<Fault> ALL =
      List.of(
          new Fault(
              "connectionLost comes inside loseConnection",
              "tcp.close.is-told-later",
              transports(LostInside::new)),
          new Fault("connectionLost comes twice", "tcp.close.is-told-once", LostTwice::new),
          new Fault(
              "connectionLost never comes", "tcp.close.both-hear-connection-done", Silent::new),
          new Fault(
              "the last write is dropped",
              "tcp.close.lose-flushes-what-was-written",
              transports(DroppedWrite::new)),
          new Fault(
              "a write after loseConnection is dropped",
              "tcp.close.write-right-after-lose-is-sent",
              transports(DroppedLateWrite::new)),
          new Fault(
              "reading goes on after loseConnection",
              "tcp.close.nothing-is-received-after-lose",
              transports(SlowLose::new)),
          new Fault(
              "a transport is connected until it is lost",
              "tcp.close.is-connected",
              transports(LongConnected::new)),
          new Fault(
              "abort closes in good order",
              "tcp.abort.there-connection-lost",
              transports(GentleAbort::new)),
          new Fault("nobody hears of the end over a path", "unix.abort.there-an-end", Silent::new),
          new Fault(
              "abort waits for what is unsent",
              "tcp.abort.drops-what-was-not-sent",
              transports(GentleAbort::new)),
          new Fault(
              "abort is told as a loss", "tcp.abort.here-connection-aborted", WrongReason::new),
          new Fault(
              "half close is full close",
              "tcp.half-close.peer-goes-on-sending",
              transports(FullClose::new)),
          new Fault(
              "nobody hears of half closes",
              "tcp.half-close.read-end-is-told-after-the-data",
              Deaf::new),
          new Fault(
              "loseConnection does not wait for a producer",
              "tcp.producer.lose-waits-for-push",
              transports(ImpatientLose::new)),
          new Fault(
              "an error does not lose the connection", "tcp.error.when-received", Forgiving::new));

  private CloseFaults() {}

  private static Function<FakeReactor, Object> transports(
      BiFunction<Transport, RelayProtocol, RelayTransport> make) {
    return fake ->
        new RelayReactor(fake) {
          @Override
          RelayTransport between(Transport real, RelayProtocol protocol) {
            return make.apply(real, protocol);
          }
        };
  }

  private static final class LostInside extends RelayTransport {
    private final RelayProtocol protocol;

    LostInside(Transport real, RelayProtocol protocol) {
      super(real);
      this.protocol = protocol;
    }

    @Override
    public void loseConnection() {
      if (protocol.user().isConnected()) {
        protocol.user().endConnection(new ConnectionDoneException("too early"));
      }
      super.loseConnection();
    }
  }

  private static final class LostTwice extends RelayReactor {
    LostTwice(FakeReactor fake) {
      super(fake);
    }

    @Override
    void lost(RelayProtocol protocol, ConnectionClosedException reason) {
      super.lost(protocol, reason);
      super.lost(protocol, reason);
    }
  }

  private static final class Silent extends RelayReactor {
    Silent(FakeReactor fake) {
      super(fake);
    }

    @Override
    void lost(RelayProtocol protocol, ConnectionClosedException reason) {
      if (protocol.user().transport().isConnected()) {
        super.lost(protocol, reason);
      }
    }
  }

  private static final class DroppedWrite extends RelayTransport {
    private byte[] last = {};

    DroppedWrite(Transport real, RelayProtocol protocol) {
      super(real);
    }

    @Override
    public void write(byte[] data) {
      super.write(last);
      last = data;
    }
  }

  private static final class DroppedLateWrite extends RelayTransport {
    DroppedLateWrite(Transport real, RelayProtocol protocol) {
      super(real);
    }

    @Override
    public void write(byte[] data) {
      if (isConnected()) {
        super.write(data);
      }
    }
  }

  private static final class SlowLose extends RelayTransport {
    SlowLose(Transport real, RelayProtocol protocol) {
      super(real);
    }

    @Override
    public void loseConnection() {
      if (real().isConnected()) {
        real().loseWriteConnection();
      }
    }
  }

  private static final class LongConnected extends RelayTransport {
    private final Protocol user;

    LongConnected(Transport real, RelayProtocol protocol) {
      super(real);
      this.user = protocol.user();
    }

    @Override
    public boolean isConnected() {
      return user.isConnected();
    }
  }

  private static final class GentleAbort extends RelayTransport {
    GentleAbort(Transport real, RelayProtocol protocol) {
      super(real);
    }

    @Override
    public void abortConnection() {
      loseConnection();
    }
  }

  private static final class WrongReason extends RelayReactor {
    WrongReason(FakeReactor fake) {
      super(fake);
    }

    @Override
    void lost(RelayProtocol protocol, ConnectionClosedException reason) {
      super.lost(
          protocol,
          reason instanceof ConnectionLostException ? new ConnectionLostException("some") : reason);
    }
  }

  private static final class FullClose extends RelayTransport {
    FullClose(Transport real, RelayProtocol protocol) {
      super(real);
    }

    @Override
    public void loseWriteConnection() {
      loseConnection();
    }
  }

  private static final class Deaf extends RelayReactor {
    Deaf(FakeReactor fake) {
      super(fake);
    }

    @Override
    RelayProtocol between(Protocol user) {
      return new RelayProtocol(this, user);
    }
  }

  private static final class ImpatientLose extends RelayTransport {
    private boolean producing;

    ImpatientLose(Transport real, RelayProtocol protocol) {
      super(real);
    }

    @Override
    public void registerProducer(PushProducer producer) {
      producing = true;
      super.registerProducer(producer);
    }

    @Override
    public void loseConnection() {
      if (producing) {
        super.unregisterProducer();
      }
      super.loseConnection();
    }
  }

  private static final class Forgiving extends RelayReactor {
    Forgiving(FakeReactor fake) {
      super(fake);
    }

    @Override
    void received(RelayProtocol protocol, byte[] data) {
      try {
        super.received(protocol, data);
      } catch (Throwable error) {
        fake().callLater(Duration.ZERO, () -> raise(error));
      }
    }

    private static void raise(Throwable error) {
      throw (RuntimeException) error;
    }
  }
}
