// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import dev.assay.fake.network.Path;
import dev.assay.fake.network.StreamEnd;
import dev.assay.fake.timeline.Nanos;
import dev.assay.protocol.ConnectionLostException;
import java.time.Duration;

/**
 * Something that goes wrong on a network, or is put right again: a value, struck by {@link
 * FakeNetwork#strike} here and now, or by {@link FakeNetwork#strikeAfter} at a later time.
 *
 * @since 0.1
 */
public sealed interface Fault {

  /** Strikes a network. */
  void strike(FakeNetwork network);

  /**
   * What two hosts send each other takes a time from now on.
   *
   * @since 0.1
   */
  record Latency(String host, String other, Duration each) implements Fault {
    /** Refuses a negative time. */
    public Latency {
      Nanos.after("each", 0, each);
    }

    @Override
    public void strike(FakeNetwork network) {
      network.hosts.bothWays(host, other, path -> path.latency(each.toNanos()));
    }
  }

  /**
   * Two hosts can send each other no more than n bytes a second from now on.
   *
   * @since 0.1
   */
  record Bandwidth(String host, String other, long bytesPerSecond) implements Fault {
    /** Refuses what nothing would pass through. */
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
   * Nothing passes between two hosts until a {@link Heal}. Streams send again then what was lost;
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
   * What one host sends another is held up on its way until a {@link Release}, datagrams too.
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
   * What was held up goes on, in order.
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
   * One host forgets its connections with another, which is not told: it finds out when it sends
   * something.
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
              end ->
                  end.forget(new ConnectionLostException(end + " was forgotten by its machine")));
    }
  }

  /**
   * A host goes down: its connections, ports and calls are gone, and nobody is told.
   *
   * @since 0.1
   */
  record Crash(String host) implements Fault {
    @Override
    public void strike(FakeNetwork network) {
      network.hosts.crash(host);
    }
  }

  /**
   * A host that is down comes up again, with nothing open; those who still send to its former
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
   * Datagrams between two hosts may be lost, arrive more than once, and be held up by up to three
   * times a step, as the network's chooser says.
   *
   * @since 0.1
   */
  record LoseDatagrams(String host, String other, Duration step) implements Fault {
    /** Refuses a negative step. */
    public LoseDatagrams {
      Nanos.after("step", 0, step);
    }

    @Override
    public void strike(FakeNetwork network) {
      network.hosts.bothWays(host, other, path -> path.loseDatagrams(step.toNanos()));
    }
  }
}
