// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import static java.util.Objects.requireNonNull;

import dev.assay.call.Nanos;
import dev.assay.fake.network.Path;
import dev.assay.fake.network.StreamEnd;
import dev.assay.process.StartFailedException;
import dev.assay.protocol.BindFailedException;
import dev.assay.protocol.ConnectFailedException;
import dev.assay.protocol.ConnectionLostException;
import dev.assay.protocol.DnsLookupException;
import dev.assay.reactor.rules.Addresses;
import java.net.SocketAddress;
import java.time.Duration;

/**
 * A change in the condition of a network, for worse or for better: a value, applied by {@link
 * FakeNetwork#strike} immediately or by {@link FakeNetwork#strikeAfter} at a later time.
 *
 * @since 0.1
 */
public sealed interface Fault {

  /** Applies this fault to a network. */
  void strike(FakeNetwork network);

  /**
   * From now on, everything that two hosts send each other takes the given time.
   *
   * @since 0.1
   */
  record Latency(String host, String other, Duration each) implements Fault {
    /** Rejects a negative time. */
    public Latency {
      Nanos.after("each", 0, each);
    }

    @Override
    public void strike(FakeNetwork network) {
      network.hosts.bothWays(host, other, path -> path.latency(each.toNanos()));
    }
  }

  /**
   * From now on, two hosts can send each other at most n bytes per second.
   *
   * @since 0.1
   */
  record Bandwidth(String host, String other, long bytesPerSecond) implements Fault {
    /** Rejects a bandwidth that lets nothing pass. */
    public Bandwidth {
      if (bytesPerSecond < 1) {
        throw new IllegalArgumentException("bytesPerSecond must be positive: " + bytesPerSecond);
      }
    }

    @Override
    public void strike(FakeNetwork network) {
      network.hosts.bothWays(host, other, path -> path.bandwidth(bytesPerSecond));
    }
  }

  /**
   * Nothing passes between two hosts until a {@link Heal}. Streams then send lost data again;
   * datagrams stay lost.
   *
   * @since 0.1
   */
  record Partition(String host, String other) implements Fault {
    @Override
    public void strike(FakeNetwork network) {
      String what = network.hindrance("the partition between " + host + " and " + other);
      network.hosts.bothWays(host, other, path -> path.block(what, true));
    }
  }

  /**
   * Two hosts can reach each other again.
   *
   * @since 0.1
   */
  record Heal(String host, String other) implements Fault {
    @Override
    public void strike(FakeNetwork network) {
      network.hosts.bothWays(host, other, Path::open);
    }
  }

  /**
   * Everything that one host sends to another is delayed on its way until a {@link Release},
   * including datagrams.
   *
   * @since 0.1
   */
  record Hold(String from, String to) implements Fault {
    @Override
    public void strike(FakeNetwork network) {
      String what = network.hindrance("the hold on what " + from + " sends " + to);
      network.hosts.way(from, to).block(what, false);
    }
  }

  /**
   * Everything that was held continues on its way, in order.
   *
   * @since 0.1
   */
  record Release(String from, String to) implements Fault {
    @Override
    public void strike(FakeNetwork network) {
      network.hosts.way(from, to).open();
    }
  }

  /**
   * Every connection between two hosts is reset, at both ends.
   *
   * @since 0.1
   */
  record Reset(String host, String other) implements Fault {
    @Override
    public void strike(FakeNetwork network) {
      network.hosts.between(host, other).forEach(StreamEnd::reset);
    }
  }

  /**
   * One host forgets its connections with another, which is not notified. The other host finds out
   * when it sends something.
   *
   * @since 0.1
   */
  record HalfOpen(String host, String other) implements Fault {
    @Override
    public void strike(FakeNetwork network) {
      network
          .hosts
          .between(host, other)
          .forEach(
              end -> end.forget(new ConnectionLostException(end + " was forgotten by its host")));
    }
  }

  /**
   * A host goes down. Its connections, ports, child processes and calls are lost, and no one is
   * notified.
   *
   * @since 0.1
   */
  record Crash(String host) implements Fault {
    @Override
    public void strike(FakeNetwork network) {
      network.hosts.crash(host);
      network.processes(host).crash();
    }
  }

  /**
   * A host that is down comes up again, with nothing open. Peers that still send to its former
   * connections are reset.
   *
   * @since 0.1
   */
  record Restart(String host) implements Fault {
    @Override
    public void strike(FakeNetwork network) {
      network.hosts.named(host).restart();
    }
  }

