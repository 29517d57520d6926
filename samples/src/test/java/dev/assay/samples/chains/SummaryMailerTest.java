// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.chains;

import static dev.assay.trial.Trials.assertNoResult;
import static dev.assay.trial.Trials.failureResultOf;
import static dev.assay.trial.Trials.successResultOf;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.FirstErrorException;
import dev.assay.fake.VirtualClock;
import dev.assay.junit.Trial;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;

/**
 * Services that give Deferreds are easily faked: the test keeps the Deferreds and fires them, when
 * and as it likes.
 */
final class SummaryMailerTest {
  private final VirtualClock clock;
  private final Map<String, Deferred<Integer>> asked = new LinkedHashMap<>();
  private final List<Deferred<Integer>> sent = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private final SummaryMailer mailer;

  SummaryMailerTest(VirtualClock clock) {
    this.clock = clock;
    mailer = new SummaryMailer(clock, this::fetch, this::send);
  }

  @AfterEach
  void nothingIsUnderWay() {
    assertThat(mailer.underWay()).isZero();
  }

  @Trial
  void figures_areMailedInTheirOrder_inWhateverOrderTheyCome() {
    Deferred<Integer> mail = mail();
    asked("errors").callback(3);
    assertThat(texts).isEmpty();
    asked("visits").callback(1_234);

    assertThat(texts).containsExactly("visits: 1234\nerrors: 3");
    assertNoResult(mail);
    sent(1).callback(17);
    assertThat(successResultOf(mail)).isEqualTo(17);
  }

  @Trial
  void figureThatIsUnavailable_doesNotHoldUpTheMail() {
    Deferred<Integer> mail = mail();
    asked("visits").errback(new Statistics.Unavailable("the counter is down"));
    asked("errors").callback(3);
    sent(1).callback(17);

    assertThat(texts).containsExactly("visits: the counter is down\nerrors: 3");
    assertThat(successResultOf(mail)).isEqualTo(17);
  }

  @Trial
  void figureThatIsLate_isNotWaitedFor() {
    Deferred<Integer> mail = mail();
    asked("errors").callback(3);
    clock.advance(SummaryMailer.PATIENCE.minusNanos(1));
    assertThat(texts).isEmpty();
    clock.advance(Duration.ofNanos(1));

    assertThat(texts).containsExactly("visits: no answer\nerrors: 3");
    sent(1).callback(17);
    assertThat(successResultOf(mail)).isEqualTo(17);
  }

  /** Only the failures that are expected are put up with. */
  @Trial
  void bug_isNotMailedAway() {
    Deferred<Integer> mail = mail();
    asked("errors").errback(new ArithmeticException("/ by zero"));

    assertThat(failureResultOf(mail, FirstErrorException.class))
        .hasCauseInstanceOf(ArithmeticException.class);
    assertThat(asked("visits").isFired()).isTrue();
    assertThat(texts).isEmpty();
  }

  @Trial
  void serviceThatThrows_isLikeOneThatFails() {
    SummaryMailer unlucky =
        new SummaryMailer(
            clock,
            figure -> {
              throw new IllegalStateException("closed");
            },
            this::send);
    Deferred<Integer> mail = unlucky.mail("ada", List.of("visits"));

    assertThat(failureResultOf(mail, FirstErrorException.class))
        .hasCauseInstanceOf(IllegalStateException.class);
    assertThat(unlucky.underWay()).isZero();
  }

  @Trial
  void busyServer_isAskedAgain() {
    Deferred<Integer> mail = mailWithFigures();
    sent(1).errback(new MailServer.Busy("come back later"));
    clock.advance(SummaryMailer.PAUSE.minusNanos(1));
    assertThat(sent).hasSize(1);
    clock.advance(Duration.ofNanos(1));

    sent(2).callback(17);
    assertThat(texts.get(1)).isEqualTo(texts.get(0));
    assertThat(successResultOf(mail)).isEqualTo(17);
  }

  @Trial
  void serverThatStaysBusy_isGivenUp() {
    Deferred<Integer> mail = mailWithFigures();
    for (int attempt = 1; attempt <= SummaryMailer.TRIES; attempt++) {
      assertNoResult(mail);
      sent(attempt).errback(new MailServer.Busy("attempt " + attempt));
      clock.advance(SummaryMailer.PAUSE);
    }

    assertThat(failureResultOf(mail, MailServer.Busy.class)).hasMessage("attempt 3");
    assertThat(sent).hasSize(SummaryMailer.TRIES);
  }

  @Trial
  void serverThatRefuses_isNotAskedAgain() {
    Deferred<Integer> mail = mailWithFigures();
    sent(1).errback(new IOException("no such mailbox: ada"));
    clock.advance(SummaryMailer.PAUSE);

    assertThat(failureResultOf(mail, IOException.class)).hasMessage("no such mailbox: ada");
    assertThat(sent).hasSize(1);
  }

  @Trial
  void serverThatSaysNothing_isGivenUp() {
    Deferred<Integer> mail = mailWithFigures();
    clock.advance(SummaryMailer.PATIENCE);

    assertThat(failureResultOf(mail, TimeoutException.class))
        .hasMessageContaining("(mail to ada) had no result within 5s");
    assertThat(sent).hasSize(1);
  }

  /** To turn a cancellation into "no answer" would send a mail that nobody wants any more. */
  @Trial
  void mailThatIsCancelledEarly_isNotSent() {
    Deferred<Integer> mail = mail();
    mail.cancel();

    assertThat(failureResultOf(mail, FirstErrorException.class))
        .hasCauseInstanceOf(CancellationException.class);
    assertThat(asked.values()).allMatch(Deferred::isFired);
    assertThat(texts).isEmpty();
  }

  /** The pause before the next attempt would be left armed, and the trial fail. */
  @Trial
  void mailThatIsCancelledBetweenTwoAttempts_isNotSentAgain() {
    Deferred<Integer> mail = mailWithFigures();
    sent(1).errback(new MailServer.Busy("come back later"));
    mail.cancel();

    failureResultOf(mail, CancellationException.class);
    clock.advance(SummaryMailer.PAUSE);
    assertThat(sent).hasSize(1);
  }

  private Deferred<Integer> mail() {
    return mailer.mail("ada", List.of("visits", "errors"));
  }

  private Deferred<Integer> mailWithFigures() {
    Deferred<Integer> mail = mail();
    asked("visits").callback(1_234);
    asked("errors").callback(3);
    return mail;
  }

  private Deferred<Integer> fetch(String figure) {
    Deferred<Integer> answer = new Deferred<>();
    asked.put(figure, answer);
    return answer;
  }

  private Deferred<Integer> send(String recipient, String text) {
    assertThat(recipient).isEqualTo("ada");
    Deferred<Integer> number = new Deferred<>();
    texts.add(text);
    sent.add(number);
    return number;
  }

  private Deferred<Integer> asked(String figure) {
    return requireNonNull(asked.get(figure), figure);
  }

  /** Returns what the server has promised for an attempt, counted from 1. */
  private Deferred<Integer> sent(int attempt) {
    return sent.get(attempt - 1);
  }
}
