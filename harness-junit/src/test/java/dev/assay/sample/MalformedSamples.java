// SPDX-License-Identifier: Apache-2.0
package dev.assay.sample;

import dev.assay.deferred.Deferred;
import dev.assay.junit.TimeLimit;
import dev.assay.junit.Trial;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Trials that cannot be run as they are declared. */
public final class MalformedSamples {
  private MalformedSamples() {}

  @SuppressWarnings("UnusedMethod")
  public static final class Methods {
    @Trial
    private void isPrivate() {}

    @Trial
    static void isStatic() {}

    @Trial
    int returnsANumber() {
      return 1;
    }

    @Trial
    Object returnsAnything() {
      return new Deferred<String>();
    }

    @Trial
    void asksForText(String text) {}

    @Trial
    @Test
    void isAJupiterTestToo() {}

    @Trial
    @TimeLimit(virtual = "soon")
    void endsSoon() {}

    @Trial
    void isFine() {}
  }

  public static final class BrokenTag {
    @Trial
    @Tag("not quick")
    @Tag("sound")
    void tagged() {}
  }

  /** Trials of an object without a name, which cannot be selected. */
  public static Class<?> withoutAName() {
    return new Abstract() {}.getClass();
  }

  abstract static class Twin {
    @SuppressWarnings("UnusedMethod")
    @Trial
    private void same() {}
  }

  public static final class Twins extends Twin {
    @Trial
    void same() {}
  }

  public static final class TwoConstructors {
    TwoConstructors() {}

    TwoConstructors(String text) {}

    @Trial
    void isLost() {}
  }

  public static final class StrangeConstructor {
    StrangeConstructor(int number) {}

    @Trial
    void isLost() {}
  }

  @SuppressWarnings("ClassCanBeStatic")
  public final class Inner {
    @Trial
    void isLost() {}
  }

  public static final class HasAnInnerClass {
    @Trial
    void isFine() {}

    @SuppressWarnings("ClassCanBeStatic")
    final class Forgotten {
      @Trial
      void isLost() {}
    }
  }

  public static sealed class Loop {
    @Trial
    void isFine() {}

    @Nested
    final class ExtendsWhatIsAround extends Loop {}
  }

  public static final class NestedAndStatic {
    @Nested
    static final class Within {
      @Trial
      void isLost() {}
    }
  }

  public static final class StaticFixture {
    @BeforeEach
    static void before() {}

    @Trial
    void isLost() {}
  }

  @SuppressWarnings("UnusedMethod")
  public static final class PrivateFixture {
    @AfterEach
    private void after() {}

    @Trial
    void isLost() {}
  }

  public static final class FixtureOfTheWholeClass {
    @BeforeAll
    void before() {}

    @Trial
    void isLost() {}

    @Nested
    final class Within {
      @Trial
      void isLostAsWell() {}
    }
  }

  /** A class that is there to be extended. */
  public abstract static class Abstract {
    @Trial
    void isForSubclasses() {}
  }

  public static final class Concrete extends Abstract {}

  public static final class NoTrials {
    static final int LENGTH = Integer.parseInt("is never initialised");

    @Test
    void isJupiters() {}
  }
}
