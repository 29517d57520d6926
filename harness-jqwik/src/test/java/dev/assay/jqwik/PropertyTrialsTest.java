// SPDX-License-Identifier: Apache-2.0
package dev.assay.jqwik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.fake.VirtualClock;
import dev.assay.trial.LeftBehindError;
import dev.assay.trial.TrialSettings;
import dev.assay.usage.properties.Leaks;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.lifecycle.TryExecutionResult;
import net.jqwik.api.lifecycle.TryExecutor;
import net.jqwik.api.lifecycle.TryLifecycleContext;
import org.junit.jupiter.api.Test;

/** Tries at once, and tries that nobody waits for: what shrinking in a thread of its own brings. */
final class PropertyTrialsTest {
  private final PropertyTrials trials = new PropertyTrials(TrialSettings.DEFAULT);

  /** A property, as far as it is asked for its name. */
  private static TryLifecycleContext context() {
    InvocationHandler answers =
        (proxy, asked, arguments) ->
            asked.getName().equals("targetMethod") ? method() : PropertyTrialsTest.class;
    return (TryLifecycleContext)
        Proxy.newProxyInstance(
            TryLifecycleContext.class.getClassLoader(),
            new Class<?>[] {TryLifecycleContext.class},
            answers);
  }

  private static Method method() throws NoSuchMethodException {
    return PropertyTrialsTest.class.getDeclaredMethod("context");
  }

  private TryExecutionResult run(TryExecutor aTry) {
    return trials.run(context(), aTry, List.of());
  }

  private VirtualClock clock() {
    return (VirtualClock) trials.fixture(VirtualClock.class);
  }

  @Test
  void try_afterTheProperty_isNotRun() {
    trials.close();
    TryExecutionResult result =
        run(
            parameters -> {
              throw new AssertionError("ran");
            });
    assertThat(result.isInvalid()).isTrue();
  }

  @Test
  void tries_onTwoThreadsAtOnce_areJudgedEachByItself() {
    CyclicBarrier together = new CyclicBarrier(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      CompletableFuture<TryExecutionResult> leaves =
          CompletableFuture.supplyAsync(() -> run(aTry(together, true)), threads);
      CompletableFuture<TryExecutionResult> tidy =
          CompletableFuture.supplyAsync(() -> run(aTry(together, false)), threads);
      assertThat(leaves.join().throwable()).containsInstanceOf(LeftBehindError.class);
      assertThat(tidy.join().isSatisfied()).isTrue();
    } finally {
      threads.shutdown();
    }
  }

  private TryExecutor aTry(CyclicBarrier together, boolean leaves) {
    return parameters -> {
      VirtualClock own = clock();
      meet(together);
      assertThat(clock()).isSameAs(own);
      if (leaves) {
        own.callLater(Duration.ofSeconds(1), () -> {});
      }
      meet(together);
      return TryExecutionResult.satisfied();
    };
  }

  private static void meet(CyclicBarrier together) {
    try {
      together.await();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void fixture_betweenTries_holdsAPlace() {
    VirtualClock place = clock();
    assertThat(clock()).isSameAs(place);
    run(
        parameters -> {
          assertThat(clock()).isNotSameAs(place);
          return TryExecutionResult.satisfied();
        });
  }

  @Test
  void trial_betweenTries_isRefused() {
    assertThatThrownBy(trials::trial)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no try is running on this thread; ask inside one");
  }

  @Test
  void otherLeak_thanTheFirst_isNoFailure() {
    assertThat(run(this::leaveHere).isFalsified()).isTrue();
    assertThat(run(this::leaveThere).isSatisfied()).isTrue();
    assertThat(run(this::leaveHere).isFalsified()).isTrue();
  }

  private TryExecutionResult leaveHere(List<Object> parameters) {
    Leaks.here(clock());
    return TryExecutionResult.satisfied();
  }

  private TryExecutionResult leaveThere(List<Object> parameters) {
    Leaks.there(clock());
    return TryExecutionResult.satisfied();
  }
}
