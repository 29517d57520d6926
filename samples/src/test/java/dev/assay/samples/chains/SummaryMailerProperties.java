// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.chains;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.DeferredState;
import dev.assay.deferred.Deferreds;
import dev.assay.deferred.Outcome;
import dev.assay.fake.VirtualClock;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The mailer against a model of it: whatever its services do, and in whatever order. */
final class SummaryMailerProperties {
  @Property
  void summary_tellsWhatBecameOfEachFigure(@ForAll("figures") List<Figure> figures) {
    VirtualClock clock = new VirtualClock();
    Map<String, Figure> byName = new LinkedHashMap<>();
    figures.forEach(figure -> byName.put("figure " + byName.size(), figure));
    List<String> texts = new ArrayList<>();
    SummaryMailer mailer =
        new SummaryMailer(
            clock,
            name -> requireNonNull(byName.get(name), name).answer(clock),
            (recipient, text) -> {
              texts.add(text);
              return Deferred.succeed(17);
            });
    Deferred<Integer> mail = mailer.mail("ada", List.copyOf(byName.keySet()));
    while (clock.advanceToNext()) {}

    String expected =
        byName.entrySet().stream()
            .map(entry -> entry.getKey() + ": " + entry.getValue().expected())
            .collect(Collectors.joining("\n"));
    assertThat(texts).containsExactly(expected);
    assertThat(mail.state()).isEqualTo(new Outcome.Success<>(17));
  }

  @Property
  void mail_isTriedAsOftenAsTheServerIsBusy(
      @ForAll @Size(SummaryMailer.TRIES) List<Reply> replies) {
    VirtualClock clock = new VirtualClock();
    Iterator<Reply> next = replies.iterator();
    List<Reply> given = new ArrayList<>();
    SummaryMailer mailer =
        new SummaryMailer(
            clock,
            figure -> Deferred.succeed(1),
            (recipient, text) -> {
              given.add(next.next());
              return given.get(given.size() - 1).reply();
            });
    Deferred<Integer> mail = mailer.mail("ada", List.of("visits"));
    while (clock.advanceToNext()) {}

    List<Reply> expected = new ArrayList<>();
    for (Reply reply : replies) {
      expected.add(reply);
      if (reply != Reply.BUSY) {
        break;
      }
    }
    assertThat(given).isEqualTo(expected);
    assertThat(mail.state()).matches(expected.get(expected.size() - 1)::fits);
    assertThat(mailer.underWay()).isZero();
  }

  @Provide
  Arbitrary<List<Figure>> figures() {
    Arbitrary<@Nullable Integer> values = Arbitraries.integers().injectNull(0.3);
    Arbitrary<Integer> seconds = Arbitraries.integers().between(0, 10);
    return Combinators.combine(values, seconds).as(Figure::new).list().ofMaxSize(8);
  }

  /** What becomes of a figure: a value, or none, after some seconds. */
  record Figure(@Nullable Integer value, int seconds) {
    Deferred<Integer> answer(VirtualClock clock) {
      return Deferreds.deferLater(clock, Duration.ofSeconds(seconds), this::valueOrThrow);
    }

    String expected() {
      if (seconds > SummaryMailer.PATIENCE.toSeconds()) {
        return "no answer";
      }
      return value == null ? "not counted" : value.toString();
    }

    private Integer valueOrThrow() throws Statistics.Unavailable {
      if (value == null) {
        throw new Statistics.Unavailable("not counted");
      }
      return value;
    }
  }

  /** What the server answers to a mail, and what comes of that if it is the last answer. */
  enum Reply {
    TAKEN("17"),
    BUSY("Busy"),
    REFUSED("IOException"),
    SILENCE("TimeoutException");

    private final String result;

    Reply(String result) {
      this.result = result;
    }

    Deferred<Integer> reply() {
      return switch (this) {
        case TAKEN -> Deferred.succeed(17);
        case BUSY -> Deferred.fail(new MailServer.Busy("come back later"));
        case REFUSED -> Deferred.fail(new IOException("no such mailbox"));
        case SILENCE -> new Deferred<>();
      };
    }

    boolean fits(DeferredState<Integer> state) {
      return state instanceof Outcome.Failure<Integer> failure
          ? failure.error().getClass().getSimpleName().equals(result)
          : state.equals(new Outcome.Success<>(Integer.valueOf(result)));
    }
  }
}
