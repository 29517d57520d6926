// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.junit.run.JUnitVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.TestEngine;

final class JUnitVersionTest {
  private static final String TEXT =
      "trials need JUnit 5.14 (JUnit Platform 1.14) or later: this is JUnit Platform ";

  private final List<String> logged = new ArrayList<>();

  @Test
  void check_olderJUnit_saysAndLogsWhatToDo() {
    Logger logger = Logger.getLogger(TrialEngine.class.getName());
    Handler handler = handler();
    logger.addHandler(handler);
    logger.setUseParentHandlers(false);
    try {
      assertThatExceptionOfType(JUnitException.class)
          .isThrownBy(() -> TrialEngine.refuseOld(problem(ClassLoader.getPlatformClassLoader())))
          .withMessageStartingWith(TEXT)
          .withMessageEndingWith("; import a newer junit-bom");
    } finally {
      logger.removeHandler(handler);
      logger.setUseParentHandlers(true);
    }
    assertThat(logged).singleElement().asString().startsWith(TEXT);
  }

  @Test
  void check_thisJUnit_isNewEnough() {
    TrialEngine.refuseOld(problem(TestEngine.class.getClassLoader()));
  }

  @ParameterizedTest
  @CsvSource({
    "org.junit.platform.engine.OutputDirectoryCreator, Platform",
    "org.junit.jupiter.api.MediaType, Jupiter"
  })
  void check_onePartOlder_saysWhich(String missing, String part) {
    assertThat(problem(new Without(missing)))
        .startsWith(
            "trials need JUnit 5.14 (JUnit Platform 1.14) or later: this is JUnit " + part + " ");
  }

  private static @Nullable String problem(ClassLoader loader) {
    return JUnitVersion.problem(loader);
  }

  /** A loader that knows all classes but one. */
  private static final class Without extends ClassLoader {
    private final String missing;

    Without(String missing) {
      super(JUnitVersionTest.class.getClassLoader());
      this.missing = missing;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.equals(missing)) {
        throw new ClassNotFoundException(name);
      }
      return super.loadClass(name, resolve);
    }
  }

  private Handler handler() {
    return new Handler() {
      @Override
      public void publish(LogRecord message) {
        logged.add(message.getMessage());
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }
}
