// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.assay.deferred.Deferred;
import dev.assay.fake.VirtualClock;
import dev.assay.junit.AllowPending;
import dev.assay.junit.Lenient;
import dev.assay.junit.Strict;
import dev.assay.junit.TimeLimit;
import dev.assay.junit.Todo;
import dev.assay.junit.jupiter.TrialExtension;
import dev.assay.junit.jupiter.TrialTest;
import dev.assay.pending.PendingKind;
import dev.assay.trial.TrialContext;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

final class SettingsTest {
  @Test
  void annotationsOfTheMethod_count() {
    Ran ran = Ran.of(OfMethods.class);

    assertThat(ran.tests())
        .containsOnly(
            entry("allowed(VirtualClock)", "passed"),
            entry("failsAsExpected()", "aborted: todo: later"),
            entry("failsOtherwise()", "mine"),
            entry("lenient(VirtualClock)", "passed"),
            entry("limited(VirtualClock, TrialContext)", "A-TIME-LIMIT"),
            entry("normal()", "passed"),
            entry("passesUnexpectedly()", "A-UNEXPECTED-SUCCESS"),
            entry("strict()", "A-PENDING-DEFERRED"));
    assertThat(ran.failureOf("failsAsExpected()")).hasRootCauseMessage("mine");
    assertThat(ran.reported())
        .filteredOn(entry -> entry.startsWith("trial.overlooked="))
        .singleElement()
        .asString()
        .startsWith("trial.overlooked=A-PENDING-CALL: 1 call is still armed");
  }

  @Test
  void annotationsOfTheClassAndThoseAroundIt_count() {
    assertThat(Ran.of(OfClass.class).tests())
        .containsOnly(
            entry("allowedByTheClass(VirtualClock)", "passed"),
            entry("allowedByTheOuterClass(VirtualClock)", "passed"),
            entry("strictHere()", "A-PENDING-DEFERRED"));
  }

  @Test
  void configurationParameter_counts_andABadOneFails() {
    assertThat(strictness("strict")).containsEntry("normal()", "A-PENDING-DEFERRED");
    assertThat(strictness("stern"))
        .containsEntry("normal()", "trial.strictness must be lenient, normal or strict: stern");
  }

  private static Map<String, String> strictness(String value) {
    return Ran.of(OfMethods.class, kit -> kit.configurationParameter("trial.strictness", value))
        .tests();
  }

  @Test
  void storesThatDoNotClose_failInsteadOfPassingUnjudged() {
    String parameter = "junit.jupiter.extensions.store.close.autocloseable.enabled";

    Ran ran = Ran.of(OfMethods.class, kit -> kit.configurationParameter(parameter, "false"));

    assertThat(ran.tests())
        .containsEntry("normal()", parameter + " must be true for a trial to be judged: false");
  }

  static final class OfMethods {
    @TrialTest
    void normal() {
      new Deferred<String>();
    }

    @TrialTest
    @Strict
    void strict() {
      new Deferred<String>();
    }

    @TrialTest
    @Lenient
    void lenient(VirtualClock clock) {
      arm(clock);
    }

    @TrialTest
    @AllowPending(PendingKind.DELAYED_CALL)
    void allowed(VirtualClock clock) {
      arm(clock);
    }

    @TrialTest
    @TimeLimit(virtual = "500ms")
    void limited(VirtualClock clock, TrialContext trial) throws Throwable {
      Deferred<String> late = new Deferred<>();
      clock.callLater(Duration.ofSeconds(1), () -> late.callback("late"));
      trial.addCleanup(() -> clock.advance(Duration.ofSeconds(1)));
      trial.await(late);
    }

    @TrialTest
    @Todo("later")
    void failsAsExpected() {
      throw new IllegalStateException("mine");
    }

    @TrialTest
    @Todo(value = "later", errors = IllegalArgumentException.class)
    void failsOtherwise() {
      throw new IllegalStateException("mine");
    }

    @TrialTest
    @Todo("later")
    void passesUnexpectedly() {}
  }

  @ExtendWith(TrialExtension.class)
  @AllowPending(PendingKind.DELAYED_CALL)
  static final class OfClass {
    @Test
    void allowedByTheClass(VirtualClock clock) {
      arm(clock);
    }

    @Nested
    @Strict
    final class Inner {
      @Test
      void allowedByTheOuterClass(VirtualClock clock) {
        arm(clock);
      }

      @Test
      void strictHere() {
        new Deferred<String>();
      }
    }
  }

  private static void arm(VirtualClock clock) {
    clock.callLater(Duration.ofSeconds(1), () -> {});
  }
}
