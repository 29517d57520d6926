// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.run;

import org.jspecify.annotations.Nullable;

/**
 * The version of JUnit in a run, which may be older than trials require.
 *
 * @since 0.1
 */
public final class JUnitVersion {
  private static final Part[] PARTS = {
    new Part(
        "Platform",
        "org.junit.platform.engine.TestEngine",
        "org.junit.platform.engine.OutputDirectoryCreator"),
    new Part("Jupiter", "org.junit.jupiter.api.Test", "org.junit.jupiter.api.MediaType")
  };

  private JUnitVersion() {}

  /** Returns the problem if a class loader has too old a version of JUnit, or null. */
  public static @Nullable String problem(@Nullable ClassLoader loader) {
    for (Part part : PARTS) {
      if (find(part.since514(), loader) == null) {
        return "trials need JUnit 5.14 (JUnit Platform 1.14) or later: this is JUnit %s %s; %s"
            .formatted(part.name(), part.version(loader), "import a newer junit-bom");
      }
    }
    return null;
  }

  private static @Nullable Class<?> find(String name, @Nullable ClassLoader loader) {
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException | LinkageError isNotThere) {
      return null;
    }
  }

  /**
   * A part of JUnit.
   *
   * @param old a class that it has always had
   * @param since514 a class that it has since JUnit 5.14
   */
  private record Part(String name, String old, String since514) {
    @Nullable String version(@Nullable ClassLoader loader) {
      Class<?> some = find(old, loader);
      return some == null ? null : some.getPackage().getImplementationVersion();
    }
  }
}
