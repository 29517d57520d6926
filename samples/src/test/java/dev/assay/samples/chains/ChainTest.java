// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.chains;

import static dev.assay.trial.Trials.assertNoResult;
import static dev.assay.trial.Trials.failureResultOf;
import static dev.assay.trial.Trials.successResultOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.junit.Trial;
import dev.assay.trial.TrialContext;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How a chain runs: a Deferred is fired by hand, and all of it happens then and there. */
final class ChainTest {
  private final List<String> printed = new ArrayList<>();
  private final Deferred<String> deferred = new Deferred<>();

  @Trial
  void value_goesFromOneCallbackToTheNext() {
    deferred
        .addEffect(printed::add)
        .addCallback(text -> text.toUpperCase(Locale.ROOT))
        .addEffect(printed::add);
    assertThat(printed).isEmpty();

    deferred.callback("yo, uppercase me!");
    assertThat(printed).containsExactly("yo, uppercase me!", "YO, UPPERCASE ME!");
  }

  /** Callbacks are passed over, as lines of a {@code try} block are when one of them throws. */
  @Trial
  void failure_goesToTheNextErrback_andWhatThatReturnsIsAValueAgain() {
    deferred
        .addCallback(Integer::parseInt)
        .addEffect(number -> printed.add("number " + number))
        .addErrback(error -> -1)
        .addEffect(number -> printed.add("finally " + number));
    deferred.callback("twelve");

    assertThat(printed).containsExactly("finally -1");
  }

  @Trial
  void errbackForOneType_letsOthersPass() {
    Deferred<String> chain =
        deferred
            .addErrback(FileNotFoundException.class, missing -> "no file")
            .addErrback(IllegalStateException.class, wrong -> "wrong moment");
    deferred.errback(new IOException("disk full"));

    assertThat(failureResultOf(chain, IOException.class)).hasMessage("disk full");
  }

  /** With {@code addCallback} and then {@code addErrback} the errback would have seen it. */
  @Trial
  void errbackOfTheSameLevel_doesNotSeeWhatItsCallbackThrows() {
    Deferred<Integer> chain = deferred.addCallbacks(Integer::parseInt, error -> -1);
    deferred.callback("twelve");

    failureResultOf(chain, NumberFormatException.class);
  }

  @Trial
  void callbackThatGivesADeferred_letsTheChainWaitForIt() {
    Deferred<String> page = new Deferred<>();
    Deferred<Integer> length =
        deferred.addDeferringCallback(url -> page).addCallback(String::length);
    deferred.callback("https://example.org");
    assertNoResult(length);

    page.callback("<html/>");
    assertThat(successResultOf(length)).isEqualTo(7);
  }

  /** A chain may grow at any time: what is added late runs at once. */
  @Trial
  void callbackThatIsAddedLate_isCalledAtOnce() {
    deferred.callback("done");
    deferred.addEffect(printed::add);

    assertThat(printed).containsExactly("done");
  }

  /** A failure at the end of a chain fails the trial, unless somebody takes it. */
  @Trial
  void failureThatNobodyHandles_isFound(TrialContext trial) {
    deferred.addCallback(Integer::parseInt);
    deferred.callback("twelve");

    assertThat(trial.flushLoggedErrors(NumberFormatException.class)).hasSize(1);
  }
}
