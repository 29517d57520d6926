// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.jqwik.TrialProperties;
import dev.assay.junit.TimeLimit;
import dev.assay.junit.Trial;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Properties that are declared so that they cannot be judged fail, and are not tried. */
@SuppressWarnings("DoNotCallSuggester") // no engine may call them
final class RefusedPropertiesTest {
  @Test
  void propertyThatTheEngineRunsAsWell_isRefused() {
    assertThat(PropertyRun.of(Twice.class, "property").error())
        .hasMessageStartingWith(
            "A-NOT-A-TRIAL: the trial property is also a @Property, so that it would run twice");
  }

  @Test
  void limitOfTheClass_thatCannotBeRead_isRefused() {
    assertThat(PropertyRun.of(Limited.class, "property").error())
        .hasMessageStartingWith(
            "A-NOT-A-TRIAL: the class Limited has a @TimeLimit that cannot be one: virtual must");
  }

  @Test
  void limitOfAnExample_thatCannotBe_isRefused() {
    assertThat(PropertyRun.of(Examples.class, "example").error())
        .hasMessageStartingWith("A-NOT-A-TRIAL: the method example has a @TimeLimit");
  }

  @TrialProperties
  static final class Twice {
    @Trial
    @Property
    void property(@ForAll int number) {
      throw new IllegalStateException("run");
    }
  }

  @TrialProperties
  @TimeLimit(virtual = "soon")
  static final class Limited {
    @Property
    void property(@ForAll int number) {
      throw new IllegalStateException("run");
    }
  }

  @TrialProperties
  static final class Examples {
    @Example
    @TimeLimit(real = "0s")
    void example() {
      throw new IllegalStateException("run");
    }
  }
}
