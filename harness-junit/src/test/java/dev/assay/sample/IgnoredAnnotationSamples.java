// SPDX-License-Identifier: Apache-2.0
package dev.assay.sample;

import dev.assay.junit.Strict;
import dev.assay.junit.TimeLimit;
import dev.assay.junit.Trial;
import dev.assay.junit.jupiter.TrialExtension;
import dev.assay.trial.TrialContext;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Trials with annotations of Jupiter's that do not count for trials, and some that do. */
public final class IgnoredAnnotationSamples {
  private IgnoredAnnotationSamples() {}

  @Retention(RetentionPolicy.RUNTIME)
  @Timeout(1)
  @interface Quick {}

  @Retention(RetentionPolicy.RUNTIME)
  @Quick
  @Loop
  @interface Loop {}

  @TestClassOrder(ClassOrderer.ClassName.class)
  interface Contract {}

  @ExtendWith(TrialExtension.class)
  abstract static class Base implements Contract {
    @TempDir static @Nullable Path shared;
  }

  @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
  public static final class OnAll extends Base {
    @BeforeEach
    @Timeout(2)
    void before() {}

    @Trial
    @EnabledOnOs(OS.SOLARIS)
    void elsewhere() {}

    @Trial
    @Loop
    @Order(1)
    void quick() {}
  }

  @Timeout(1)
  abstract static class Parent {
    @TempDir static @Nullable Path shared;

    @AfterEach
    @Timeout(2)
    void after() {}

    @Trial
    @Timeout(3)
    void inherited() {}

    @Trial
    @Timeout(3)
    void inherited(TrialContext trial) {}
  }

  public static final class One extends Parent {}

  public static final class Other extends Parent {
    @TempDir static @Nullable Path shared;
  }

  @DisplayName("counted")
  @DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
  @Tag("one")
  @TimeLimit(virtual = "1s")
  @Isolated
  @ResourceLock("printer")
  @ResourceLock("paper")
  @Execution(ExecutionMode.SAME_THREAD)
  public static final class Counted {
    @BeforeAll
    static void beforeAll() {}

    @AfterAll
    static void afterAll() {}

    @BeforeEach
    void before() {}

    @AfterEach
    void after() {}

    @Trial
    @Disabled("on purpose")
    @Tag("two")
    @Tag("three")
    void disabled() {}

    @Nested
    final class Within {
      @Trial
      void test() {}
    }
  }

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  public static final class OneInstance {
    @Trial
    void test() {}
  }

  /** Settings of trials on what is none, though tests of Jupiter's are there as well. */
  public static final class OursOnFixtures {
    @BeforeAll
    @Strict
    static void beforeAll() {}

    @AfterEach
    @TimeLimit(virtual = "1s")
    void after() {}

    @Test
    void test() {}

    @Trial
    @TimeLimit(virtual = "1s")
    void trial() {}
  }

  @Timeout(1)
  public static final class Mixed {
    @TempDir static @Nullable Path shared;

    @Trial
    @Timeout(3)
    void trial() {}

    @Nested
    final class OfJupiter {
      @Test
      void test() {}
    }

    @Nested
    @TestClassOrder(ClassOrderer.ClassName.class)
    final class OfTrials {
      @Trial
      void trial() {}
    }
  }
}
