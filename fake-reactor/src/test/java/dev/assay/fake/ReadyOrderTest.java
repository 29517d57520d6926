// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.fake.event.Choice;
import dev.assay.fake.event.Chooser;
import dev.assay.fake.network.Pair;
import dev.assay.fake.network.RecordingProtocol;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.Test;

final class ReadyOrderTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** Always the one that was armed last, of those that there is a choice of. */
  private static final Chooser LAST = (what, options) -> what == Choice.ORDER ? options - 1 : 0;

  private final FakeReactor reactor = new FakeReactor();
  private final List<String> log = new ArrayList<>();

  @Test
  void quietChooser_takesTheFirst() {
    reactor.network().choose(Chooser.quiet());
    arm("one", "two", "three");
    reactor.advance(SECOND);

    assertThat(log).containsExactly("one", "two", "three");
  }

  @Test
  void chooser_takesAnyThatIsDue() {
    reactor.network().choose(LAST);
    arm("one", "two", "three");
    reactor.advance(SECOND);

    assertThat(log).containsExactly("three", "two", "one");
  }

  @Test
  void chooser_isAskedOnlyWhereThereIsAChoice_andToldOfHowMuch() {
    List<Integer> asked = new ArrayList<>();
    reactor
        .network()
        .choose(
            (what, options) -> {
              asked.add(options);
              return 0;
            });
    arm("one", "two", "three");
    reactor.advance(SECOND);

    assertThat(asked).containsExactly(3, 2);
  }

  @Test
  void turn_doesNotChooseForTheNextOne() {
    List<Integer> asked = new ArrayList<>();
    for (String name : List.of("one", "two")) {
      reactor.callLater(Duration.ZERO, () -> reactor.callLater(Duration.ZERO, () -> log.add(name)));
    }
    reactor.network().choose((what, options) -> record(asked, options));

    assertThat(reactor.turn()).isEqualTo(2);
    assertThat(asked).containsExactly(2);
    assertThat(reactor.turn()).isEqualTo(2);
    assertThat(asked).containsExactly(2, 2);
  }

  private static int record(List<Integer> asked, int options) {
    asked.add(options);
    return 0;
  }

  @Test
  void whatIsDueLater_comesLater() {
    reactor.network().choose(LAST);
    reactor.callLater(SECOND, () -> log.add("first"));
    reactor.callLater(SECOND.plusNanos(1), () -> log.add("second"));
    reactor.advance(SECOND.plusNanos(1));

    assertThat(log).containsExactly("first", "second");
  }

  @Test
  void whatIsArmedMeanwhile_comesInTheNextTurn() {
    reactor.network().choose(LAST);
    for (String name : List.of("one", "two")) {
      reactor.callLater(
          Duration.ZERO,
          () -> {
            log.add(name);
            reactor.callLater(Duration.ZERO, () -> log.add(name + " again"));
          });
    }
    reactor.advance(Duration.ZERO);

    assertThat(log).containsExactly("two", "one", "one again", "two again");
  }

  @Test
  void phases_keepTheirOrder() {
    reactor.network().choose(LAST);
    reactor.callFromThread(() -> log.add("thread call"));
    arm("call");
    reactor.callInThread(() -> log.add("task"));
    reactor.advance(SECOND);

    assertThat(log).containsExactly("thread call", "task", "call");
  }

  @Test
  void streams_keepTheirOrder_whateverIsChosen() {
    reactor.network().choose(LAST);
    RecordingProtocol client = new RecordingProtocol("client", log);
    client.onMade(
        () -> {
          client.write("one");
          client.write("two");
          client.transport().loseConnection();
        });
    RecordingProtocol server = new RecordingProtocol("server", log);
    Pair.connect(reactor, client, server);

    assertThat(log.stream().filter(line -> line.startsWith("server")))
        .containsExactly(
            "server made",
            "server got one",
            "server got two",
            "server lost ConnectionDoneException");
  }

  @Test
  void callsOfOneThread_keepTheirOrder() {
    reactor.network().choose(LAST);
    reactor.callFromThread(() -> log.add("one"));
    reactor.callFromThread(() -> log.add("two"));
    reactor.advance(Duration.ZERO);

    assertThat(log).containsExactly("one", "two");
  }

  @Test
  void callsOfTwoTasks_doNot_butThoseOfEachDo() {
    reactor.network().choose(LAST);
    for (String task : List.of("a", "b")) {
      reactor.callInThread(
          () -> {
            log.add("task " + task);
            reactor.callFromThread(() -> log.add(task + "1"));
            reactor.callFromThread(() -> log.add(task + "2"));
          });
    }
    reactor.advance(Duration.ZERO);

    assertThat(log).containsExactly("task b", "task a", "a1", "a2", "b1", "b2");
  }

  @Test
  void tasksOfAnExecutor_keepTheirOrder() {
    reactor.network().choose(LAST);
    ScheduledExecutorService executor = reactor.clock().scheduledExecutor();
    for (String name : List.of("one", "two")) {
      executor.execute(() -> log.add(name));
      reactor.clock().executor().execute(() -> log.add("plain " + name));
    }
    reactor.advance(Duration.ZERO);

    assertThat(log).containsExactly("plain one", "plain two", "one", "two");
  }

  @Test
  void chooserThatTakesNoneOfTheOptions_isRefused() {
    reactor.network().choose((what, options) -> options);
    arm("one", "two");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> reactor.advance(SECOND))
        .withMessage("choice of ORDER must be from 0 to 1: 2");
  }

  private void arm(String... names) {
    for (String name : names) {
      reactor.callLater(SECOND, () -> log.add(name));
    }
  }
}
