// SPDX-License-Identifier: Apache-2.0
package dev.assay.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.VirtualClock;
import dev.assay.junit.TimeLimit;
import dev.assay.junit.Trial;
import dev.assay.trial.TrialContext;
import java.time.Duration;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.platform.engine.CancellationToken;

/** Trials that must not notice each other, and one that somebody ends early. */
public final class ParallelSamples {
  private ParallelSamples() {}

  /** Eight trials, none of which goes on before all have begun. */
  @TimeLimit(blocking = "20s")
  public static final class Together {
    private static final CyclicBarrier ALL = new CyclicBarrier(8);

    private final VirtualClock clock;
    private int beats;

    Together(VirtualClock clock) {
      this.clock = clock;
    }

    @BeforeEach
    void meet() throws Exception {
      ALL.await(20, TimeUnit.SECONDS);
    }

    private Deferred<?> beat(FakeReactor reactor, int count) {
      Deferred<Integer> done = new Deferred<>();
      for (int i = 1; i <= count; i++) {
        reactor.callLater(Duration.ofSeconds(i), () -> beats++);
      }
      reactor.callLater(Duration.ofSeconds(count), () -> done.callback(beats));
      return done.addCallback(
          all -> {
            assertThat(all).isEqualTo(count);
            assertThat(clock.elapsed()).isEqualTo(Duration.ofSeconds(count));
            return all;
          });
    }

    private void leave(String label, TrialContext trial) {
      trial.label(label);
      clock.callLater(Duration.ofSeconds(1), () -> {});
    }

    @Trial
    Deferred<?> beats11(FakeReactor reactor) {
      return beat(reactor, 11);
    }

    @Trial
    Deferred<?> beats22(FakeReactor reactor) {
      return beat(reactor, 22);
    }

    @Trial
    Deferred<?> beats33(FakeReactor reactor) {
      return beat(reactor, 33);
    }

    @Trial
    Deferred<?> beats44(FakeReactor reactor) {
      return beat(reactor, 44);
    }

    @Trial
    void leavesOne(TrialContext trial) {
      leave("one", trial);
    }

    @Trial
    void leavesTwo(TrialContext trial) {
      leave("two", trial);
    }

    @Trial
    void leavesThree(TrialContext trial) {
      leave("three", trial);
    }

    @Trial
    void leavesFour(TrialContext trial) {
      leave("four", trial);
    }
  }

  /** A trial in the midst of which the whole run is cancelled. */
  public static final class Cancelled {
    public static final AtomicReference<CancellationToken> TOKEN = new AtomicReference<>();

    @Trial
    Deferred<?> isEndedEarly(VirtualClock clock) {
      clock.callLater(Duration.ofSeconds(3), () -> TOKEN.get().cancel());
      Deferred<String> late = new Deferred<>();
      clock.callLater(Duration.ofSeconds(60), () -> late.callback("too late"));
      return late;
    }

    @Trial
    void isNotBegun() {}
  }
}
