// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine.declared;

import dev.assay.junit.Trial;
import dev.assay.junit.run.Elements;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.ResourceLockTarget;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;
import org.junit.jupiter.api.parallel.ResourceLocksProvider.Lock;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.support.hierarchical.ExclusiveResource;
import org.junit.platform.engine.support.hierarchical.ExclusiveResource.LockMode;

/**
 * The locks of resources in a parallel run, by Jupiter's {@code @ResourceLock}, and
 * {@code @Isolated}, which is built on it.
 *
 * @since 0.1
 */
public final class Locks {
  private Locks() {}

  /** Returns the locks of a class, which are held while it and everything in it runs. */
  public static Set<ExclusiveResource> of(TestClass testClass) {
    TestClass outer = testClass.outer();
    List<Class<?>> around = around(testClass);
    return all(
        outer,
        testClass.locks(),
        provider ->
            outer == null
                ? provider.provideForClass(testClass.type())
                : provider.provideForNestedClass(around, testClass.type()));
  }

  /** Returns the locks of a trial. */
  public static Set<ExclusiveResource> of(TestClass testClass, Method trial) {
    List<ResourceLock> own = Elements.hasOnly(trial, Trial.class) ? List.of() : find(trial);
    if (own.isEmpty() && testClass.chain().stream().allMatch(some -> some.locks().isEmpty())) {
      return Set.of();
    }
    List<Class<?>> around = around(testClass);
    return all(
        testClass, own, provider -> provider.provideForMethod(around, testClass.type(), trial));
  }

  /** Returns the enclosing classes, outermost first. */
  private static List<Class<?>> around(TestClass testClass) {
    List<TestClass> chain = testClass.chain();
    return chain.subList(0, chain.size() - 1).stream().<Class<?>>map(TestClass::type).toList();
  }

  /** Returns the locks that a class or a method declares itself. */
  static List<ResourceLock> find(AnnotatedElement element) {
    return AnnotationSupport.findRepeatableAnnotations(element, ResourceLock.class);
  }

  private static Set<ExclusiveResource> all(
      @Nullable TestClass parent,
      List<ResourceLock> own,
      Function<ResourceLocksProvider, Set<Lock>> provided) {
    Set<ExclusiveResource> all = new LinkedHashSet<>();
    named(own, ResourceLockTarget.SELF).forEach(all::add);
    provided(own, provided).forEach(all::add);
    if (parent != null) {
      named(parent.locks(), ResourceLockTarget.CHILDREN).forEach(all::add);
    }
    for (TestClass some = parent; some != null; some = some.outer()) {
      provided(some.locks(), provided).forEach(all::add);
    }
    return all;
  }

  private static Stream<ExclusiveResource> named(
      List<ResourceLock> locks, ResourceLockTarget target) {
    return locks.stream()
        .filter(lock -> !lock.value().isBlank() && lock.target() == target)
        .map(lock -> resource(lock.value(), lock.mode()));
  }

  private static Stream<ExclusiveResource> provided(
      List<ResourceLock> locks, Function<ResourceLocksProvider, Set<Lock>> provided) {
    return locks.stream()
        .flatMap(lock -> Stream.of(lock.providers()))
        .map(provider -> ReflectionSupport.newInstance(provider))
        .flatMap(provider -> provided.apply(provider).stream())
        .map(lock -> resource(lock.getKey(), lock.getAccessMode()));
  }

  private static ExclusiveResource resource(String key, ResourceAccessMode mode) {
    return new ExclusiveResource(
        key, mode == ResourceAccessMode.READ ? LockMode.READ : LockMode.READ_WRITE);
  }
}
