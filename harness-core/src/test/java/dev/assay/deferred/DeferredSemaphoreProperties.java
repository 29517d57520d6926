// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

final class DeferredSemaphoreProperties {
  enum Kind {
    ACQUIRE,
    ACQUIRE_AND_RELEASE_WHEN_GRANTED,
    ACQUIRE_AND_ACQUIRE_AGAIN_WHEN_GRANTED,
    RELEASE,
    CANCEL
  }

  /** One step of a program; {@code which} picks the acquire to cancel. */
  record Step(Kind kind, int which) {}

  @Provide
  Arbitrary<List<Step>> programs() {
    return Combinators.combine(Arbitraries.of(Kind.class), Arbitraries.integers().between(0, 50))
        .as(Step::new)
        .list()
        .ofMaxSize(200);
  }

  @Property
  void anyProgram_neverHasMoreHoldersThanTokens(
      @ForAll @IntRange(min = 1, max = 4) int tokens, @ForAll("programs") List<Step> program) {
    Run run = new Run(tokens);
    program.forEach(run::take);
    assertThat(run.mostHolders).isLessThanOrEqualTo(tokens);
    assertThat(run.semaphore.tokens()).isEqualTo(tokens - run.holders);
  }

  @Property
  void anyProgram_servesThoseWhoWaitInTurn(
      @ForAll @IntRange(min = 1, max = 4) int tokens, @ForAll("programs") List<Step> program) {
    Run run = new Run(tokens);
    program.forEach(run::take);
    assertThat(run.granted).isSorted().doesNotHaveDuplicates();
    assertThat(run.granted).hasSize(run.asked.size() - run.cancelled - run.semaphore.waiting());
  }

  @Property
  void anyProgram_nobodyWaitsForAFreeToken(
      @ForAll @IntRange(min = 1, max = 4) int tokens, @ForAll("programs") List<Step> program) {
    Run run = new Run(tokens);
    for (Step step : program) {
      run.take(step);
      assertThat(run.semaphore.tokens() == 0 || run.semaphore.waiting() == 0).isTrue();
    }
  }

  /** A semaphore in use, and what was seen of it. */
  private static final class Run {
    final DeferredSemaphore semaphore;
    final List<Deferred<?>> asked = new ArrayList<>();

    /** The numbers of the acquires that were granted, in the order in which they were. */
    final List<Integer> granted = new ArrayList<>();

    int holders;
    int mostHolders;
    int cancelled;

    Run(int tokens) {
      semaphore = new DeferredSemaphore(tokens);
    }

    void take(Step step) {
      switch (step.kind) {
        case ACQUIRE -> acquire(() -> {});
        case ACQUIRE_AND_RELEASE_WHEN_GRANTED -> acquire(this::release);
        case ACQUIRE_AND_ACQUIRE_AGAIN_WHEN_GRANTED -> acquire(() -> acquire(() -> {}));
        case RELEASE -> release();
        case CANCEL -> cancel(step.which);
      }
    }

    private void acquire(Runnable whenGranted) {
      int number = asked.size();
      Deferred<DeferredSemaphore> acquired = semaphore.acquire();
      asked.add(acquired);
      acquired.addEffect(
          ignored -> {
            granted.add(number);
            holders++;
            mostHolders = Math.max(mostHolders, holders);
            whenGranted.run();
          });
    }

    private void release() {
      if (holders > 0) {
        holders--;
        semaphore.release();
      }
    }

    private void cancel(int which) {
      if (which < asked.size() && !asked.get(which).isFired()) {
        asked.get(which).cancel();
        cancelled++;
      }
    }
  }
}
