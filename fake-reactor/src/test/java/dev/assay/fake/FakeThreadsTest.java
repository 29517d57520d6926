// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Outcome;
import dev.assay.fake.event.Phase;
import dev.assay.fake.timeline.OtherThread;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class FakeThreadsTest {
  private final FakeReactor reactor = new FakeReactor();
  private final List<String> log = new ArrayList<>();

  @Test
  void callInThread_runsLater_onThisThread() {
    Thread here = Thread.currentThread();
    reactor.callInThread(() -> log.add("on this thread: " + Thread.currentThread().equals(here)));
    assertThat(log).isEmpty();
    reactor.advance(Duration.ZERO);

    assertThat(log).containsExactly("on this thread: true");
  }

  @Test
  void deferToThread_givesTheResult_inATurnAfterTheTask() {
    Deferred<String> result =
        reactor.deferToThread(
            () -> {
              log.add("task");
              return "value";
            });
    result.addEffect(log::add);
    assertThat(reactor.turn()).isEqualTo(1);
    assertThat(log).containsExactly("task");
    assertThat(reactor.step().orElseThrow().phase()).isEqualTo(Phase.THREAD_CALLS);

    assertThat(log).containsExactly("task", "value");
  }

  @Test
  void deferToThread_givesWhatTheTaskThrew() {
    IOException thrown = new IOException("no");
    Deferred<String> result =
        reactor.deferToThread(
            () -> {
              throw thrown;
            });
    reactor.advance(Duration.ZERO);

    assertThat(result.state()).isEqualTo(new Outcome.Failure<>(thrown));
  }

  @Test
  void deferToThread_ofATaskThatGivesADeferred_failsAndSaysWhy() {
    Deferred<Object> result =
        reactor.<Object>deferToThread(() -> new Deferred<String>().label("inner"));
    List<Throwable> failures = new ArrayList<>();
    result.addErrback(
        error -> {
          failures.add(error);
          return "handled";
        });
    reactor.advance(Duration.ZERO);

    assertThat(failures.get(0))
        .hasMessage(
            "ThreadTask, a lambda of FakeThreadsTest returned Deferred (inner) [unfired];"
                + " a Deferred belongs to the reactor's thread, return a value");
  }

  @Test
  void cancelledDeferred_failsAtOnce_andTheTaskRunsAllTheSame() {
    Deferred<Boolean> result = reactor.deferToThread(() -> log.add("task"));
    result.addErrback(
        error -> {
          log.add(error.getClass().getSimpleName());
          return false;
        });
    result.cancel();
    reactor.advance(Duration.ZERO);

    assertThat(log).containsExactly("CancellationException", "task");
  }

  @Test
  void exceptionInCallInThread_isTreatedAsThatOfAnyCall() {
    reactor.callInThread(
        () -> {
          throw new IllegalStateException("lost?");
        });
    reactor.callInThread(() -> log.add("next"));

    assertThatIllegalStateException()
        .isThrownBy(() -> reactor.advance(Duration.ZERO))
        .withMessage("lost?");
    assertThat(log).containsExactly("next");
  }

  @Test
  void pool_hasTenThreads() {
    for (int i = 0; i < 12; i++) {
      reactor.callInThread(() -> log.add("task"));
    }
    assertThat(reactor.turn()).isEqualTo(10);
    assertThat(reactor.turn()).isEqualTo(2);
  }

  @Test
  void poolOfOne_runsTasksOneByOne_inTheirOrder() {
    reactor.network().choose((what, options) -> options - 1);
    reactor.suggestThreadPoolSize(1);
    for (String name : List.of("one", "two", "three")) {
      reactor.callInThread(() -> log.add(name));
    }
    assertThat(reactor.turn()).isEqualTo(1);
    reactor.advance(Duration.ZERO);

    assertThat(log).containsExactly("one", "two", "three");
  }

  @Test
  void tasksThatAreUnderWayTogether_runInTheOrderThatIsChosen() {
    reactor.network().choose((what, options) -> options - 1);
    reactor.suggestThreadPoolSize(2);
    for (String name : List.of("one", "two", "three")) {
      reactor.callInThread(() -> log.add(name));
    }
    reactor.advance(Duration.ZERO);

    assertThat(log).containsExactly("two", "one", "three");
  }

  @Test
  void poolThatGrows_startsThoseThatWait() {
    reactor.suggestThreadPoolSize(1);
    reactor.callInThread(() -> log.add("one"));
    reactor.callInThread(() -> log.add("two"));
    reactor.suggestThreadPoolSize(2);

    assertThat(reactor.turn()).isEqualTo(2);
  }

  @Test
  void poolSizeBelowOne_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> reactor.suggestThreadPoolSize(0))
        .withMessage("size must be positive: 0");
  }

  @Test
  void callFromThread_runsInTheNextTurn_beforeTheCallsThatAreDue() {
    reactor.callLater(Duration.ZERO, () -> log.add("call"));
    reactor.callFromThread(() -> log.add("thread call"));
    assertThat(log).isEmpty();
    reactor.advance(Duration.ZERO);

    assertThat(log).containsExactly("thread call", "call");
  }

  @Test
  void callFromThread_byAnotherThread_runsOnTheReactors() {
    Thread here = Thread.currentThread();
    OtherThread.run(
        () ->
            reactor.callFromThread(
                () -> log.add("on this thread: " + Thread.currentThread().equals(here))));
    assertThat(log).isEmpty();

    assertThat(reactor.step().orElseThrow().what())
        .isEqualTo("call from thread worker, a lambda of FakeThreadsTest");
    assertThat(log).containsExactly("on this thread: true");
  }

  @Test
  void callFromThread_byManyThreads_losesNothing() {
    List<OtherThread<Boolean>> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      threads.add(
          OtherThread.running(
              () -> {
                for (int call = 0; call < 1_000; call++) {
                  reactor.callFromThread(() -> log.add("call"));
                }
                return true;
              }));
    }
    threads.forEach(FakeThreadsTest::join);
    reactor.advance(Duration.ZERO);

    assertThat(log).hasSize(4_000);
  }

  private static void join(OtherThread<Boolean> thread) {
    try {
      assertThat(thread.result()).isTrue();
    } catch (ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void anotherThread_mustNotAskForTasks() {
    assertThatIllegalStateException()
        .isThrownBy(() -> OtherThread.run(() -> reactor.callInThread(() -> {})))
        .withMessageStartingWith(
            "thread worker must not callInThread: the clock belongs to thread");
  }

  @Test
  void task_mayCallBack() {
    reactor.callInThread(() -> reactor.callFromThread(() -> log.add("back")));
    reactor.advance(Duration.ZERO);

    assertThat(log).containsExactly("back");
  }

  @Test
  void taskThatDrivesTheReactor_isRefused_andToldWhy() {
    List<Throwable> thrown = new ArrayList<>();
    reactor.callInThread(
        () -> {
          try {
            reactor.advance(Duration.ZERO);
          } catch (IllegalStateException refused) {
            thrown.add(refused);
          }
        });
    reactor.advance(Duration.ZERO);

    assertThat(thrown.get(0))
        .hasMessage(
            "a call must not advance the clock:"
                + " run of ThreadTask, a lambda of FakeThreadsTest is running;"
                + " no other thread runs it,"
                + " and the reactor does not proceed until it returns");
  }

  @Test
  void taskThatWaitsForAnUnfinishedFuture_isRefused_andToldWhy() {
    List<Throwable> thrown = new ArrayList<>();
    Future<String> future =
        reactor.clock().scheduledExecutor().schedule(() -> "x", 1, TimeUnit.SECONDS);
    Deferred<String> result = reactor.deferToThread(future::get);
    result.addErrback(
        error -> {
          thrown.add(error);
          return "handled";
        });
    reactor.advance(Duration.ZERO);

    assertThat(thrown.get(0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(
            "the clock's own thread must not wait for a task that only it can run: task,")
        .hasMessageEndingWith(
            "return from run of ThreadTask, a lambda of FakeThreadsTest first"
                + " and ask again in a later call");
  }
}
