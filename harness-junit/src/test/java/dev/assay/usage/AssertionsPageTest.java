// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage;

import static dev.assay.junit.assertj.AssayAssertions.DEFERRED;
import static dev.assay.junit.assertj.AssayAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Deferreds;
import dev.assay.fake.FakeNetwork;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.VirtualClock;
import dev.assay.fake.protocol.AccumulatingProtocol;
import dev.assay.fake.protocol.StringTransport;
import dev.assay.fake.protocol.Wire;
import dev.assay.junit.assertj.AssayRepresentation;
import dev.assay.junit.assertj.AssaySoftAssertions;
import dev.assay.protocol.BindFailedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The code of the page about assertions. */
final class AssertionsPageTest {
  private final VirtualClock clock = new VirtualClock();
  private final FakeNetwork network = new FakeNetwork(clock);
  private final FakeReactor reactor = network.host("server");

  @AfterEach
  void resetAssertJ() {
    Assertions.useDefaultRepresentation();
  }

  @Test
  void deferreds() {
    Deferred<String> pong = Deferreds.deferLater(clock, Duration.ofSeconds(1), () -> "pong");
    assertThat(pong).hasNoResult();
    clock.advance(Duration.ofSeconds(1));
    assertThat(pong).succeededWith("pong");
    assertThat(pong).hasResultSatisfying(text -> assertThat(text).startsWith("po"));
  }

  @Test
  void failures() {
    Deferred<String> reply = Deferred.fail(new IOException("gone"));
    assertThat(reply).failedWith(IOException.class, gone -> assertThat(gone).hasMessage("gone"));
    reply.addErrback(IOException.class, gone -> "expected");
    assertThat(reply.isUnhandled()).isFalse();
  }

  @Test
  void fakes() throws BindFailedException {
    StringTransport transport = new StringTransport(clock);
    Wire wire = Wire.connect(new AccumulatingProtocol(), new AccumulatingProtocol());
    reactor.listenTcp(80, peer -> new AccumulatingProtocol()).stopListening();
    transport.write("PING\r\n".getBytes(StandardCharsets.UTF_8));
    assertThat(reactor).listensOn(80);
    reactor.callLater(Duration.ofSeconds(5), () -> {});

    assertThat(transport).wrote("PING\r\n").isConnected();
    assertThat(clock).nextCallIn(Duration.ofSeconds(5));
    clock.advance(Duration.ofSeconds(5));
    assertThat(reactor).hasNoDelayedCalls().hasNoOpenPorts();
    assertThat(network).hasNoOpenConnections();
    assertThat(wire).isQuiet();
    assertThat(network.trace()).containsInOrder("listening", "stoppedListening", "ran");
  }

  @Test
  void conventions() {
    Object result = Deferred.succeed("pong");
    assertThat(result).asInstanceOf(DEFERRED).succeededWith("pong");
    AssaySoftAssertions.assertSoftly(
        softly -> {
          softly.assertThat(clock).hasNoDelayedCalls();
          softly.assertThat(reactor).hasNoOpenPorts();
          softly.assertThat("text").isNotBlank();
        });
  }

  @Test
  void representation() {
    Assertions.useRepresentation(new AssayRepresentation());
    Said.by(() -> assertThat((Object) new StringTransport()).isNull())
        .contains("[open, 0 bytes written]");
  }
}
