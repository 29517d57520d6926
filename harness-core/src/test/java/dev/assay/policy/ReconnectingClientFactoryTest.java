// SPDX-License-Identifier: Apache-2.0
package dev.assay.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.protocol.ConnectStoppedException;
import dev.assay.protocol.Protocol;
import dev.assay.protocol.RecordingProtocol;
import dev.assay.reactor.ManualConnector;
import dev.assay.reactor.ManualConnector.State;
import dev.assay.time.ManualTime;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ReconnectingClientFactoryTest {
  private static final ReconnectOptions DOUBLING =
      ReconnectOptions.DEFAULT.withFactor(2).withMaxDelay(Duration.ofSeconds(10));

  private final ManualTime time = new ManualTime();

  @Test
  void failures_waitLongerEachTime_upToTheMaximum() {
    ManualConnector connector = connect(new Factory(time, DOUBLING));

    assertThat(waits(connector, 5)).containsExactly("PT2S", "PT4S", "PT8S", "PT10S", "PT10S");
  }

  @Test
  void failures_byDefault_waitPowersOfE() {
    ManualConnector connector = connect(new Factory(time, ReconnectOptions.DEFAULT));
    List<Double> seconds =
        waits(connector, 9).stream().map(Duration::parse).map(d -> d.toNanos() / 1e9).toList();

    assertThat(seconds).hasSize(9).element(0).isEqualTo(2.718281828);
    assertThat(seconds.get(1)).isEqualTo(7.389, within(1e-3));
    assertThat(seconds.get(2)).isEqualTo(20.086, within(1e-3));
    assertThat(seconds.get(7)).isEqualTo(2980.96, within(1e-2));
    assertThat(seconds.get(8)).isEqualTo(3600);
  }

  @Test
  void lostConnection_isMadeAgain() {
    ManualConnector connector = connect(new Factory(time, DOUBLING));
    connector.establish();

    connector.lose();
    time.advance(Duration.ofSeconds(2));

    assertThat(connector.state()).isEqualTo(State.CONNECTING);
    assertThat(connector.attempts()).isEqualTo(2);
  }

  @Test
  void resetDelay_beginsAnew() {
    Factory factory = new Factory(time, DOUBLING);
    ManualConnector connector = connect(factory);
    waits(connector, 3);

    factory.resetDelay();

    assertThat(waits(connector, 2)).containsExactly("PT2S", "PT4S");
  }

  @Test
  void maxRetries_isTheNumberOfRetriesInARow() {
    Factory factory = new Factory(time, DOUBLING.withMaxRetries(2));
    ManualConnector connector = connect(factory);
    waits(connector, 2);

    connector.refuse();
    assertThat(time.delayedCalls()).isEmpty();
    assertThat(factory.isTrying()).isTrue();

    factory.resetDelay();
    connector.connect();
    assertThat(waits(connector, 1)).containsExactly("PT2S");
  }

  @Test
  void stopTrying_whileWaiting_disarms() {
    Factory factory = new Factory(time, DOUBLING);
    connect(factory).refuse();

    factory.stopTrying();

    assertThat(time.delayedCalls()).isEmpty();
    assertThat(factory.isTrying()).isFalse();
  }

  @Test
  void stopTrying_afterAReset_disarmsAllTheSame() {
    Factory factory = new Factory(time, DOUBLING);
    connect(factory).refuse();
    factory.resetDelay();

    factory.stopTrying();

    assertThat(time.delayedCalls()).isEmpty();
  }

  @Test
  void stopTrying_whileConnecting_callsOffTheAttempt() {
    Factory factory = new Factory(time, DOUBLING);
    ManualConnector connector = connect(factory);

    factory.stopTrying();

    assertThat(connector.state()).isEqualTo(State.DISCONNECTED);
    assertThat(time.delayedCalls()).isEmpty();
  }

  @Test
  void stopTrying_whileConnected_leavesTheConnection_butMakesNoOther() {
    Factory factory = new Factory(time, DOUBLING);
    ManualConnector connector = connect(factory);
    connector.establish();

    factory.stopTrying();
    assertThat(connector.state()).isEqualTo(State.CONNECTED);

    connector.lose();
    assertThat(time.delayedCalls()).isEmpty();
  }

  @Test
  void stopTrying_beforeAnyAttempt_lastsUntilReset() {
    Factory factory = new Factory(time, DOUBLING);
    factory.stopTrying();
    ManualConnector connector = connect(factory);
    connector.refuse();
    assertThat(time.delayedCalls()).isEmpty();

    factory.resetDelay();
    connector.connect();

    assertThat(waits(connector, 1)).containsExactly("PT2S");
  }

  @Test
  void attemptThatTheUserStops_countsAsFailed() {
    Factory factory = new Factory(time, DOUBLING);
    ManualConnector connector = connect(factory);

    connector.fail(new ConnectStoppedException("by hand"));

    assertThat(time.delayedCalls()).hasToString("[PT2S]");
  }

  @Test
  void jitter_sameSeed_sameWaits() {
    List<String> first = waits(jittering(7), 6);

    assertThat(waits(jittering(7), 6)).isEqualTo(first);
    assertThat(waits(jittering(8), 6)).isNotEqualTo(first);
  }

  @Test
  void jitter_feedsTheNextWait() {
    Random expected = new Random(7);
    List<String> waits = waits(jittering(7), 2);

    double first = 2e9 * (1 + ReconnectOptions.USUAL_JITTER * expected.nextGaussian());
    double second =
        2 * Math.round(first) * (1 + ReconnectOptions.USUAL_JITTER * expected.nextGaussian());
    assertThat(waits)
        .containsExactly(
            Duration.ofNanos(Math.round(first)).toString(),
            Duration.ofNanos(Math.round(second)).toString());
  }

  @Test
  void jitter_extreme_neverMakesAWaitNegative() {
    ReconnectOptions wild = DOUBLING.withJitter(100, new Random(1));
    Duration last = Duration.ofSeconds(1);

    for (int i = 0; i < 100; i++) {
      last = wild.after(Duration.ofSeconds(1));
      assertThat(last).isGreaterThanOrEqualTo(Duration.ZERO);
    }
  }

  @Test
  void options_nonsense_isRefused() {
    ReconnectOptions options = ReconnectOptions.DEFAULT;

    assertThatThrownBy(() -> options.withInitialDelay(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("initialDelay must be positive: PT0S");
    assertThatThrownBy(() -> options.withMaxDelay(Duration.ofSeconds(-1)))
        .hasMessage("maxDelay must be positive: PT-1S");
    assertThatThrownBy(() -> options.withFactor(0.5)).hasMessage("factor must be one or more: 0.5");
    assertThatThrownBy(() -> options.withFactor(Double.NaN))
        .hasMessage("factor must be one or more: NaN");
    assertThatThrownBy(() -> options.withMaxRetries(-1))
        .hasMessage("maxRetries must not be negative: -1");
    assertThatThrownBy(() -> options.withJitter(-0.1, new Random(1)))
        .hasMessage("jitter must not be negative: -0.1");
  }

  private ManualConnector jittering(long seed) {
    return connect(new Factory(time, DOUBLING.withJitter(new Random(seed))));
  }

  private static ManualConnector connect(Factory factory) {
    ManualConnector connector = new ManualConnector("there", factory);
    connector.connect();
    return connector;
  }

  /** Lets attempts fail, and returns how long it took until the next one. */
  private List<String> waits(ManualConnector connector, int times) {
    List<String> waits = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      connector.refuse();
      Duration wait = time.delayedCalls().get(0).due().minus(time.elapsed());
      waits.add(wait.toString());
      time.advance(wait);
      assertThat(connector.state()).isEqualTo(State.CONNECTING);
    }
    return waits;
  }

  private static final class Factory extends ReconnectingClientFactory {
    Factory(ManualTime time, ReconnectOptions options) {
      super(time, options);
    }

    @Override
    public Protocol buildProtocol(SocketAddress peer) {
      return new RecordingProtocol();
    }
  }
}
