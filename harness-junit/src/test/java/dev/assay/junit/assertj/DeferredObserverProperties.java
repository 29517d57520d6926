// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.assertj;

import static dev.assay.junit.assertj.AssayAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.DeferredState;
import dev.assay.ledger.Ledger;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Assertions about Deferreds look and change nothing, whether they hold or fail. */
final class DeferredObserverProperties {
  @Property
  void everyAssertion_anyDeferred_changesNothing(
      @ForAll @Size(max = 12) List<Step> steps, @ForAll Check check, @ForAll boolean watched) {
    World world = new World(watched);
    steps.forEach(step -> step.in(world));
    Seen before = world.look();
    Failing.holds(() -> check.of(world.deferred));
    assertThat(world.look()).isEqualTo(before);
  }

  @Property
  void verdict_anyDeferred_isWhatACallbackWouldGet(@ForAll @Size(max = 12) List<Step> steps) {
    World world = new World(false);
    steps.forEach(step -> step.in(world));
    List<String> holds = new ArrayList<>();
    tell(holds, "nothing", () -> assertThat(world.deferred).hasNoResult());
    tell(holds, "value", () -> assertThat(world.deferred).succeeded());
    tell(holds, "failure", () -> assertThat(world.deferred).failedWith(Throwable.class));

    List<String> got = new ArrayList<>();
    world.deferred.addCallbacks(value -> got.add("value"), error -> got.add("failure"));
    assertThat(holds).isEqualTo(got.isEmpty() ? List.of("nothing") : got);
  }

  private static void tell(List<String> holds, String what, ThrowingCallable assertion) {
    if (Failing.holds(assertion)) {
      holds.add(what);
    }
  }

  /** One of all the assertions that there are. */
  @SuppressWarnings("ImmutableEnumChecker") // it holds no state but code
  enum Check {
    HAS_NO_RESULT(deferred -> assertThat(deferred).hasNoResult()),
    SUCCEEDED(deferred -> assertThat(deferred).succeeded()),
    SUCCEEDED_WITH(deferred -> assertThat(deferred).succeededWith(1)),
    HAS_RESULT_SATISFYING(
        deferred -> assertThat(deferred).hasResultSatisfying(v -> assertThat(v).isEqualTo(1))),
    FAILED_WITH(deferred -> assertThat(deferred).failedWith(IOException.class)),
    FAILED_WITH_MESSAGE(
        deferred ->
            assertThat(deferred).failedWith(IOException.class, e -> assertThat(e).hasMessage("!"))),
    IS_CANCELLED(deferred -> assertThat(deferred).isCancelled()),
    IS_PAUSED(deferred -> assertThat(deferred).isPaused()),
    SOFTLY(deferred -> new AssaySoftAssertions().assertThat(deferred).isPaused().succeeded()),
    SHOWN(deferred -> new AssayRepresentation().toStringOf(deferred));

    private final Consumer<Deferred<Integer>> look;

    Check(Consumer<Deferred<Integer>> look) {
      this.look = look;
    }

    void of(Deferred<Integer> deferred) {
      look.accept(deferred);
    }
  }

  /** Something that is done to the Deferred that is looked at, or to the one that it waits for. */
  @SuppressWarnings("ImmutableEnumChecker") // it holds no state but code
  enum Step {
    SUCCEED(world -> world.deferred.callback(1)),
    FAIL(world -> world.deferred.errback(new IOException("boom"))),
    CANCEL(world -> world.deferred.cancel()),
    PAUSE(world -> world.deferred.pause()),
    UNPAUSE(world -> world.deferred.unpause()),
    COUNT(world -> world.deferred.addEffect(value -> world.ran++)),
    ADD_ONE(world -> world.deferred.addCallback(value -> value + 1)),
    BREAK(
        world ->
            world.deferred.addCallback(
                value -> {
                  throw new IllegalStateException("broken");
                })),
    MEND(
        world ->
            world.deferred.addErrback(
                error -> {
                  world.ran++;
                  return 0;
                })),
    WAIT(world -> world.deferred.addDeferringCallback(value -> world.other)),
    FIRE_OTHER(world -> world.other.callback(2)),
    FAIL_OTHER(world -> world.other.errback(new CancellationException())),
    CHAIN(world -> world.deferred.chainDeferred(world.other));

    private final Consumer<World> action;

    Step(Consumer<World> action) {
      this.action = action;
    }

    /** Does this, unless it is the wrong moment for it. */
    void in(World world) {
      Throwable refusal = catchThrowable(() -> action.accept(world));
      assertThat(refusal == null || refusal instanceof IllegalStateException).isTrue();
    }
  }

  /** All that can be seen. */
  record Seen(
      String text,
      DeferredState<Integer> state,
      DeferredState<Integer> other,
      List<Boolean> flags,
      List<String> history,
      List<String> ledger,
      int pauses,
      int ran) {}

  /** A Deferred, one that it may wait for, and the trial that watches them. */
  static final class World {
    private final Ledger ledger = new Ledger();
    private final Deferred<Integer> deferred;
    private final Deferred<Integer> other;
    private int ran;

    World(boolean watched) {
      Ledger.Binding binding = watched ? ledger.bind() : () -> {};
      deferred = new Deferred<>();
      other = new Deferred<>();
      binding.close();
    }

    Seen look() {
      return new Seen(
          deferred + " and " + other,
          deferred.state(),
          other.state(),
          List.of(deferred.isFired(), deferred.isUnhandled(), other.isUnhandled()),
          deferred.history().stream().map(Object::toString).toList(),
          ledger.snapshot().stream().map(Object::toString).toList(),
          deferred.pauseCount(),
          ran);
    }
  }
}
