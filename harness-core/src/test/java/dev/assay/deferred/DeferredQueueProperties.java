// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

final class DeferredQueueProperties {
  private static final int PUT = -1;
  private static final int GET = -2;

  /** Steps: a put, a get, or the number of the get to cancel. */
  @Provide
  Arbitrary<List<Integer>> programs() {
    return Arbitraries.oneOf(
            Arbitraries.just(PUT), Arbitraries.just(GET), Arbitraries.integers().between(0, 50))
        .list()
        .ofMaxSize(200);
  }

  @Property
  void anyProgram_eachItemIsDeliveredOnceInOrder(
      @ForAll("programs") List<Integer> program,
      @ForAll @IntRange(max = 5) int size,
      @ForAll @IntRange(max = 5) int backlog) {
    Run run = new Run(size, backlog);
    program.forEach(run::take);
    assertThat(run.delivered).isSorted().doesNotHaveDuplicates();
    assertThat(run.delivered.size() + run.queue.stored()).isEqualTo(run.taken);
  }

  @Property
  void anyProgram_limitsHoldAndNobodyWaitsBesideAnItem(
      @ForAll("programs") List<Integer> program,
      @ForAll @IntRange(max = 5) int size,
      @ForAll @IntRange(max = 5) int backlog) {
    Run run = new Run(size, backlog);
    for (int step : program) {
      run.take(step);
      assertThat(run.queue.stored()).isLessThanOrEqualTo(size);
      assertThat(run.queue.waiting()).isLessThanOrEqualTo(backlog);
      assertThat(run.queue.stored() == 0 || run.queue.waiting() == 0).isTrue();
    }
  }

  @Property
  void noLimits_theNthGetHasTheNthItem(
      @ForAll @IntRange(max = 50) int puts, @ForAll @IntRange(max = 50) int gets) {
    Run run = new Run(DeferredQueue.UNLIMITED, DeferredQueue.UNLIMITED);
    IntStream.range(0, gets).forEach(i -> run.take(GET));
    IntStream.range(0, puts).forEach(i -> run.take(PUT));
    assertThat(run.delivered)
        .containsExactlyElementsOf(IntStream.range(0, Math.min(puts, gets)).boxed().toList());
  }

  /** A queue of numbers in use, and what was seen of it. */
  private static final class Run {
    final DeferredQueue<Integer> queue;
    final List<Deferred<?>> gets = new ArrayList<>();
    final List<Integer> delivered = new ArrayList<>();
    int taken;

    Run(int size, int backlog) {
      queue = new DeferredQueue<>(size, backlog);
    }

    void take(int step) {
      try {
        if (step == PUT) {
          queue.put(taken);
          taken++;
        } else if (step == GET) {
          gets.add(queue.get().addEffect(delivered::add));
        } else if (step < gets.size()) {
          gets.get(step).cancel();
        }
      } catch (QueueOverflowException e) {
        assertThat(queue.waiting()).isZero();
      } catch (QueueUnderflowException e) {
        assertThat(queue.stored()).isZero();
      }
    }
  }
}
