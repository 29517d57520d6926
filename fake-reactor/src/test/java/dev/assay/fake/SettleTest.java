// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.assay.deferred.Deferred;
import dev.assay.fake.network.SlowNetwork;
import dev.assay.fake.protocol.AccumulatingProtocol;
import dev.assay.protocol.BindFailedException;
import dev.assay.protocol.Protocol;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class SettleTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final FakeNetwork network = SlowNetwork.of(SECOND);
  private final FakeReactor client = network.host("a");
  private final FakeReactor server = network.host("b");
  private final List<String> log = new ArrayList<>();

  @Test
  void connectionsAndBytes_arrive_withTheAnswersToThem() throws BindFailedException {
    AccumulatingProtocol near = new AccumulatingProtocol();
    server.listenTcp(80, peer -> new Echo(false));
    client.connectTcp("b", 80, peer -> near);

    client.settle();
    assertThat(client.elapsed()).isEqualTo(SECOND.multipliedBy(2));
    near.transport().write("ping".getBytes(StandardCharsets.UTF_8));
    client.settle();

    assertThat(near.data(StandardCharsets.UTF_8)).isEqualTo("ping");
    assertThat(client.elapsed()).isEqualTo(SECOND.multipliedBy(4));
  }

  @Test
  void aClose_reachesBothEnds() throws BindFailedException {
    AccumulatingProtocol near = new AccumulatingProtocol();
    AccumulatingProtocol far = new AccumulatingProtocol();
    server.listenTcp(80, peer -> far);
    client.connectTcp("b", 80, peer -> near);
    client.settle();

    near.transport().loseConnection();
    client.settle();

    assertThat(near.isClosed()).isTrue();
    assertThat(far.isClosed()).isTrue();
    assertThat(network.host("a").connections()).isEmpty();
  }

  @Test
  void whatIsReady_runs_andLaterCallsStayArmed() {
    client.callLater(Duration.ZERO, () -> log.add("ready"));
    client.callLater(SECOND, () -> log.add("later"));

    client.settle();

    assertThat(log).containsExactly("ready");
    assertThat(client.elapsed()).isZero();
    assertThat(client.delayedCalls()).hasSize(1);
  }

  @Test
  void callsThatBecomeDueOnTheWay_run() {
    client.names().delay(SECOND);
    Deferred<?> found = client.resolve("b");
    client.callLater(Duration.ofMillis(500), () -> log.add("on the way"));
    client.callLater(SECOND, () -> log.add("at the end"));

    client.settle();

    assertThat(found.isFired()).isTrue();
    assertThat(log).containsExactly("on the way", "at the end");
    assertThat(client.elapsed()).isEqualTo(SECOND);
  }

  @Test
  void tasksOfThePool_andOfExecutors_run() {
    Deferred<String> task = client.deferToThread(() -> "done");
    ScheduledExecutorService executor = client.clock().scheduledExecutor();
    executor.execute(() -> log.add("task"));
    Future<?> later = executor.schedule(() -> log.add("later"), 1, TimeUnit.HOURS);

    client.clock().settle();

    assertThat(task.isFired()).isTrue();
    assertThat(log).containsExactly("task");
    assertThat(later.isDone()).isFalse();
    assertThat(client.elapsed()).isZero();
  }

  @Test
  void aFaultThatIsDueLater_isNotWaitedFor() {
    network.strikeAfter(SECOND, new Fault.Crash("b"));

    client.settle();

    assertThat(client.elapsed()).isZero();
  }

  @Test
  void anAttemptThatNobodyAnswers_isNotWaitedFor() {
    network.strike(new Fault.Crash("b"));
    client.connectTcp("b", 80, peer -> new AccumulatingProtocol());

    client.settle();

    assertThat(client.elapsed()).isEqualTo(SECOND);
    assertThat(client.connectAttempts()).hasSize(1);
  }

  @Test
  void whatAFaultHoldsBack_staysWhereItIs() throws BindFailedException {
    AccumulatingProtocol near = new AccumulatingProtocol();
    AccumulatingProtocol far = new AccumulatingProtocol();
    server.listenTcp(80, peer -> far);
    client.connectTcp("b", 80, peer -> near);
    client.settle();
    network.strike(new Fault.Hold("a", "b"));
    near.transport().write("held".getBytes(StandardCharsets.UTF_8));

    client.settle();
    assertThat(far.data()).isEmpty();
    network.strike(new Fault.Release("a", "b"));
    client.settle();
    assertThat(far.data(StandardCharsets.UTF_8)).isEqualTo("held");
  }

  @Test
  void cancelledLookups_areNotUnderWay() {
    client.names().delay(SECOND);
    client.resolve("b").addErrback(error -> List.of()).cancel();

    client.settle();

    assertThat(client.elapsed()).isZero();
  }

  @Test
  void aConversationWithoutEnd_failsAfterTwoMinutes() throws BindFailedException {
    server.listenTcp(80, peer -> new Echo(false));
    client.connectTcp("b", 80, peer -> new Echo(true));

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(client::settle)
        .withMessageStartingWith("something is still under way after 2m: armed: ");
    assertThat(client.elapsed()).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void aCall_mustNotSettle() {
    client.callLater(Duration.ZERO, client::settle);

    assertThatIllegalStateException()
        .isThrownBy(() -> client.advance(Duration.ZERO))
        .withMessageContaining("a call must not settle");
  }

  /** Sends back what it receives. */
  private static final class Echo extends Protocol {
    private final boolean begins;

    Echo(boolean begins) {
      this.begins = begins;
    }

    @Override
    public void connectionMade() {
      if (begins) {
        transport().write(new byte[] {1});
      }
    }

    @Override
    public void dataReceived(byte[] data) {
      transport().write(data);
    }
  }
}
