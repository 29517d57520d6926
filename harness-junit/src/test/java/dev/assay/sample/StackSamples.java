// SPDX-License-Identifier: Apache-2.0
package dev.assay.sample;

import dev.assay.deferred.Deferred;
import dev.assay.fake.FakeReactor;
import dev.assay.junit.Trial;
import dev.assay.junit.jupiter.TrialExtension;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Trials and tests that fail under frames of the harness, alike for both engines. */
@SuppressWarnings({"StaticAssignmentOfThrowable", "DoNotCallSuggester"}) // as users do
public final class StackSamples {
  private static final IllegalStateException SHARED = new IllegalStateException("shared");

  private StackSamples() {}

  private static Deferred<?> late(FakeReactor reactor) {
    Deferred<String> later = new Deferred<>();
    reactor.callLater(Duration.ofSeconds(1), () -> later.callback("late"));
    return later.addCallback(StackSamples::wrap);
  }

  private static String wrap(String text) {
    try {
      throw new IllegalStateException(text);
    } catch (IllegalStateException e) {
      IllegalArgumentException wrapped = new IllegalArgumentException("wrapped", e);
      wrapped.addSuppressed(new IllegalStateException("suppressed"));
      throw wrapped;
    }
  }

  public static final class Trials {
    @Trial
    Deferred<?> failsInACallback(FakeReactor reactor) {
      return late(reactor);
    }

    @Trial
    void one() {
      throw SHARED;
    }

    @Trial
    void two() {
      throw SHARED;
    }
  }

  @ExtendWith(TrialExtension.class)
  public static final class Tests {
    @Test
    void failsInACallback(FakeReactor reactor) {
      new Deferred<String>().addCallback(StackSamples::wrap).callback("now");
    }

    @TestFactory
    List<DynamicTest> tests() {
      return List.of(DynamicTest.dynamicTest("dynamic", () -> wrap("now")));
    }

    @Test
    void failsAtOnce() {
      wrap("now");
    }
  }
}
