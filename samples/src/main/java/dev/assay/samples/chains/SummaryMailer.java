// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.chains;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Deferreds;
import dev.assay.time.ReactorTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;

/**
 * What mails a summary of an application: it asks for all figures at once, puts up with those that
 * are missing, and tries again when the mail server is busy.
 */
final class SummaryMailer {
  static final Duration PATIENCE = Duration.ofSeconds(5);
  static final Duration PAUSE = Duration.ofSeconds(30);
  static final int TRIES = 3;

  private final ReactorTime time;
  private final Statistics statistics;
  private final MailServer server;
  private int underWay;

  SummaryMailer(ReactorTime time, Statistics statistics, MailServer server) {
    this.time = time;
    this.statistics = statistics;
    this.server = server;
  }

  /** Returns how many summaries are neither sent nor given up. */
  int underWay() {
    return underWay;
  }

  /**
   * Mails a summary of some figures. The Deferred fires with the number of the mail; cancelling it
   * withdraws whatever is still asked for.
   */
  Deferred<Integer> mail(String recipient, List<String> figures) {
    underWay++;
    return summary(figures)
        .addDeferringCallback(text -> deliver(recipient, text, TRIES))
        .addBoth(
            outcome -> {
              underWay--;
              return outcome.get();
            })
        .label("summary for " + recipient);
  }

  /** Gathers the lines; if one of them fails, nobody needs the others. */
  private Deferred<String> summary(List<String> figures) {
    List<Deferred<String>> lines = figures.stream().map(this::line).toList();
    return Deferreds.gather(lines)
        .addCallback(all -> String.join("\n", all))
        .addErrback(
            error -> {
              lines.forEach(Deferred::cancel);
              throw error;
            });
  }

  /**
   * Words one figure. Two failures are expected and take the figure's place; others pass: a bug,
   * and a cancellation too, for else a summary that was cancelled would be sent, full of holes.
   */
  private Deferred<String> line(String figure) {
    return Deferreds.maybeDeferred(() -> statistics.fetch(figure))
        .label(figure)
        .addTimeout(PATIENCE, time)
        .addCallback(value -> figure + ": " + value)
        .addErrback(Statistics.Unavailable.class, error -> figure + ": " + error.getMessage())
        .addErrback(TimeoutException.class, error -> figure + ": no answer");
  }

  /**
   * Hands the mail over, again if the server was busy. After a silence it is not tried again: the
   * mail may have been taken.
   */
  private Deferred<Integer> deliver(String recipient, String text, int tries) {
    return server
        .send(recipient, text)
        .label("mail to " + recipient)
        .addTimeout(PATIENCE, time)
        .addDeferringErrback(
            MailServer.Busy.class,
            busy ->
                tries == 1
                    ? Deferred.fail(busy)
                    : Deferreds.deferLater(time, PAUSE)
                        .addDeferringCallback(paused -> deliver(recipient, text, tries - 1)));
  }
}
