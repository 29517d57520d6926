// SPDX-License-Identifier: Apache-2.0
package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.assay.contract.ReactorContract;
import dev.assay.deferred.Deferred;
import dev.assay.fake.FakeNetwork;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.VirtualClock;
import dev.assay.fake.protocol.StringTransport;
import dev.assay.fake.protocol.Wire;
import dev.assay.junit.Trial;
import dev.assay.netty.NettyReactor;
import dev.assay.trial.TrialContext;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every shape that a trial can have, each of them passing, beside a test of Jupiter's. */
class ShapesTest {
  @Trial
  void returnsNothing() {}

  @Trial
  Deferred<?> returnsADeferred(FakeReactor reactor) {
    Deferred<String> later = new Deferred<>();
    reactor.callLater(Duration.ofMinutes(1), () -> later.callback("done"));
    return later.addCallback(
        result -> {
          assertEquals(Duration.ofMinutes(1), reactor.elapsed());
          return result;
        });
  }

  @Trial
  CompletionStage<?> returnsAStage() {
    return CompletableFuture.completedFuture("done");
  }

  @Trial
  void overloaded() {}

  @Trial
  void overloaded(VirtualClock clock) {
    clock.advance(Duration.ofSeconds(1));
  }

  @Trial
  void takesWhatATrialMayNeed(
      FakeReactor reactor,
      VirtualClock clock,
      FakeNetwork network,
      StringTransport transport,
      Wire wire,
      TrialContext context) {
    clock.advance(Duration.ofSeconds(1));
    assertEquals(Duration.ofSeconds(1), reactor.elapsed());
    wire.client().loseConnection();
    wire.flush();
  }

  @Trial
  @Tag("slow")
  @DisplayName("has a tag and a name of its own")
  void tagged() {}

  @Test
  void isOfJupiter() {
    assertFalse(ReactorContract.checks().isEmpty());

    NettyReactor reactor = new NettyReactor();
    reactor.callLater(Duration.ZERO, reactor::stop);
    reactor.run();
    assertFalse(reactor.isRunning());
  }

  @Test
  @Tag("slow")
  void isOfJupiterAndTagged() {}
}
