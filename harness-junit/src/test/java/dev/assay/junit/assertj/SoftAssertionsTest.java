// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.assertj;

import static dev.assay.junit.assertj.AssayAssertions.DEFERRED;
import static dev.assay.junit.assertj.Failing.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.fake.FakeNetwork;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.VirtualClock;
import dev.assay.fake.protocol.AccumulatingProtocol;
import dev.assay.fake.protocol.StringTransport;
import dev.assay.fake.protocol.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.junit.jupiter.InjectSoftAssertions;
import org.assertj.core.api.junit.jupiter.SoftAssertionsExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Assertions that are collected. */
@ExtendWith(SoftAssertionsExtension.class)
final class SoftAssertionsTest {
  private final AssaySoftAssertions softly = new AssaySoftAssertions();
  private final VirtualClock clock = new VirtualClock();
  private final FakeReactor reactor = new FakeNetwork(clock).host("server");
  private final Deferred<Integer> three = Deferred.succeed(3);
  private final Deferred<Integer> failed = Deferred.fail(new IOException("boom"));

  @InjectSoftAssertions private AssaySoftAssertions injected;

  private List<String> collected() {
    return softly.assertionErrorsCollected().stream()
        .map(error -> String.valueOf(error.getMessage()).lines().skip(2).findFirst().orElse(""))
        .toList();
  }

  @Test
  void everySubject_failures_areCollected() {
    clock.callLater(Duration.ofSeconds(1), () -> {});
    Wire wire = Wire.connect(new AccumulatingProtocol(), new AccumulatingProtocol());
    wire.client().loseConnection();
    softly.assertThat(three).isPaused().failedWith(IOException.class);
    softly.assertThat(new StringTransport()).isPaused().wrote("hi").wroteNothing();
    softly.assertThat(clock).hasNoDelayedCalls();
    softly.assertThat(reactor).listensOn(80);
    softly.assertThat(reactor.network()).hasNoOpenPorts();
    softly.assertThat(wire).isQuiet();
    softly.assertThat(reactor.network().trace()).containsInOrder("ran");

    assertThat(collected())
        .containsExactly(
            "to be paused",
            "to have failed with java.io.IOException",
            "to be paused",
            "to have written \"hi\"",
            "to have no delayed calls",
            "to listen on port 80",
            "  client AccumulatingProtocol to server AccumulatingProtocol: nothing pending, and the end",
            "to contain in order");
  }

  @Test
  void then_isTheSame() {
    softly.then(three).hasNoResult();
    softly.then(new StringTransport()).isDisconnected();
    softly.then(clock).nextCallIn(Duration.ZERO);
    softly.then(reactor).listensOn(80);
    softly.then(reactor.network()).hasNoOpenConnections();
    softly.then(reactor.network().trace()).doesNotContain("armed");
    softly.then(1).isEqualTo(1);

    assertThat(collected())
        .containsExactly(
            "to have no result",
            "to be disconnected",
            "to have its next call in 0s",
            "to listen on port 80");
  }

  @Test
  void requirements_failures_areCollected() {
    softly.assertThat(three).hasResultSatisfying(value -> assertThat(value).isEqualTo(4));
    softly.assertThat(three).hasNoResult().succeededWith(3);
    softly.assertThat(failed).failedWith(IOException.class, e -> assertThat(e).hasMessage("crash"));
    assertThat(softly.assertionErrorsCollected()).hasSize(3);
  }

  @Test
  void asInstanceOf_staysSoft() {
    softly.assertThat((Object) three).asInstanceOf(DEFERRED).hasNoResult().succeededWith(3);
    softly.assertThat("x").isEqualTo("y");
    assertThat(softly.assertionErrorsCollected()).hasSize(2);
  }

  @Test
  void assertAll_reportsEach() {
    softly.assertThat(three).as("the answer").hasNoResult();
    softly.assertThat(failed).succeeded();
    AssertionError report = failure(softly::assertAll);
    assertThat(report)
        .hasMessageContaining("[the answer] ")
        .hasMessageContaining("but it succeeded with 3")
        .hasMessageContaining("but it failed with java.io.IOException: boom");
  }

  @Test
  void assertSoftly_reportsAtTheEnd() {
    AssaySoftAssertions.assertSoftly(all -> all.assertThat(three).succeeded());
    failure(() -> AssaySoftAssertions.assertSoftly(all -> all.assertThat(three).hasNoResult()));
  }

  @Test
  void injected_byAssertJsExtension_isUsable() {
    injected.assertThat(three).succeededWith(3);
    assertThat(injected.wasSuccess()).isTrue();
  }

  @Test
  void provider_inAUsersOwn_isEnough() {
    Own own = new Own();
    own.assertThat(three).hasNoResult();
    own.assertThat("x").isEqualTo("y");
    assertThat(own.assertionErrorsCollected()).hasSize(2);
  }

  /** Soft assertions as a user composes them. */
  private static final class Own extends SoftAssertions implements AssaySoftAssertionsProvider {}
}
