// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Deferreds;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.VirtualClock;
import dev.assay.junit.Strict;
import dev.assay.junit.TimeLimit;
import dev.assay.junit.Trial;
import dev.assay.time.DelayedCall;
import dev.assay.trial.TrialContext;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Correct trials that are declared in less usual ways. */
@TimeLimit(virtual = "1h", real = "1m30s", blocking = "20s")
abstract class CorrectDeclarations implements Declared {
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** How many trials use the one thing that only one may use at a time. */
  private static final AtomicInteger USERS = new AtomicInteger();

  private @Nullable DelayedCall armed;

  @Retention(RetentionPolicy.RUNTIME)
  @Trial
  @TimeLimit(virtual = "2s")
  @interface QuickTrial {}

  @BeforeEach
  void arm(VirtualClock clock) {
    armed = clock.callLater(Duration.ofDays(1), () -> {});
  }

  @AfterEach
  void cancel() {
    if (armed != null) {
      armed.cancel();
    }
  }

  @Trial
  @TimeLimit(virtual = "9223372036854775807s")
  Deferred<?> limit_asLongAsCanBe(VirtualClock clock) {
    return Deferreds.deferLater(clock, SECOND);
  }

  @Trial
  @TimeLimit(virtual = " 1 m 30 s ")
  Deferred<?> limit_withBlanks(VirtualClock clock) {
    return Deferreds.deferLater(clock, SECOND);
  }

  @QuickTrial
  Deferred<?> annotation_ofTheProject(VirtualClock clock) {
    return Deferreds.deferLater(clock, SECOND);
  }

  @Trial
  @ResourceLock("the users")
  void lock_isHeldAlone() {
    use();
  }

  @Trial
  @ResourceLock("the users")
  @ResourceLock(value = "what all may read", mode = ResourceAccessMode.READ)
  void locks_areHeldTogether() {
    use();
  }

  @Trial
  @ResourceLock(value = "what all may read", mode = ResourceAccessMode.READ)
  void lock_isShared(VirtualClock clock) {
    clock.advance(SECOND);
  }

  @SuppressWarnings("ThreadPriorityCheck") // gives other threads a chance to break the rule
  private static void use() {
    assertThat(USERS.incrementAndGet()).isEqualTo(1);
    Thread.yield();
    assertThat(USERS.decrementAndGet()).isEqualTo(0);
  }

  @Trial
  @Execution(ExecutionMode.SAME_THREAD)
  void mode_isTheTrialsOwn(VirtualClock clock) {
    clock.advance(SECOND);
  }

  @Override
  @Trial
  public void trial_thatIsOverridden(VirtualClock clock) {
    clock.advance(SECOND);
  }

  @Trial
  <T extends VirtualClock> void trial_withATypeParameter(T clock) {
    clock.advance(SECOND);
  }

  @Trial
  void overloaded() {}

  @Trial
  void overloaded(VirtualClock clock) {
    clock.advance(SECOND);
  }

  /** Nothing else is there. */
  static final class InCorrectDeclarationsAlone extends CorrectDeclarations {}

  /** Nothing at all may be left behind. */
  @Strict
  static final class InCorrectDeclarationsStrict extends CorrectDeclarations {}

  /** Time has passed before, and passes after. */
  static final class InCorrectDeclarationsWithFixtures extends CorrectDeclarations
      implements Surroundings.Seconds {}

  /** The reactor comes from the constructor, and there is something to clean up. */
  static final class InCorrectDeclarationsWithConstructor extends CorrectDeclarations {
    InCorrectDeclarationsWithConstructor(FakeReactor reactor, TrialContext trial) {
      Surroundings.armAndCleanUp(reactor, trial);
    }
  }
}

/** Trials that come from an interface. */
interface Declared {
  @Trial
  default void trial_ofAnInterface(VirtualClock clock) {
    clock.advance(Duration.ofSeconds(1));
  }

  @Trial
  default void trial_thatIsOverridden(VirtualClock clock) {
    throw new IllegalStateException("overridden");
  }
}
