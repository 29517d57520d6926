// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.TestEngine;

/** The version of JUnit that a run has, which may be older than the engine can do with. */
final class JUnitVersion {
  private static final String NEEDED =
      "org.junit.platform.engine.support.discovery.DiscoveryIssueReporter";

  private JUnitVersion() {}

  /**
   * Throws if a class loader has too old a JUnit. The reason is logged as well, because launchers
   * of that age say of an engine that throws no more than its name.
   */
  static void check(@Nullable ClassLoader loader) {
    try {
      Class.forName(NEEDED, false, loader);
    } catch (ClassNotFoundException tooOld) {
      String text =
          "trials need JUnit 5.14 (JUnit Platform 1.14) or later: this is JUnit Platform "
              + TestEngine.class.getPackage().getImplementationVersion()
              + "; import a newer junit-bom";
      System.getLogger(TrialEngine.class.getName()).log(Level.ERROR, text);
      throw new JUnitException(text, tooOld);
    }
  }
}
