// SPDX-License-Identifier: Apache-2.0
package dev.assay.sample;

import dev.assay.junit.Lenient;
import dev.assay.junit.Strict;
import dev.assay.junit.TimeLimit;
import dev.assay.junit.Trial;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** Trials whose settings cannot be read, wherever they are written. */
@SuppressWarnings("DoNotCallSuggester") // no engine may call them
public final class LimitSamples {
  private LimitSamples() {}

  @TimeLimit(virtual = "soon")
  public static final class OnClass {
    @BeforeAll
    static void isNotRun() {
      throw new AssertionError("run");
    }

    @Trial
    void isLost() {}

    @Trial
    void isLostToo() {}
  }

  @TimeLimit(virtual = "-5s")
  public static final class Around {
    @Nested
    final class Within {
      @Trial
      void isLost() {}
    }
  }

  @TimeLimit(real = "0s")
  abstract static class Base {
    @Trial
    void isLost() {}
  }

  public static final class OnSuperclass extends Base {}

  @TimeLimit(blocking = "99999999999999999999h")
  interface Contract {
    @Trial
    default void isLost() {}
  }

  public static final class OnInterface implements Contract {}

  @Retention(RetentionPolicy.RUNTIME)
  @TimeLimit(real = " ")
  @interface Quick {}

  @Quick
  public static final class OnAnnotation {
    @Trial
    void isLost() {}
  }

  @Strict
  @Lenient
  public static final class StrictAndLenient {
    @Trial
    void isLost() {}
  }

  public static final class OnMethod {
    @Trial
    @TimeLimit(virtual = "0ms")
    void isLost() {}

    @Trial
    void isFine() {}
  }

  /** A limit that the trial itself replaces is written on its class all the same. */
  @TimeLimit(virtual = "soon")
  public static final class Replaced {
    @Trial
    @TimeLimit(virtual = "1s")
    void isLost() {}
  }

  @TimeLimit(virtual = "9223372036854775807s", real = "9223372036854775807ms")
  public static final class Longest {
    @Trial
    void isFine() {}
  }
}
