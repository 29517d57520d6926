// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Deferreds;
import dev.assay.fake.network.Datagrams;
import dev.assay.fake.network.RecordingClient;
import dev.assay.fake.network.RecordingProtocol;
import dev.assay.reactor.ReactorCore.Trigger;
import dev.assay.reactor.ReactorDescriptors.ReadDescriptor;
import dev.assay.reactor.SystemEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FakeLifeTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final FakeReactor reactor = new FakeReactor();
  private final List<String> log = new ArrayList<>();

  @Test
  void run_goesOnUntilStopped_jumpingFromCallToCall() {
    reactor.callLater(SECOND.multipliedBy(60), () -> log.add("at " + reactor.elapsed()));
    reactor.callLater(SECOND.multipliedBy(3_600), reactor::stop);
    reactor.callLater(SECOND.multipliedBy(3_601), () -> log.add("too late"));
    reactor.run();

    assertThat(log).containsExactly("at PT1M");
    assertThat(reactor.elapsed()).isEqualTo(Duration.ofHours(1));
    assertThat(reactor.isRunning()).isFalse();
  }

  @Test
  void run_thatNobodyStops_failsWhenNothingCanHappenAnyMore() throws Exception {
    reactor.listenTcp(80, peer -> new RecordingProtocol("server", log));
    reactor.callLater(SECOND, () -> log.add("last"));

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(reactor::run)
        .withMessage(
            "the reactor is never stopped: nothing is ready and nothing is armed; still open:"
                + "\n  ListeningPort 0.0.0.0:80 on localhost");
    assertThat(log).containsExactly("last");
    assertThat(reactor.isRunning()).isFalse();
  }

  @Test
  void run_whoseShutdownIsHeldBackForEver_saysByWhat() {
    trigger(SystemEvent.Phase.BEFORE, new Deferred<String>().label("flush"));
    reactor.callWhenRunning(reactor::stop);

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(reactor::run)
        .withMessage(
            "the reactor waits for [Deferred (flush) [unfired, 1 callback]]:"
                + " nothing is ready and nothing is armed, and nothing is open");
  }

  @Test
  void run_throwsWhatCallsThrew_atItsEnd() {
    reactor.callLater(
        SECOND,
        () -> {
          throw new IllegalArgumentException("x must be y: z");
        });
    reactor.callLater(SECOND.multipliedBy(2), reactor::stop);

    assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(reactor::run);
    assertThat(reactor.elapsed()).isEqualTo(SECOND.multipliedBy(2));
  }

  @Test
  void callWhenRunning_waitsForTheStartup_andRunsAtOnceAfterIt() {
    reactor.callWhenRunning(() -> log.add("one " + reactor.isRunning()));
    assertThat(log).isEmpty();
    reactor.start();
    assertThat(log).containsExactly("one true");
    reactor.callWhenRunning(() -> log.add("two"));

    assertThat(log).containsExactly("one true", "two");
  }

  @Test
  void startup_runsItsTriggersInPhases() {
    for (SystemEvent.Phase phase : SystemEvent.Phase.values()) {
      reactor.addSystemEventTrigger(
          phase,
          SystemEvent.STARTUP,
          () -> {
            log.add(phase + " " + reactor.isRunning());
            return null;
          });
    }
    reactor.start();

    assertThat(log).containsExactly("BEFORE false", "DURING true", "AFTER true");
  }

  @Test
  void startup_isHeldBackByADeferred() {
    Deferred<?> ready = Deferreds.deferLater(reactor, SECOND);
    reactor.addSystemEventTrigger(SystemEvent.Phase.BEFORE, SystemEvent.STARTUP, () -> ready);
    reactor.callWhenRunning(() -> log.add("running at " + reactor.elapsed()));
    reactor.start();
    assertThat(reactor.isRunning()).isFalse();
    reactor.advance(SECOND);

    assertThat(log).containsExactly("running at PT1S");
  }

  @Test
  void shutdown_happensInATurnOfItsOwn_inPhases() {
    for (SystemEvent.Phase phase : SystemEvent.Phase.values()) {
      reactor.addSystemEventTrigger(
          phase,
          SystemEvent.SHUTDOWN,
          () -> {
            log.add(phase + " " + reactor.isRunning());
            return null;
          });
    }
    reactor.start();
    reactor.stop();
    assertThat(log).isEmpty();
    assertThat(reactor.isRunning()).isTrue();
    reactor.advance(Duration.ZERO);

    assertThat(log).containsExactly("BEFORE true", "DURING false", "AFTER false");
  }

  @Test
  void shutdown_isHeldBackByADeferred_andTheReactorGoesOnMeanwhile() {
    trigger(SystemEvent.Phase.BEFORE, Deferreds.deferLater(reactor, SECOND));
    reactor.callLater(SECOND.dividedBy(2), () -> log.add("meanwhile"));
    reactor.callWhenRunning(reactor::stop);
    reactor.run();

    assertThat(log).containsExactly("meanwhile");
    assertThat(reactor.elapsed()).isEqualTo(SECOND);
  }

  @Test
  void removedTrigger_doesNotRun() {
    Trigger trigger =
        reactor.addSystemEventTrigger(
            SystemEvent.Phase.DURING,
            SystemEvent.SHUTDOWN,
            () -> {
              log.add("shutdown");
              return null;
            });
    trigger.remove();
    reactor.callWhenRunning(reactor::stop);
    reactor.run();

    assertThat(log).isEmpty();
  }

  @Test
  void shutdown_endsAllThatIsOpen() throws Exception {
    FakeNetwork network = new FakeNetwork();
    FakeReactor a = network.host("a");
    FakeReactor b = network.host("b");
    a.listenTcp(80, peer -> new RecordingProtocol("server", log));
    a.listenUdp(53, new Datagrams("dns", log));
    b.connectTcp("a", 80, peer -> new RecordingProtocol("client", log));
    a.connectTcp("10.9.9.9", 80, new RecordingClient(log));
    a.addReader(new Reader());
    a.start();
    a.advance(Duration.ZERO);
    log.clear();
    a.stop();
    a.runUntilIdle(Duration.ZERO);

    assertThat(log)
        .containsExactly(
            "failed ConnectStoppedException",
            "factory stopped",
            "server lost ConnectionLostException",
            "dns stopped",
            "reader lost its reactor was stopped",
            "client lost ConnectionDoneException");
    assertThat(a.listeners()).isEmpty();
    assertThat(a.connections()).isEmpty();
    assertThat(a.datagramPorts()).isEmpty();
  }

  private final class Reader implements ReadDescriptor {
    @Override
    public void doRead() {}

    @Override
    public void connectionLost(Throwable reason) {
      log.add("reader lost " + reason.getMessage());
    }
  }

  @Test
  void run_whileItRuns_isRefused() {
    reactor.start();

    assertThatIllegalStateException()
        .isThrownBy(reactor::run)
        .withMessage("the reactor of localhost is running already; it can be started once");
    assertThatIllegalStateException().isThrownBy(reactor::start);
  }

  @Test
  void run_afterStop_isRefused() {
    reactor.callWhenRunning(reactor::stop);
    reactor.run();

    assertThatIllegalStateException()
        .isThrownBy(reactor::run)
        .withMessage("the reactor of localhost was stopped and cannot run again; make a new one");
  }

  @Test
  void stop_unlessRunning_isRefused() {
    assertThatIllegalStateException()
        .isThrownBy(reactor::stop)
        .withMessage("the reactor of localhost is not running; start it with run() or start()");
    reactor.start();
    reactor.stop();
    assertThatIllegalStateException()
        .isThrownBy(reactor::stop)
        .withMessage("the reactor of localhost is being stopped already");
    reactor.advance(Duration.ZERO);

    assertThatIllegalStateException()
        .isThrownBy(reactor::stop)
        .withMessage("the reactor of localhost was stopped already");
  }

  @Test
  void crash_endsTheRunAtOnce_withoutTriggers_andItMayRunAgain() {
    trigger(SystemEvent.Phase.DURING, Deferred.succeed("never"));
    reactor.callLater(SECOND, reactor::crash);
    reactor.callLater(SECOND.multipliedBy(2), () -> log.add("second run"));
    reactor.callLater(SECOND.multipliedBy(3), reactor::stop);
    reactor.run();
    assertThat(log).isEmpty();
    assertThat(reactor.isRunning()).isFalse();
    assertThat(reactor.elapsed()).isEqualTo(SECOND);
    reactor.callWhenRunning(() -> log.add("running again"));
    reactor.run();

    assertThat(log).containsExactly("running again", "second run", "trigger");
  }

  @Test
  void crash_callsOffAShutdownThatHasNotBegun() {
    trigger(SystemEvent.Phase.DURING, Deferred.succeed("never"));
    reactor.start();
    reactor.stop();
    reactor.crash();
    reactor.advance(SECOND);

    assertThat(log).isEmpty();
    assertThat(reactor.isRunning()).isFalse();
  }

  @Test
  void crash_unlessRunning_isNothing() {
    reactor.crash();
    reactor.start();

    assertThat(reactor.isRunning()).isTrue();
  }

  @Test
  void reactorThatWasNeverStarted_isDrivenAllTheSame() {
    reactor.callLater(SECOND, () -> log.add("call"));
    reactor.advance(SECOND);

    assertThat(log).containsExactly("call");
    assertThat(reactor.isRunning()).isFalse();
  }

  private void trigger(SystemEvent.Phase phase, Deferred<?> waited) {
    reactor.addSystemEventTrigger(
        phase,
        SystemEvent.SHUTDOWN,
        () -> {
          if (phase == SystemEvent.Phase.DURING) {
            log.add("trigger");
          }
          return waited;
        });
  }
}
