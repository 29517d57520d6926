// SPDX-License-Identifier: Apache-2.0
package dev.assay.sample;

import dev.assay.junit.Trial;
import dev.assay.junit.jupiter.TrialExtension;
import dev.assay.junit.jupiter.TrialTest;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trials that another engine runs as well; each fails if its body is run. */
public final class TwiceSamples {
  private TwiceSamples() {}

  @Retention(RetentionPolicy.RUNTIME)
  @Test
  @interface OwnTest {}

  @Retention(RetentionPolicy.RUNTIME)
  @Trial
  @TrialTest
  @interface Both {}

  private static void run() {
    throw new IllegalStateException("run");
  }

  @ExtendWith(TrialExtension.class)
  public static final class OfJupiter {
    @Trial
    @Test
    void test() {
      run();
    }

    @Trial
    @OwnTest
    void ownTest() {
      run();
    }

    @Trial
    @TrialTest
    void trialTest() {
      run();
    }

    @Both
    void both() {
      run();
    }

    @Trial
    @RepeatedTest(2)
    void repeated() {
      run();
    }

    @Trial
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void parameterized(int number) {
      run();
    }

    @Trial
    @TestFactory
    List<DynamicTest> factory() {
      run();
      return List.of();
    }
  }

  /** It asks for no extension: one that Jupiter finds by itself refuses it. */
  public static final class Detected {
    @Trial
    @Test
    void test() {
      run();
    }
  }

  public static final class OfJqwik {
    @Trial
    @Property
    void property(@ForAll int number) {
      run();
    }

    @Trial
    @Example
    void example() {
      run();
    }
  }
}
