// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.log;

/** A logging system other than the JDK's, whose errors an appender of its root logger collects. */
interface LogSource {
  /** Adds the appender to the root logger; does nothing if it is already attached. */
  void attach();

  /** Removes the appender from the root logger. */
  void detach();

  /**
   * Returns whether a library is present, by one of its types. A library on the class path is then
   * usable even if this module is on the module path.
   */
  static boolean isPresent(String type) {
    try {
      Class<?> found = Class.forName(type, false, LogSource.class.getClassLoader());
      LogSource.class.getModule().addReads(found.getModule());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
