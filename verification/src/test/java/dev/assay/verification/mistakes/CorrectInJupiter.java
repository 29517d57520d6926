// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.DeferredLock;
import dev.assay.deferred.Deferreds;
import dev.assay.endpoint.Endpoints;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.VirtualClock;
import dev.assay.fake.protocol.AccumulatingProtocol;
import dev.assay.junit.AllowPending;
import dev.assay.junit.Strict;
import dev.assay.junit.Todo;
import dev.assay.junit.jupiter.TrialExtension;
import dev.assay.junit.jupiter.TrialTest;
import dev.assay.trial.TrialContext;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Correct tests that Jupiter runs. */
abstract class CorrectInJupiter {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @TrialTest
  void timer_isCancelled(VirtualClock clock) {
    clock.callLater(SECOND, () -> {}).cancel();
  }

  @TrialTest
  void failure_isHandled() {
    Deferred.<String>fail(new IllegalStateException("boom")).addErrback(error -> "handled");
  }

  @TrialTest
  void answer_isAwaited(VirtualClock clock, TrialContext trial) throws Throwable {
    assertThat(trial.await(Deferreds.deferLater(clock, SECOND, () -> "pong"))).isEqualTo("pong");
  }

  @TrialTest
  void failure_isAwaited(TrialContext trial) {
    assertThatThrownBy(() -> trial.await(Deferred.fail(new IllegalStateException("boom"))))
        .hasMessage("boom");
  }

  @TrialTest
  void port_isStopped(FakeReactor reactor, TrialContext trial) throws Throwable {
    trial.await(reactor.listenTcp(80, peer -> new AccumulatingProtocol()).stopListening());
  }

  @TrialTest
  void connection_isClosed(FakeReactor reactor, TrialContext trial) throws Throwable {
    var port = reactor.listenTcp(80, peer -> new AccumulatingProtocol());
    AccumulatingProtocol client = new AccumulatingProtocol();
    trial.await(Endpoints.tcpClient(reactor, "localhost", 80).connectProtocol(client));
    Deferred<?> closed = client.whenDisconnected();
    client.transport().loseConnection();
    trial.await(closed);
    trial.await(port.stopListening());
  }

  @TrialTest
  void lock_isReleased(TrialContext trial) throws Throwable {
    trial.await(new DeferredLock().acquire()).release();
  }

  @TrialTest
  void error_isFlushed(TrialContext trial) {
    Logger.getLogger("correct").log(Level.SEVERE, "as planned", new IllegalStateException("boom"));
    assertThat(trial.flushLoggedErrors(IllegalStateException.class)).hasSize(1);
  }

  @TrialTest
  void stage_ofAnotherThread_isAwaited(TrialContext trial) throws Throwable {
    assertThat(trial.await(CompletableFuture.supplyAsync(() -> "pong"))).isEqualTo("pong");
  }

  @TrialTest
  void interrupt_isAnswered() {
    Thread.currentThread().interrupt();
    assertThat(Thread.interrupted()).isTrue();
  }

  @TrialTest
  void cleanup_waits(VirtualClock clock, TrialContext trial) {
    trial.addDeferringCleanup(() -> Deferreds.deferLater(clock, SECOND));
  }

  @TrialTest
  @AllowPending(names = "heartbeat")
  void call_isAllowedByName(VirtualClock clock) {
    clock.callLater(SECOND, () -> {}).label("heartbeat");
  }

  @TrialTest
  @Todo("not written yet")
  void todo_fails() {
    throw new UnsupportedOperationException("not written yet");
  }

  @TrialTest
  @Skips
  void assumption_fails(VirtualClock clock) {
    assumeTrue(clock.elapsed().isNegative());
  }

  @TrialTest
  void clock_isDrivenInsideAPreemptiveTimeout(VirtualClock clock) {
    Deferred<?> woke = Deferreds.deferLater(clock, SECOND);
    assertTimeoutPreemptively(Duration.ofHours(1), () -> clock.advance(SECOND));
    assertThat(woke.isFired()).isTrue();
  }

  /** Nothing else is there. */
  static final class InCorrectInJupiterAlone extends CorrectInJupiter {}

  /** Nothing at all may be left behind. */
  @Strict
  static final class InCorrectInJupiterStrict extends CorrectInJupiter {}

  /** The whole class is extended, with fixtures and a nested class. */
  @ExtendWith(TrialExtension.class)
  static final class InCorrectInJupiterExtended extends CorrectInJupiter {
    private final VirtualClock clock;

    InCorrectInJupiterExtended(VirtualClock clock) {
      this.clock = clock;
    }

    @BeforeEach
    void waitBefore(TrialContext trial) throws Throwable {
      trial.await(Deferreds.deferLater(clock, SECOND));
    }

    @AfterEach
    void waitAfter(TrialContext trial) throws Throwable {
      trial.await(Deferreds.deferLater(clock, SECOND));
    }

    @Nested
    final class Within {
      @Test
      void clock_hasMoved() {
        assertThat(clock.elapsed()).isEqualTo(SECOND);
      }
    }
  }
}
