// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JUnitVersionCheckTest {
  @Test
  void problem_thisJUnit_isNone() {
    assertThat(JUnitVersionCheck.problem(JUnitVersionCheck.class.getClassLoader())).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.junit.platform.engine.CancellationToken",
        "org.junit.platform.launcher.core.LauncherExecutionRequestBuilder"
      })
  void problem_olderJUnit_saysWhatToDo(String missing) {
    assertThat(JUnitVersionCheck.problem(new Without(missing)))
        .startsWith("this command needs JUnit 6.0 or later: this is JUnit Platform ")
        .endsWith("; import a newer junit-bom, or run the tests with your build tool");
  }

  /** A loader that knows all classes but one. */
  private static final class Without extends ClassLoader {
    private final String missing;

    Without(String missing) {
      super(JUnitVersionCheckTest.class.getClassLoader());
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
}
