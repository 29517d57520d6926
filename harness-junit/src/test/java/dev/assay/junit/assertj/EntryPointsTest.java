// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.assertj;

import static dev.assay.junit.assertj.AssayAssertions.assertThat;
import static dev.assay.junit.assertj.AssayAssertions.then;
import static dev.assay.junit.assertj.Failing.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.BDDAssertions.then;

import dev.assay.deferred.Deferred;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.protocol.AccumulatingProtocol;
import dev.assay.fake.protocol.StringTransport;
import dev.assay.fake.protocol.Wire;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.InstanceOfAssertFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The ways into the assertions, next to AssertJ's own. */
final class EntryPointsTest {
  private final FakeReactor reactor = new FakeReactor();
  private final Deferred<String> pong = Deferred.succeed("pong");

  @Test
  void assertThat_bothImported_eachTakesItsOwn() {
    assertThat(pong).succeededWith("pong");
    assertThat(reactor).hasNoOpenPorts();
    assertThat("text").startsWith("te");
    assertThat(List.of(pong)).hasSize(1);
    assertThat(Duration.ZERO).isZero();
  }

  @Test
  void then_bothImported_eachTakesItsOwn() {
    then(pong).succeeded();
    then(new StringTransport()).wroteNothing();
    then(reactor).hasNoDelayedCalls();
    then(reactor.clock()).isAt(Duration.ZERO);
    then(reactor.network()).hasNoOpenPorts();
    then(reactor.network().trace()).doesNotContain("write");
    then(Wire.connect(new AccumulatingProtocol(), new AccumulatingProtocol())).isQuiet();
    then("text").startsWith("te");
    failure(() -> then(pong).hasNoResult());
  }

  static List<InstanceOfAssertFactory<?, ? extends AbstractAssert<?, ?>>> factories() {
    return List.of(
        AssayAssertions.DEFERRED,
        AssayAssertions.STRING_TRANSPORT,
        AssayAssertions.VIRTUAL_CLOCK,
        AssayAssertions.FAKE_REACTOR,
        AssayAssertions.FAKE_NETWORK,
        AssayAssertions.WIRE,
        AssayAssertions.TRACE);
  }

  @ParameterizedTest
  @MethodSource("factories")
  void factory_objectOfAnotherType_fails(
      InstanceOfAssertFactory<?, ? extends AbstractAssert<?, ?>> factory) {
    failure(() -> Assertions.assertThat((Object) "text").asInstanceOf(factory));
  }

  @Test
  void factory_objectOfItsType_narrows() {
    Object object = pong;
    assertThat(object).asInstanceOf(AssayAssertions.DEFERRED).succeededWith("pong");
    assertThat(object)
        .asInstanceOf(AssayAssertions.deferred(String.class))
        .hasResultSatisfying(text -> assertThat(text).startsWith("po"));
    object = reactor.clock();
    assertThat(object).asInstanceOf(AssayAssertions.VIRTUAL_CLOCK).hasNoDelayedCalls();
    object = reactor.network().trace();
    assertThat(object).asInstanceOf(AssayAssertions.TRACE).doesNotContain("write");
  }
}
