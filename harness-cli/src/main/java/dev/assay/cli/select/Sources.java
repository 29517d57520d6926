// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli.select;

import java.util.Optional;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;

/** The names of tests' places in code. */
final class Sources {
  private Sources() {}

  /** Returns {@code Class#method} or a class, in the form that the command reads. */
  static String name(TestSource source) {
    if (source instanceof MethodSource method) {
      return method.getClassName() + "#" + method.getMethodName();
    }
    return className(source).orElseGet(source::toString);
  }

  static Optional<String> className(TestSource source) {
    if (source instanceof MethodSource method) {
      return Optional.of(method.getClassName());
    }
    return source instanceof ClassSource type ? Optional.of(type.getClassName()) : Optional.empty();
  }

  static String packageOf(String className) {
    int dot = className.lastIndexOf('.');
    return dot < 0 ? "(no package)" : className.substring(0, dot);
  }
}
