// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli.select;

import java.lang.reflect.Method;
import java.util.List;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;

/**
 * The classes and methods that one name selects.
 *
 * @param name the name as it was written
 * @param parts classes, or methods of one class
 * @since 0.1
 */
public record NamedSelection(String name, List<Part> parts) {

  /**
   * A class, or one method of it.
   *
   * @since 0.1
   */
  public sealed interface Part {
    /** Returns the binary name of the class. */
    String className();

    /** Returns the selector that engines understand. */
    DiscoverySelector selector();

    /** Returns whether a test from a source is selected. */
    boolean holds(TestSource source);
  }

  /**
   * A class with all its tests.
   *
   * @since 0.1
   */
  public record WholeClass(String className, Class<?> type) implements Part {
    @Override
    public DiscoverySelector selector() {
      return DiscoverySelectors.selectClass(type);
    }

    @Override
    public boolean holds(TestSource source) {
      return Sources.className(source)
          .filter(name -> name.equals(className) || name.startsWith(className + "$"))
          .isPresent();
    }
  }

  /**
   * A method of a class, declared there or inherited.
   *
   * @since 0.1
   */
  public record OneMethod(String className, Class<?> type, Method method) implements Part {
    @Override
    public DiscoverySelector selector() {
      return DiscoverySelectors.selectMethod(type, method);
    }

    @Override
    public boolean holds(TestSource source) {
      return source instanceof MethodSource found
          && found.getMethodName().equals(method.getName())
          && List.of(className, method.getDeclaringClass().getName())
              .contains(found.getClassName());
    }
  }
}