  /**
   * Datagrams between two hosts may be lost, arrive more than once, and be delayed by up to three
   * times a step, as the network's chooser decides.
   *
   * @since 0.1
   */
  record LoseDatagrams(String host, String other, Duration step) implements Fault {
    /** Rejects a negative step. */
    public LoseDatagrams {
      Nanos.after("step", 0, step);
    }

    @Override
    public void strike(FakeNetwork network) {
      network.hosts.bothWays(host, other, path -> path.loseDatagrams(step.toNanos()));
    }
  }

  /**
   * From now on, a host refuses the certificates of another in the handshakes of TLS.
   *
   * @since 0.1
   */
  record RefuseCertificate(String host, String other) implements Fault {
    @Override
    public void strike(FakeNetwork network) {
      network.hosts.way(other, host).refuseCertificates();
    }
  }

  /**
   * Every connection between two hosts is ended by somebody between them, who closes both of its
   * streams. Where TLS protects the connection, both ends notice that it was not the peer.
   *
   * @since 0.1
   */
  record Truncate(String host, String other) implements Fault {
    @Override
    public void strike(FakeNetwork network) {
      network.hosts.between(host, other).forEach(StreamEnd::truncate);
    }
  }

  /**
   * The next attempt of a host to connect fails. Several of these fail as many attempts, one after
   * the other.
   *
   * @since 0.1
   */
  record FailNextConnect(String host, ConnectFailedException reason) implements Fault {
    /** Rejects a missing reason. */
    public FailNextConnect {
      requireNonNull(reason, "reason");
    }

    @Override
    public void strike(FakeNetwork network) {
      network.hosts.named(host).script().failNext(reason, network.struckFrom);
    }
  }

  /**
   * One attempt of a host to connect fails. Attempts are counted from the first one that the host
   * ever made, which is 1.
   *
   * @since 0.1
   */
  record FailConnect(String host, int number, ConnectFailedException reason) implements Fault {
    /** Rejects a number that no attempt has, and a missing reason. */
    public FailConnect {
      requireNonNull(reason, "reason");
      if (number < 1) {
        throw new IllegalArgumentException("number must be positive: " + number);
      }
    }

    @Override
    public void strike(FakeNetwork network) {
      network.hosts.named(host).script().fail(number, reason, network.struckFrom);
    }
  }

  /**
   * Every attempt of a host to connect to a destination fails. The destination is identified by the
   * name in the request.
   *
   * @since 0.1
   */
  record FailConnectTo(String host, String target, int port, ConnectFailedException reason)
      implements Fault {
    /** Rejects a port that is out of range, and a missing reason. */
    public FailConnectTo {
      requireNonNull(reason, "reason");
      Addresses.checkPort(port);
    }

    @Override
    public void strike(FakeNetwork network) {
      SocketAddress destination = Addresses.unresolved(target, port);
      network.hosts.named(host).script().failTo(destination, reason, network.struckFrom);
    }
  }

  /**
   * The next request of a host to listen fails, for connections or for datagrams.
   *
   * @since 0.1
   */
  record FailNextListen(String host, BindFailedException reason) implements Fault {
    /** Rejects a missing reason. */
    public FailNextListen {
      requireNonNull(reason, "reason");
    }

    @Override
    public void strike(FakeNetwork network) {
      network.hosts.named(host).failNextListen(reason, network.struckFrom);
    }
  }

  /**
   * The next start of a child process on a host fails.
   *
   * @since 0.1
   */
  record FailNextStart(String host, StartFailedException reason) implements Fault {
    /** Rejects a missing reason. */
    public FailNextStart {
      requireNonNull(reason, "reason");
    }

    @Override
    public void strike(FakeNetwork network) {
      network.processes(host).failNext(reason, network.struckFrom);
    }
  }

  /**
   * Every lookup of a name by a host fails, until the name is added to the names of the host.
   *
   * @since 0.1
   */
  record FailLookup(String host, String name, DnsLookupException reason) implements Fault {
    /** Rejects a missing reason. */
    public FailLookup {
      requireNonNull(reason, "reason");
    }

    @Override
    public void strike(FakeNetwork network) {
      network.hosts.named(host).names().fail(name, reason, network.struckFrom);
    }
  }
}
