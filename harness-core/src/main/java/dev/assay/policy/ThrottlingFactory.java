// SPDX-License-Identifier: Apache-2.0
package dev.assay.policy;

import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.Protocol;
import dev.assay.protocol.ProtocolFactory;
import dev.assay.protocol.PullProducer;
import dev.assay.protocol.PushProducer;
import dev.assay.protocol.Transport;
import dev.assay.time.ReactorTime;
import java.net.SocketAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A factory whose connections share a bandwidth. When they have used it up, they are paused for a
 * while.
 *
 * <p>To limit the number of connections as well, put this around a {@link LimitTotalConnections}.
 *
 * <p>Reading is paused at the transport. Writing is paused at the producers: bytes that are written
 * without one are counted, and not delayed.
 *
 * @since 0.1
 */
public final class ThrottlingFactory extends WrappingFactory {
  /** The value for no limit. */
  public static final long UNLIMITED = Long.MAX_VALUE;

  private final Throttle reads;
  private final Throttle writes;

  /** The connections, those that have been idle longest first. */
  private final Set<Throttled> connections = new LinkedHashSet<>();

  /**
   * Limits what the connections of a factory read and write together.
   *
   * @param bytesReadPerSecond the limit of received bytes, or {@link #UNLIMITED}
   * @param bytesWrittenPerSecond the limit of bytes that producers write, or {@link #UNLIMITED}
   * @throws IllegalArgumentException if a limit is not positive
   */
  public ThrottlingFactory(
      ReactorTime time,
      ProtocolFactory wrapped,
      long bytesReadPerSecond,
      long bytesWrittenPerSecond) {
    super(wrapped);
    requirePositive("bytesReadPerSecond", bytesReadPerSecond);
    requirePositive("bytesWrittenPerSecond", bytesWrittenPerSecond);
    reads = new Throttle(time, bytesReadPerSecond, this::updateReads);
    writes = new Throttle(time, bytesWrittenPerSecond, this::updateWrites);
  }

  @Override
  protected ProtocolWrapper wrap(Protocol protocol, SocketAddress peer) {
    return new Throttled(protocol);
  }

  private static void requirePositive(String what, long limit) {
    if (limit < 1) {
      throw new IllegalArgumentException(what + " must be positive: " + limit);
    }
  }

  private void updateReads() {
    List.copyOf(connections).forEach(Throttled::updateReads);
  }

  private void updateWrites() {
    List.copyOf(connections).forEach(Throttled::updateWrites);
  }

  private void opened(Throttled connection) {
    if (connections.isEmpty()) {
      reads.resume();
      writes.resume();
    }
    connections.add(connection);
  }

  private void closed(Throttled connection) {
    connections.remove(connection);
    if (connections.isEmpty()) {
      reads.suspend();
      writes.suspend();
    }
  }

  /** Counts bytes, and lets the other connections go first next time. */
  private void moved(Throttled connection, Throttle throttle, int bytes) {
    if (connections.remove(connection)) {
      connections.add(connection);
      throttle.count(bytes);
    }
  }

  private final class Throttled extends ProtocolWrapper {
    private final FlowGate reading = new FlowGate(this::pauseReading, this::resumeReading);
    private @Nullable HeldProducer producer;

    Throttled(Protocol inner) {
      super(inner);
    }

    @Override
    protected void connectionMade(Transport transport) {
      opened(this);
      super.connectionMade(transport);
      updateReads();
    }

    @Override
    protected void dataReceived(byte[] data) {
      moved(this, reads, data.length);
      super.dataReceived(data);
    }

    @Override
    protected void connectionLost(ConnectionClosedException reason) {
      closed(this);
      super.connectionLost(reason);
    }

    @Override
    public void write(byte[] data) {
      moved(this, writes, data.length);
      super.write(data);
    }

    @Override
    public void pauseProducing() {
      reading.holdByOwner(true);
    }

    @Override
    public void resumeProducing() {
      reading.holdByOwner(false);
    }

    @Override
    public void registerProducer(PushProducer pushing) {
      HeldProducer.Push held = new HeldProducer.Push(pushing);
      register(held, () -> super.registerProducer(held));
      updateWrites();
    }

    @Override
    public void registerProducer(PullProducer pulled) {
      HeldProducer.Pull held = new HeldProducer.Pull(pulled, writes.isHolding());
      register(held, () -> super.registerProducer(held));
    }

    @Override
    public void unregisterProducer() {
      producer = null;
      super.unregisterProducer();
    }

    void updateReads() {
      reading.holdByThrottle(reads.isHolding());
    }

    void updateWrites() {
      if (producer != null) {
        producer.hold(writes.isHolding());
      }
    }

    /** Sets the producer before the transport registers it, because that may ask it for a piece. */
    private void register(HeldProducer held, Runnable registration) {
      HeldProducer before = producer;
      producer = held;
      try {
        registration.run();
      } catch (IllegalStateException e) {
        producer = before;
        throw e;
      }
    }

    private void pauseReading() {
      if (isConnected()) {
        super.pauseProducing();
      }
    }

    private void resumeReading() {
      if (isConnected()) {
        super.resumeProducing();
      }
    }
  }
}
