// SPDX-License-Identifier: Apache-2.0
package dev.assay.benchmarks;

import dev.assay.fake.FakeReactor;
import dev.assay.protocol.BindFailedException;
import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.Protocol;
import dev.assay.protocol.framing.LineReceiver;
import dev.assay.reactor.ListenOptions;
import dev.assay.reactor.ListeningPort;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Ten thousand connections through memory, all open at the same time: each exchanges a line each
 * way, and then all close.
 */
final class ManyConnections {
  private static final int CONNECTIONS = 10_000;
  private static final int PORT = 7;

  private final FakeReactor reactor = new FakeReactor();
  private final List<Asker> askers = new ArrayList<>();
  private int served;

  private ManyConnections() {}

  public static void main(String[] args) throws BindFailedException {
    long heapBefore = usedHeap();
    long start = System.nanoTime();
    ManyConnections many = new ManyConnections();
    ListeningPort port = many.open();
    long opened = System.nanoTime();
    long heapOpen = usedHeap();
    long measured = System.nanoTime();
    many.close(port);
    long end = System.nanoTime();
    print("all open, a line each way", "%d ms", (opened - start) / 1_000_000);
    print("all closed", "%d ms", (end - measured) / 1_000_000);
    print("bytes a connection, both ends", "%d", (heapOpen - heapBefore) / CONNECTIONS);
    print("peak heap", "%d MB", peakHeap() >> 20);
  }

  /** Opens all, and lets each exchange its lines. */
  private ListeningPort open() throws BindFailedException {
    ListenOptions options = ListenOptions.DEFAULT.withBacklog(CONNECTIONS);
    ListeningPort port = reactor.listenTcp(PORT, peer -> new Answerer(), options);
    for (int i = 0; i < CONNECTIONS; i++) {
      Asker asker = new Asker("line " + i);
      askers.add(asker);
      reactor.connectTcp("localhost", PORT, peer -> asker);
    }
    reactor.advance(Duration.ZERO);
    check(askers.stream().allMatch(Asker::isAnswered), "not all were answered");
    check(askers.stream().allMatch(Protocol::isConnected), "not all were open at the same time");
    check(served == CONNECTIONS, "not all were served");
    return port;
  }

  private void close(ListeningPort port) {
    askers.forEach(asker -> asker.transport().loseConnection());
    port.stopListening();
    reactor.advance(Duration.ZERO);
    check(askers.stream().noneMatch(Protocol::isConnected), "not all clients have closed");
    check(served == 0, "not all servers have closed");
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }

  private static void print(String what, String format, long figure) {
    System.out.printf(Locale.ROOT, "%-32s " + format + "%n", what, figure);
  }

  private static long usedHeap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** Returns the sum of each pool's peak, which is at least the heap's. */
  private static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }

  /** A client that sends its line and wants it back. */
  private static final class Asker extends LineReceiver {
    private final String line;
    private boolean answered;

    Asker(String line) {
      this.line = line;
    }

    boolean isAnswered() {
      return answered;
    }

    @Override
    protected void connectionMade() {
      sendLine(line);
    }

    @Override
    protected void lineReceived(byte[] received) {
      answered = received.length == line.length();
    }
  }

  /** A server that sends each line back. */
  private final class Answerer extends LineReceiver {
    @Override
    protected void connectionMade() {
      served++;
    }

    @Override
    protected void lineReceived(byte[] line) {
      sendLine(line);
    }

    @Override
    protected void connectionLost(ConnectionClosedException reason) {
      served--;
    }
  }
}
