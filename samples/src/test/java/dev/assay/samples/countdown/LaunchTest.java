// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.countdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.FirstErrorException;
import dev.assay.fake.VirtualClock;
import dev.assay.junit.Trial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** Three counters, each at its own pace, on one clock. */
final class LaunchTest {
  private final VirtualClock clock;
  private final List<String> log = new ArrayList<>();

  LaunchTest(VirtualClock clock) {
    this.clock = clock;
  }

  /** What is due at the same time runs in the order in which it was armed, in every run. */
  @Trial
  Deferred<String> threeCounters_countTogether() {
    return launch(this::log)
        .addEffect(this::log)
        .addEffect(
            done ->
                assertThat(log)
                    .containsExactly(
                        "0.0 fuel 3",
                        "0.0 crew 4",
                        "0.0 doors 2",
                        "1.0 crew 3",
                        "1.5 doors 1",
                        "2.0 fuel 2",
                        "2.0 crew 2",
                        "3.0 doors 0",
                        "3.0 crew 1",
                        "4.0 fuel 1",
                        "4.0 crew 0",
                        "6.0 fuel 0",
                        "6.0 lift-off"));
  }

  /** No counter may be left running: an armed call at the end would fail the trial. */
  @Trial
  Deferred<String> counterThatFails_stopsTheOthers() {
    Deferred<String> launch = launch(refusing("crew 2"));

    return launch.addErrback(
        FirstErrorException.class,
        first -> {
          assertThat(first.getCause()).hasMessage("no room for crew 2");
          assertThat(clock.elapsed()).isEqualTo(Duration.ofSeconds(2));
          assertThat(clock.delayedCalls()).isEmpty();
          return "called off";
        });
  }

  @Trial
  Deferred<String> counterThatFailsAtOnce_stopsTheOthers() {
    return launch(refusing("fuel 3"))
        .addErrback(
            FirstErrorException.class,
            first -> {
              assertThat(first.index()).isZero();
              assertThat(log).containsExactly("0.0 crew 4", "0.0 doors 2");
              return "called off";
            });
  }

  /** All three fail at once: one is the reason, and no error is lost. */
  @Trial
  Deferred<String> brokenDisplay_isToldOfEachCounter() {
    return launch(
            text -> {
              throw new IllegalStateException("no room for " + text);
            })
        .addErrback(
            FirstErrorException.class,
            first -> {
              assertThat(first.getCause()).hasMessage("no room for fuel 3");
              assertThat(first.getSuppressed())
                  .extracting(Throwable::getMessage)
                  .containsExactly("no room for crew 4", "no room for doors 2");
              return "called off";
            });
  }

  @Trial
  void launchThatIsCancelled_stopsAllCounters() {
    Deferred<String> launch = launch(this::log);
    clock.advance(Duration.ofMillis(1_200));
    launch.cancel();

    assertThat(clock.delayedCalls()).isEmpty();
    launch.addErrback(
        FirstErrorException.class,
        first -> {
          assertThat(first.getCause()).isInstanceOf(CancellationException.class);
          return "called off";
        });
  }

  @Trial
  Deferred<String> counterThatIsListedTwice_isAnErrorOfTheLaunch() {
    Countdown fuel = new Countdown(clock, "fuel", 3, Duration.ofSeconds(2), this::log);

    return Launch.start(List.of(fuel, fuel))
        .addErrback(
            FirstErrorException.class,
            first -> {
              assertThat(first.getCause()).hasMessageEndingWith("started already; stop() it first");
              return "called off";
            });
  }

  private Deferred<String> launch(Consumer<String> display) {
    return Launch.start(
        List.of(
            new Countdown(clock, "fuel", 3, Duration.ofSeconds(2), display),
            new Countdown(clock, "crew", 4, Duration.ofSeconds(1), display),
            new Countdown(clock, "doors", 2, Duration.ofMillis(1_500), display)));
  }

  private Consumer<String> refusing(String text) {
    return shown -> {
      if (shown.equals(text)) {
        throw new IllegalStateException("no room for " + text);
      }
      log(shown);
    };
  }

  private void log(String text) {
    log.add(clock.elapsed().toMillis() / 1_000.0 + " " + text);
  }
}
