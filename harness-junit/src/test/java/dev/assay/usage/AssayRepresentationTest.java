// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.protocol.AccumulatingProtocol;
import dev.assay.fake.protocol.StringTransport;
import dev.assay.fake.protocol.Wire;
import dev.assay.junit.assertj.AssayRepresentation;
import dev.assay.ledger.Ledger;
import java.time.Duration;
import java.util.List;
import java.util.ServiceLoader;
import org.assertj.core.presentation.Representation;
import org.junit.jupiter.api.Test;

/** How our types are shown in AssertJ's own assertions. */
final class AssayRepresentationTest {
  private final Representation representation = new AssayRepresentation();

  @Test
  void deferred_inATrial_hasItsBirthplace() {
    Ledger.Binding trial = new Ledger().bind();
    Deferred<?> pong = new Deferred<>().label("pong");
    trial.close();
    assertThat(representation.toStringOf(pong))
        .matches(
            "Deferred#1 \\(pong\\) \\[unfired\\]\n"
                + "  created at AssayRepresentationTest.java:\\d+ in \\w+ \\(test, t=0s\\)");
  }

  @Test
  void fakes_haveNamesAndStates() {
    FakeReactor reactor = new FakeReactor();
    Wire wire = Wire.connect(new AccumulatingProtocol(), new AccumulatingProtocol());
    assertThat(List.of(reactor, reactor.network(), reactor.clock(), reactor.network().trace()))
        .map(representation::toStringOf)
        .containsExactly(
            "FakeReactor localhost at t=0s",
            "FakeNetwork of localhost at t=0s",
            "VirtualClock at t=0s, 0 calls armed",
            "Trace of 0 events");
    assertThat(representation.toStringOf(new StringTransport()))
        .endsWith("[open, 0 bytes written]");
    assertThat(representation.toStringOf(wire)).hasLineCount(3);
  }

  @Test
  void otherValues_areShownAsAssertJDoes() {
    assertThat(representation.toStringOf("text")).isEqualTo("\"text\"");
    assertThat(representation.toStringOf(Duration.ofSeconds(1))).isEqualTo("1S");
    assertThat(representation.toStringOf(List.of(Deferred.succeed(3))))
        .isEqualTo("[Deferred [succeeded: 3]]");
    assertThat(representation.toStringOf(null)).isNull();
  }

  @Test
  void service_isNotRegistered_forAssertJWouldSayItInEveryRun() {
    assertThat(ServiceLoader.load(Representation.class)).isEmpty();
  }
}
