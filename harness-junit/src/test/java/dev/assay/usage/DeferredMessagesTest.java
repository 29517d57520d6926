// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage;

import static dev.assay.junit.assertj.AssayAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Deferreds;
import dev.assay.deferred.Outcome;
import dev.assay.ledger.Ledger;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What failed assertions about Deferreds say, word for word. */
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
              created at DeferredMessagesTest.java (test, t=0s)
            to have succeeded with 4
            but it has not fired""");
  }

  @Test
  void failed_expectedToSucceed() {
    Said.by(() -> assertThat(boom).succeeded())
        .isEqualTo(
            """

            Expecting Deferred#2 [failed, unhandled: java.io.IOException: boom]
              created at DeferredMessagesTest.java (test, t=0s)
            to have succeeded
            but it failed with java.io.IOException: boom""");
  }

  @Test
  void failed_expectedToFailOtherwise_theCauseIsShown() {
    Deferred<List<Integer>> both = Deferreds.gather(List.of(boom)).label("both");
    Said.by(() -> assertThat(both).failedWith(IOException.class))
        .isEqualTo(
            """

            Expecting Deferred#3 (both) [failed, unhandled: dev.assay.deferred.FirstErrorException: Deferred at index 0 failed: java.io.IOException: boom]
              created at DeferredMessagesTest.java (test, t=0s)
            to have failed with java.io.IOException
            but it failed with dev.assay.deferred.FirstErrorException: Deferred at index 0 failed: java.io.IOException: boom
              caused by java.io.IOException: boom""");
  }

  @Test
  void succeeded_expectedToSucceedOtherwise_itsCallbacksAreShown() {
    Deferred<Integer> length =
        pong.addDeferringCallback(Deferred::succeed)
            .addErrback(e -> "")
            .addCallbacks(String::length, e -> 0);
    pong.callback("pong");
    Said.by(() -> assertThat(length).succeededWith(5))
        .isEqualTo(
            """

            Expecting Deferred#1 (pong) [succeeded: 4]
              created at DeferredMessagesTest.java (test, t=0s)
              ran DeferredMessagesTest.java: pong -> pong
              ran DeferredMessagesTest.java: pong -> 4
            to have succeeded with 5
            but it succeeded with 4""");
  }

  @Test
  void succeeded_withTheSameTextOfAnotherType_typesAreShown() {
    Deferred<Object> three = Deferred.succeed("3");
    Said.by(() -> assertThat(three).succeededWith(3))
        .isEqualTo(
            """

            Expecting Deferred#3 [succeeded: 3]
              created at DeferredMessagesTest.java (test, t=0s)
            to have succeeded with 3 (a java.lang.Integer)
            but it succeeded with 3 (a java.lang.String)""");
  }

  @Test
  void waiting_expectedToSucceed_whatItWaitsForIsShown() {
    Deferred<String> reply = Deferred.succeed(1).addDeferringCallback(one -> pong);
    Deferred<String> outer = Deferred.succeed(1).addDeferringCallback(one -> reply).label("outer");
    Said.by(() -> assertThat(outer).succeeded())
        .isEqualTo(
            """

            Expecting Deferred#4 (outer) [waiting for Deferred#3]
              created at DeferredMessagesTest.java (test, t=0s)
              ran DeferredMessagesTest.java: 1 -> Deferred#3
            to have succeeded
            but it waits for Deferred#3 [waiting for Deferred#1 (pong), 1 callback]
              created at DeferredMessagesTest.java (test, t=0s)
            which waits for Deferred#1 (pong) [unfired, 1 callback]
              created at DeferredMessagesTest.java (test, t=0s)""");
  }

  @Test
  void paused_expectedToSucceed() {
    pong.callback("pong");
    pong.pause();
    Said.by(() -> assertThat(pong).succeededWith("pong"))
        .isEqualTo(
            """

            Expecting Deferred#1 (pong) [succeeded: pong, paused]
              created at DeferredMessagesTest.java (test, t=0s)
            to have succeeded with pong
            but it is paused""");
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
        .isEqualTo(
            """

            Expecting Deferred#1 (pong) [succeeded: pong]
              created at DeferredMessagesTest.java (test, t=0s)
            to have succeeded
            but one of its callbacks is running just now""");
  }

  @Test
  void succeeded_expectedToHaveNoResult() {
    Said.by(() -> assertThat(Deferred.succeed(3)).hasNoResult())
        .isEqualTo(
            """

            Expecting Deferred#3 [succeeded: 3]
              created at DeferredMessagesTest.java (test, t=0s)
            to have no result
            but it succeeded with 3""");
  }

  @Test
  void timedOut_expectedToBeCancelled() {
    Deferred<?> late = Deferred.fail(new TimeoutException("late"));
    Said.by(() -> assertThat(late).isCancelled())
        .isEqualTo(
            """

            Expecting Deferred#3 [failed, unhandled: java.util.concurrent.TimeoutException: late]
              created at DeferredMessagesTest.java (test, t=0s)
            to be cancelled
            but it failed with java.util.concurrent.TimeoutException: late""");
  }

  @Test
  void unfired_expectedToBePaused() {
    Said.by(() -> assertThat(pong).isPaused())
        .isEqualTo(
            """

            Expecting Deferred#1 (pong) [unfired]
              created at DeferredMessagesTest.java (test, t=0s)
            to be paused
            but it is not paused""");
  }

  @Test
  void text_withSignsOfFormats_isShownAsItIs() {
    Deferred<String> full = Deferred.succeed("100%n %s");
    Said.by(() -> assertThat(full).succeededWith("50%d"))
        .isEqualTo(
            """

            Expecting Deferred#3 [succeeded: 100%n %s]
              created at DeferredMessagesTest.java (test, t=0s)
            to have succeeded with 50%d
            but it succeeded with 100%n %s""");
  }

  @Test
  void object_withoutText_isShownWithoutItsIdentity() {
    Deferred<Object> made = Deferred.succeed(new Object());
    Said.by(() -> assertThat(made).succeededWith(new Object()))
        .isEqualTo(
            """

            Expecting Deferred#3 [succeeded: a Object]
              created at DeferredMessagesTest.java (test, t=0s)
            to have succeeded with a Object
            but it succeeded with a Object, which reads the same but is not equal""");
  }
}
