// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
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
          .isThrownBy(() -> JUnitVersion.check(ClassLoader.getPlatformClassLoader()))
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
    JUnitVersion.check(TestEngine.class.getClassLoader());
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
