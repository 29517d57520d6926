// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage;

import static dev.assay.junit.assertj.AssayAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Deferreds;
import dev.assay.deferred.Outcome;
import dev.assay.pending.Ledger;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What failed assertions about Deferreds say, word for word but for the numbers of lines. */
final class DeferredMessagesTest {
  private final Ledger.Binding trial = new Ledger().bind();
  private final Deferred<String> pong = new Deferred<String>().label("pong");
  private final Deferred<Integer> boom = Deferred.fail(new IOException("boom"));

  @AfterEach
  void end() {
    trial.close();
  }

  @Test
  void unfired_expectedToSucceed() {
    Deferred<Integer> length = pong.addCallback(String::length);
    Said.by(() -> assertThat(length).succeededWith(4))
        .isEqualTo(
            """

            Expecting Deferred#1 (pong) [unfired, 1 callback]
              created at DeferredMessagesTest.java in <init> (test, PT0S)
            to have succeeded with 4
            but it has not fired""");
  }

  @Test
  void failed_expectedToSucceed() {
    Said.by(() -> assertThat(boom).succeeded())
        .isEqualTo(
            """

            Expecting Deferred#2 [failed, unhandled: java.io.IOException: boom]
              created at DeferredMessagesTest.java in <init> (test, PT0S)
            to have succeeded
            but it failed with java.io.IOException: boom""");
  }

  @Test
  void failed_expectedToFailOtherwise_theCauseIsShown() {
    Deferred<List<Integer>> both = Deferreds.gather(List.of(boom)).label("both");
    Said.by(() -> assertThat(both).failedWith(IOException.class)).isEqualTo("x");
  }

  @Test
  void succeeded_expectedToSucceedOtherwise_itsCallbacksAreShown() {
    Deferred<Integer> length =
        pong.addDeferring(Deferred::succeed)
            .addErrback(e -> "")
            .addCallbacks(String::length, e -> 0);
    pong.callback("pong");
    Said.by(() -> assertThat(length).succeededWith(5)).isEqualTo("x");
  }

  @Test
  void succeeded_withTheSameTextOfAnotherType_typesAreShown() {
    Deferred<?> three = Deferred.succeed("3");
    Said.by(() -> assertThat((Deferred<Object>) three).succeededWith(3)).isEqualTo("x");
  }

  @Test
  void waiting_expectedToSucceed_whatItWaitsForIsShown() {
    Deferred<String> reply = Deferred.succeed(1).addDeferring(one -> pong);
    Deferred<String> outer = Deferred.succeed(1).addDeferring(one -> reply).label("outer");
    Said.by(() -> assertThat(outer).succeeded()).isEqualTo("x");
  }

  @Test
  void paused_expectedToSucceed() {
    pong.callback("pong");
    pong.pause();
    Said.by(() -> assertThat(pong).succeededWith("pong")).isEqualTo("x");
  }

  @Test
  void running_expectedToSucceed() {
    Said.by(
            () -> {
              pong.addCallback(
                  text -> {
                    assertThat(pong).succeeded();
                    return text;
                  });
              pong.callback("pong");
              throw (AssertionError) ((Outcome.Failure<?>) pong.state()).error();
            })
        .isEqualTo("x");
  }

  @Test
  void succeeded_expectedToHaveNoResult() {
    Said.by(() -> assertThat(Deferred.succeed(3)).hasNoResult()).isEqualTo("x");
  }

  @Test
  void timedOut_expectedToBeCancelled() {
    Deferred<?> late = Deferred.fail(new TimeoutException("late"));
    Said.by(() -> assertThat(late).isCancelled()).isEqualTo("x");
  }

  @Test
  void unfired_expectedToBePaused() {
    Said.by(() -> assertThat(pong).isPaused()).isEqualTo("x");
  }

  @Test
  void text_withSignsOfFormats_isShownAsItIs() {
    Deferred<String> full = Deferred.succeed("100%n %s");
    Said.by(() -> assertThat(full).succeededWith("50%d")).isEqualTo("x");
  }

  @Test
  void object_withoutText_isShownWithoutItsIdentity() {
    Deferred<Object> made = Deferred.succeed(new Object());
    Said.by(() -> assertThat(made).succeededWith(new Object())).isEqualTo("x");
  }
}
