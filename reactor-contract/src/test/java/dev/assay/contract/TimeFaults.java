// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract;

import dev.assay.fake.FakeReactor;
import dev.assay.time.DelayedCall;
import java.time.Duration;
import java.util.AbstractList;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Reactors that break a rule about time. */
final class TimeFaults {
  static final List<Fault> ALL =
      List.of(
          new Fault(
              "the clock stands still",
              "time.clock.moves-on",
              fake ->
                  new RelayReactor(fake) {
                    @Override
                    public Duration elapsed() {
                      return Duration.ZERO;
                    }
                  }),
          new Fault("ties run last in, first out", "time.call.ties-in-order-of-arming", Lifo::new),
          new Fault("no delay means at once", "time.zero.not-inside-arming", AtOnce::new),
          new Fault("calls run early", "time.call.not-before-its-delay", Early::new),
          new Fault(
              "a negative delay is none", "time.call.negative-delay-is-refused", Lenient::new),
          new Fault("calls run twice", "time.call.runs-once", Twice::new),
          new Fault("errors are swallowed", "time.error.is-logged", Swallowing::new),
          new Fault("an error ends it all", "time.error.others-run", Fragile::new),
          new Fault("the list of calls is live", "time.list.stays-as-it-was", Live::new),
          new Fault(
              "cancel does nothing",
              "time.cancel.never-runs",
              fake ->
                  moved(
                      fake,
                      call ->
                          new CallRelay(call) {
                            @Override
                            public void cancel() {}
                          })),
          new Fault(
              "cancel can be repeated",
              "time.cancel.twice",
              fake ->
                  moved(
                      fake,
                      call ->
                          new CallRelay(call) {
                            @Override
                            public void cancel() {
                              if (isActive()) {
                                super.cancel();
                              }
                            }
                          })),
          new Fault(
              "reset adds to the delay",
              "time.reset.is-from-now",
              fake ->
                  moved(
                      fake,
                      call ->
                          new CallRelay(call) {
                            @Override
                            public void reset(Duration delayFromNow) {
                              super.delay(delayFromNow);
                            }
                          })),
          new Fault(
              "reset keeps the place in the queue",
              "time.reset.counts-as-armed-anew",
              fake ->
                  moved(
                      fake,
                      call ->
                          new CallRelay(call) {
                            @Override
                            public void reset(Duration delayFromNow) {
                              if (!fake.elapsed().plus(delayFromNow).equals(due())) {
                                super.reset(delayFromNow);
                              }
                            }
                          })));

  private TimeFaults() {}

  /** Returns a reactor that passes everything on and breaks nothing. */
  static Object harmless(FakeReactor fake) {
    return new RelayReactor(fake) {};
  }

  private static RelayReactor moved(FakeReactor fake, UnaryOperator<DelayedCall> relay) {
    return new RelayReactor(fake) {
      @Override
      public DelayedCall callLater(Duration delay, Runnable call) {
        return relay.apply(super.callLater(delay, call));
      }
    };
  }

  private static final class Lifo extends RelayReactor {
    private final Map<Duration, ArrayDeque<Runnable>> stacks = new LinkedHashMap<>();

    Lifo(FakeReactor fake) {
      super(fake);
    }

    @Override
    public DelayedCall callLater(Duration delay, Runnable call) {
      ArrayDeque<Runnable> stack =
          stacks.computeIfAbsent(elapsed().plus(delay), due -> new ArrayDeque<>());
      stack.push(call);
      return super.callLater(delay, () -> stack.pop().run());
    }
  }

  private static final class AtOnce extends RelayReactor {
    AtOnce(FakeReactor fake) {
      super(fake);
    }

    @Override
    public DelayedCall callLater(Duration delay, Runnable call) {
      if (delay.isZero()) {
        call.run();
        return super.callLater(delay, () -> {});
      }
      return super.callLater(delay, call);
    }
  }

  private static final class Early extends RelayReactor {
    Early(FakeReactor fake) {
      super(fake);
    }

    @Override
    public DelayedCall callLater(Duration delay, Runnable call) {
      return super.callLater(delay.isZero() ? delay : delay.minusNanos(1), call);
    }
  }

  private static final class Lenient extends RelayReactor {
    Lenient(FakeReactor fake) {
      super(fake);
    }

    @Override
    public DelayedCall callLater(Duration delay, Runnable call) {
      return super.callLater(delay.isNegative() ? Duration.ZERO : delay, call);
    }
  }

  private static final class Twice extends RelayReactor {
    Twice(FakeReactor fake) {
      super(fake);
    }

    @Override
    public DelayedCall callLater(Duration delay, Runnable call) {
      return super.callLater(
          delay,
          () -> {
            call.run();
            super.callLater(Duration.ZERO, call);
          });
    }
  }

  private static final class Swallowing extends RelayReactor {
    Swallowing(FakeReactor fake) {
      super(fake);
    }

    @Override
    public DelayedCall callLater(Duration delay, Runnable call) {
      return super.callLater(
          delay,
          () -> {
            try {
              call.run();
            } catch (Throwable swallowed) {
              // That is what is wrong with it.
            }
          });
    }
  }

  private static final class Fragile extends RelayReactor {
    Fragile(FakeReactor fake) {
      super(fake);
    }

    @Override
    public DelayedCall callLater(Duration delay, Runnable call) {
      return super.callLater(
          delay,
          () -> {
            try {
              call.run();
            } catch (Throwable error) {
              delayedCalls().forEach(DelayedCall::cancel);
              throw error;
            }
          });
    }
  }

  private static final class Live extends RelayReactor {
    Live(FakeReactor fake) {
      super(fake);
    }

    @Override
    public List<DelayedCall> delayedCalls() {
      return new AbstractList<>() {
        @Override
        public DelayedCall get(int index) {
          return Live.super.delayedCalls().get(index);
        }

        @Override
        public int size() {
          return Live.super.delayedCalls().size();
        }
      };
    }
  }
}
