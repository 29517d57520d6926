// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli.option;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.junit.platform.launcher.Launcher;

/**
 * The text of {@code --help} and {@code --version}.
 *
 * @since 0.1
 */
public final class Help {
  /** The text of {@code --help}. */
  public static final String TEXT =
      """
      usage: trial [options] [names]

      Runs the named tests, with every test engine on the class path.

      A name is a package (with the packages below it), a class, or Class#method. The
      package of a class may be omitted if no other class has the same simple name.
      Without a name, all tests in folders of the class path run. A nested class runs
      with its enclosing class if its engine says so (@Nested), or if it is named.

        -x, --exit-first       stop at the first failure; count the rest as notRun
        -u, --until-failure    repeat the run until something fails
        -z, --random           shuffle with a random seed, and print the seed
        -zSEED, --random=SEED  shuffle with this seed: the same order each time
            --list             list the tests without running them
            --color WHEN       auto (the default), always or never
            --scan FOLDER      look for tests only in this folder of the class path
        -h, --help             print this help
            --version          print the versions of the command, JUnit and Java

      With -x and -z each class is run separately. -x stops within a class if the
      engine can be stopped: trial and Jupiter can, jqwik cannot. -z shuffles the
      classes of all engines, and within a class the methods and nested classes of
      trial and of Jupiter, unless an annotation of Jupiter sets their order; those
      of other engines keep their order.

      exit codes: 0 passed, 1 failed, 2 no tests, 3 broken engine or run, 4 usage
      """;

  private Help() {}

  /** Returns the text of {@code --version}. */
  public static String version() {
    String platform = Launcher.class.getPackage().getImplementationVersion();
    return "trial "
        + ownVersion()
        + (platform == null ? "" : ", JUnit Platform " + platform)
        + ", Java "
        + Runtime.version();
  }

  /** Returns the version from the jar's manifest. Classes in a folder have none. */
  private static String ownVersion() {
    try (InputStream in =
        Help.class.getResourceAsStream("/META-INF/maven/dev.assay/harness-cli/pom.properties")) {
      if (in == null) {
        return "(development)";
      }
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version", "(unknown)");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
