// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.DeferredLock;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.VirtualClock;
import dev.assay.fake.protocol.AccumulatingProtocol;
import dev.assay.junit.AllowPending;
import dev.assay.junit.jupiter.TrialTest;
import dev.assay.pending.PendingKind;
import dev.assay.protocol.BindFailedException;
import dev.assay.protocol.DatagramProtocol;
import dev.assay.protocol.PushProducer;
import dev.assay.reactor.ListeningPort;
import dev.assay.trial.TrialContext;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class LeaksTest {
  @Test
  void eachKindOfLeak_failsItsTest_andNoOther() {
    Ran ran = Ran.of(Leaks.class);

    assertThat(ran.tests())
        .containsOnly(
            entry("call(VirtualClock)", "A-PENDING-CALL"),
            entry("connection(FakeReactor)", "A-OPEN-CONNECTION"),
            entry("datagramPort(FakeReactor)", "A-OPEN-PORT"),
            entry("deferred()", "A-PENDING-DEFERRED"),
            entry("foreignCall()", "A-FOREIGN-CALL"),
            entry("lock()", "A-HELD-LOCK"),
            entry("loggedError()", "A-LOGGED-ERROR"),
            entry("neverFires(TrialContext)", "A-NEVER-FIRES"),
            entry("port(FakeReactor)", "A-OPEN-PORT"),
            entry("producer(FakeReactor)", "A-PENDING-PRODUCER"),
            entry("unhandledFailure()", "A-UNHANDLED-FAILURE"));
  }

  @Test
  void leak_isReported_withItsLineAndWhatToRun() {
    Throwable failure = Ran.of(Leaks.class).failureOf("deferred()");

    assertThat(failure)
        .hasMessageContainingAll(
            "LeaksTest.java:",
            " in deferred, during test, t=",
            Leaks.class.getName() + "#deferred");
    assertThat(failure.getStackTrace()).hasSize(1);
    assertThat(failure.getStackTrace()[0].getMethodName()).isEqualTo("deferred");
  }

  @Test
  void sameWithoutLeak_passes() {
    assertThat(Ran.of(Clean.class).tests()).hasSize(7).allSatisfy(Clean::hasPassed);
  }

  static final class Leaks {
    @TrialTest
    void deferred() {
      new Deferred<String>().addCallback(value -> value);
    }

    @TrialTest
    void neverFires(TrialContext trial) throws Throwable {
      trial.await(new Deferred<String>());
    }

    @TrialTest
    void unhandledFailure() {
      Deferred.fail(new IllegalStateException("boom"));
    }

    @TrialTest
    void call(VirtualClock clock) {
      clock.callLater(Duration.ofSeconds(1), () -> {});
    }

    @TrialTest
    void connection(FakeReactor reactor) throws BindFailedException {
      ListeningPort port = reactor.listenTcp(80, peer -> new AccumulatingProtocol());
      reactor.connectTcp("localhost", 80, peer -> new AccumulatingProtocol());
      reactor.advance(Duration.ZERO);
      port.stopListening();
    }

    @TrialTest
    void port(FakeReactor reactor) throws BindFailedException {
      reactor.listenTcp(80, peer -> new AccumulatingProtocol());
    }

    @TrialTest
    void datagramPort(FakeReactor reactor) throws BindFailedException {
      reactor.listenUdp(
          53,
          new DatagramProtocol() {
            @Override
            public void datagramReceived(byte[] data, InetSocketAddress from) {}
          });
    }

    @TrialTest
    @AllowPending({PendingKind.CONNECTION, PendingKind.LISTENING_PORT})
    void producer(FakeReactor reactor) throws BindFailedException {
      AccumulatingProtocol client = new AccumulatingProtocol();
      reactor.listenTcp(80, peer -> new AccumulatingProtocol());
      reactor.connectTcp("localhost", 80, peer -> client);
      reactor.advance(Duration.ZERO);
      client.transport().registerProducer(new Source());
    }

    @TrialTest
    void foreignCall() throws InterruptedException {
      Deferred<String> deferred = new Deferred<>();
      Thread thread = new Thread(() -> deferred.callback("value"));
      thread.setUncaughtExceptionHandler((where, refusal) -> {});
      thread.start();
      thread.join();
    }

    @TrialTest
    void lock() {
      new DeferredLock().acquire();
    }

    @TrialTest
    void loggedError() {
      System.getLogger("quiet").log(Level.ERROR, "oops", new IllegalStateException("boom"));
    }
  }

  static final class Clean {
    static void hasPassed(String test, String word) {
      assertThat(word).as(test).isEqualTo("passed");
    }

    @TrialTest
    void deferred() {
      Deferred<String> deferred = new Deferred<>();
      deferred.addCallback(value -> value);
      deferred.callback("value");
    }

    @TrialTest
    void awaited(VirtualClock clock, TrialContext trial) throws Throwable {
      Deferred<String> pong = new Deferred<>();
      clock.callLater(Duration.ofSeconds(3), () -> pong.callback("pong"));

      assertThat(trial.await(pong)).isEqualTo("pong");
      assertThat(clock.elapsed()).isEqualTo(Duration.ofSeconds(3));
    }

    @TrialTest
    void handledFailure() {
      Deferred.<String>fail(new IllegalStateException("boom")).addErrback(error -> "handled");
    }

    @TrialTest
    void call(VirtualClock clock) {
      clock.callLater(Duration.ofSeconds(1), () -> {});
      clock.advance(Duration.ofSeconds(1));
    }

    @TrialTest
    void connection(FakeReactor reactor, TrialContext trial) throws BindFailedException {
      ListeningPort port = reactor.listenTcp(80, peer -> new AccumulatingProtocol());
      trial.addDeferringCleanup(port::stopListening);
      AccumulatingProtocol client = new AccumulatingProtocol();
      reactor.connectTcp("localhost", 80, peer -> client);
      reactor.advance(Duration.ZERO);
      trial.addCleanup(() -> client.transport().loseConnection());
    }

    @TrialTest
    void lock() {
      DeferredLock lock = new DeferredLock();
      lock.acquire();
      lock.release();
    }

    @TrialTest
    void flushedError(TrialContext trial) {
      System.getLogger("quiet").log(Level.ERROR, "oops", new IllegalStateException("boom"));
      assertThat(trial.flushLoggedErrors(IllegalStateException.class)).hasSize(1);
    }
  }

  private static final class Source implements PushProducer {
    @Override
    public void pauseProducing() {}

    @Override
    public void resumeProducing() {}

    @Override
    public void stopProducing() {}
  }
}
