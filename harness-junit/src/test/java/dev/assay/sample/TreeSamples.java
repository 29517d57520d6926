// SPDX-License-Identifier: Apache-2.0
package dev.assay.sample;

import dev.assay.fake.FakeReactor;
import dev.assay.fake.VirtualClock;
import dev.assay.junit.Trial;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** Classes of all the shapes that a tree of trials can have. */
public final class TreeSamples {
  private TreeSamples() {}

  /** A mark made of the mark. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.METHOD)
  @Trial
  @Tag("quick")
  public @interface QuickTrial {}

  @Tag("all")
  public abstract static class Base {
    @Trial
    void zuluInBase() {}

    @Trial
    void alphaInBase() {}

    @Nested
    final class InBase {
      @Trial
      void test() {}
    }
  }

  public interface Contract {
    @Trial
    default void isKept() {}
  }

  @DisplayName("a tree")
  public static final class Tree extends Base implements Contract {
    @Trial
    void zulu() {}

    @QuickTrial
    @DisplayName("the first of the Greeks")
    void alpha() {}

    @Trial
    void overloaded(VirtualClock clock) {}

    @Trial
    void overloaded(VirtualClock clock, FakeReactor reactor) {}

    @Nested
    @Tag("nested")
    final class Yankee {
      @Trial
      void test() {}

      @Nested
      final class Deeper {
        @Trial
        void test() {}
      }

      @Nested
      final class Empty {}
    }

    @Nested
    final class Bravo {
      @Trial
      void test() {}
    }
  }

  /** A class all of whose trials are nested. */
  public static final class OnlyNested {
    @Nested
    final class Within {
      @Trial
      void test() {}
    }
  }
}
