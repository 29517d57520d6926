// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.countdown;

import static dev.assay.trial.Trials.failureResultOf;
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

  /** A counter that was left running would fail the trial: its next call would be armed. */
  @Trial
  void counterThatFails_stopsTheOthers() {
    Deferred<String> launch = launch(refusing("crew 2"));
    clock.advance(Duration.ofSeconds(2));

    assertThat(failureResultOf(launch, FirstErrorException.class).getCause())
        .hasMessage("no room for crew 2");
    assertThat(log).endsWith("1.5 doors 1", "2.0 fuel 2");
    assertThat(clock.delayedCalls()).isEmpty();
  }

  @Trial
  void counterThatFailsAtOnce_stopsTheOthers() {
    Deferred<String> launch = launch(refusing("fuel 3"));

    assertThat(failureResultOf(launch, FirstErrorException.class).index()).isZero();
    assertThat(log).containsExactly("0.0 crew 4", "0.0 doors 2");
  }

  /** All three fail at once: the first is the reason, and the others are not lost. */
  @Trial
  void brokenDisplay_isToldOfEachCounter() {
    Deferred<String> launch =
        launch(
            text -> {
              throw new IllegalStateException("no room for " + text);
            });

    FirstErrorException first = failureResultOf(launch, FirstErrorException.class);
    assertThat(first.getCause()).hasMessage("no room for fuel 3");
    assertThat(first.getSuppressed())
        .extracting(Throwable::getMessage)
        .containsExactly("no room for crew 4", "no room for doors 2");
  }

  @Trial
  void launchThatIsCancelled_stopsAllCounters() {
    Deferred<String> launch = launch(this::log);
    clock.advance(Duration.ofMillis(1_200));
    launch.cancel();

    assertThat(failureResultOf(launch, FirstErrorException.class))
        .hasCauseInstanceOf(CancellationException.class);
  }

  @Trial
  void counterThatIsListedTwice_isAnErrorOfTheLaunch() {
    Countdown fuel = new Countdown(clock, "fuel", 3, Duration.ofSeconds(2), this::log);
    Deferred<String> launch = Launch.start(List.of(fuel, fuel));

    assertThat(failureResultOf(launch, FirstErrorException.class).getCause())
        .hasMessageEndingWith("was started already; stop() it first");
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
