// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract;

import dev.assay.deferred.Deferred;
import dev.assay.fake.FakeReactor;
import dev.assay.reactor.ReactorCore;
import dev.assay.reactor.SystemEvent;
import dev.assay.time.DelayedCall;
import dev.assay.time.ReactorTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Reactors that break a rule about their own life. */
final class CoreFaults {
  static final List<Fault> ALL =
      List.of(
          new Fault(
              "a shutdown waits for nobody",
              "core.trigger.deferred-holds-back-the-next-phase",
              Impatient::new),
          new Fault("triggers cannot be removed", "core.trigger.removed-never-runs", Sticky::new),
          new Fault("there is one phase", "core.trigger.shutdown-in-phases", OnePhase::new),
          new Fault(
              "a crash is a stop",
              "core.crash.no-shutdown",
              fake ->
                  new Relay(fake) {
                    @Override
                    public void crash() {
                      stop();
                    }
                  }),
          new Fault(
              "a reactor always runs",
              "core.run.is-running",
              fake ->
                  new Relay(fake) {
                    @Override
                    public boolean isRunning() {
                      return true;
                    }
                  }),
          new Fault(
              "one may stop what does not run",
              "core.stop.before-it-runs-is-refused",
              fake ->
                  new Relay(fake) {
                    @Override
                    public void stop() {
                      if (isRunning()) {
                        super.stop();
                      }
                    }
                  }),
          new Fault(
              "nobody waits for the reactor to run",
              "core.when-running.before",
              fake ->
                  new Relay(fake) {
                    @Override
                    public void callWhenRunning(Runnable call) {
                      call.run();
                    }
                  }));

  private CoreFaults() {}

  /** Returns a reactor that passes everything on and breaks nothing. */
  static Object harmless(FakeReactor fake) {
    return new Relay(fake) {};
  }

  /** Passes the life of a reactor on. */
  private abstract static class Relay implements ReactorCore, ReactorTime {
    private final FakeReactor fake;

    Relay(FakeReactor fake) {
      this.fake = fake;
    }

    @Override
    public void run() {
      fake.run();
    }

    @Override
    public void stop() {
      fake.stop();
    }

    @Override
    public void crash() {
      fake.crash();
    }

    @Override
    public boolean isRunning() {
      return fake.isRunning();
    }

    @Override
    public void callWhenRunning(Runnable call) {
      fake.callWhenRunning(call);
    }

    @Override
    public Trigger addSystemEventTrigger(
        SystemEvent.Phase phase,
        SystemEvent event,
        Callable<? extends @Nullable Deferred<?>> trigger) {
      return fake.addSystemEventTrigger(phase, event, trigger);
    }

    @Override
    public Duration elapsed() {
      return fake.elapsed();
    }

    @Override
    public DelayedCall callLater(Duration delay, Runnable call) {
      return fake.callLater(delay, call);
    }

    @Override
    public List<DelayedCall> delayedCalls() {
      return fake.delayedCalls();
    }
  }

  private static final class Impatient extends Relay {
    Impatient(FakeReactor fake) {
      super(fake);
    }

    @Override
    public Trigger addSystemEventTrigger(
        SystemEvent.Phase phase,
        SystemEvent event,
        Callable<? extends @Nullable Deferred<?>> trigger) {
      return super.addSystemEventTrigger(
          phase,
          event,
          () -> {
            trigger.call();
            return null;
          });
    }
  }

  private static final class Sticky extends Relay {
    Sticky(FakeReactor fake) {
      super(fake);
    }

    @Override
    public Trigger addSystemEventTrigger(
        SystemEvent.Phase phase,
        SystemEvent event,
        Callable<? extends @Nullable Deferred<?>> trigger) {
      super.addSystemEventTrigger(phase, event, trigger);
      return () -> {};
    }
  }

  private static final class OnePhase extends Relay {
    OnePhase(FakeReactor fake) {
      super(fake);
    }

    @Override
    public Trigger addSystemEventTrigger(
        SystemEvent.Phase phase,
        SystemEvent event,
        Callable<? extends @Nullable Deferred<?>> trigger) {
      return super.addSystemEventTrigger(SystemEvent.Phase.BEFORE, event, trigger);
    }
  }
}
