// SPDX-License-Identifier: Apache-2.0
package dev.assay.sample;

import dev.assay.junit.Trial;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.ResourceLockTarget;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;
import org.junit.jupiter.api.parallel.Resources;

/** Trials that say what may not be run beside them. */
public final class LockSamples {
  private LockSamples() {}

  public static final class ByMethod {
    @Trial
    @ResourceLock("printer")
    void one() {}

    @Trial
    @ResourceLock(value = "printer", mode = ResourceAccessMode.READ)
    @ResourceLock(Resources.SYSTEM_OUT)
    void repeated() {}

    @Trial
    void none() {}
  }

  @Isolated
  public static final class Alone {
    @Trial
    void trial() {}
  }

  @ResourceLock("printer")
  abstract static class Base {}

  @ResourceLock(value = "paper", target = ResourceLockTarget.CHILDREN)
  public static final class ByClass extends Base {
    @Trial
    void trial() {}

    @Nested
    final class Within {
      @Trial
      void within() {}
    }
  }

  @Retention(RetentionPolicy.RUNTIME)
  @ResourceLock("own")
  @interface Own {}

  @Own
  public static final class ByAnnotation {
    @Trial
    @Own
    void trial() {}
  }

  public static final class Provider implements ResourceLocksProvider {
    @Override
    public Set<Lock> provideForClass(Class<?> testClass) {
      return Set.of(new Lock("class " + testClass.getSimpleName()));
    }

    @Override
    public Set<Lock> provideForNestedClass(List<Class<?>> around, Class<?> testClass) {
      return Set.of(new Lock("nested " + testClass.getSimpleName() + " in " + around.size()));
    }

    @Override
    public Set<Lock> provideForMethod(List<Class<?>> around, Class<?> testClass, Method method) {
      return Set.of(
          new Lock("method " + method.getName() + " in " + around.size(), ResourceAccessMode.READ));
    }
  }

  @ResourceLock(providers = Provider.class)
  public static final class Provided {
    @Trial
    void trial() {}

    @Nested
    final class Within {
      @Trial
      void within() {}
    }
  }

  @Execution(ExecutionMode.SAME_THREAD)
  public static sealed class Modes {
    @Trial
    void inherited() {}

    @Trial
    @Execution(ExecutionMode.CONCURRENT)
    void own() {}

    @Nested
    final class Within {
      @Trial
      void within() {}
    }
  }

  public static final class InheritedModes extends Modes {
    @Trial
    void further() {}
  }

  /** Trials that find out whether one of them is run beside another. */
  public static final class Exclusive {
    public static final AtomicInteger RUNNING = new AtomicInteger();
    public static final AtomicInteger MOST = new AtomicInteger();

    @Trial
    @ResourceLock("counter")
    void one() {
      count();
    }

    @Trial
    @ResourceLock("counter")
    void two() {
      count();
    }

    @Trial
    @ResourceLock("counter")
    void three() {
      count();
    }

    @SuppressWarnings("ThreadPriorityCheck") // gives other threads a chance to break the rule
    private static void count() {
      MOST.accumulateAndGet(RUNNING.incrementAndGet(), Math::max);
      for (int i = 0; i < 1_000; i++) {
        Thread.yield();
      }
      RUNNING.decrementAndGet();
    }
  }
}
