// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestEngine;

/** The check of the JUnit version, which may be too old for the command. */
final class JUnitVersionCheck {
  /** Classes and methods that the platform and its launcher have since 6.0. */
  private static final String[] NEEDED = {
    "org.junit.platform.engine.CancellationToken",
    "org.junit.platform.launcher.core.LauncherExecutionRequestBuilder"
  };

  private JUnitVersionCheck() {}

  /** Returns a message if the JUnit of a class loader is too old, or null. */
  static @Nullable String problem(@Nullable ClassLoader loader) {
    for (String needed : NEEDED) {
      try {
        Class.forName(needed, false, loader);
      } catch (ClassNotFoundException | LinkageError isNotThere) {
        return "this command needs JUnit 6.0 or later: this is JUnit Platform "
            + version()
            + "; import a newer junit-bom, or run the tests with your build tool";
      }
    }
    return null;
  }

  private static String version() {
    try {
      return String.valueOf(TestEngine.class.getPackage().getImplementationVersion());
    } catch (LinkageError isNotThere) {
      return "of an unknown version";
    }
  }
}
