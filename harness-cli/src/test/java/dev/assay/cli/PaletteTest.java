// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PaletteTest {
  private static final String PASSES =
      """
      package com.acme;
      class GoodTest { @org.junit.jupiter.api.Test void passes() {} }
      """;

  @TempDir private Path folder;
  private Project project;

  @BeforeEach
  void compile() {
    project = Project.of(folder, PASSES);
  }

  @Test
  void auto_noTerminal_isPlain() {
    assertThat(isColoured()).isFalse();
  }

  @Test
  void auto_terminal_isColoured() {
    project.onTerminal();
    assertThat(isColoured()).isTrue();
    assertThat(isColoured("--color=never")).isFalse();
  }

  @Test
  void auto_dumbTerminal_isPlain() {
    project.onTerminal().withVariable("TERM", "dumb");
    assertThat(isColoured()).isFalse();
  }

  @Test
  void auto_forced_isColouredUnlessZero() {
    project.withVariable("CLICOLOR_FORCE", "0");
    assertThat(isColoured()).isFalse();
    project.withVariable("CLICOLOR_FORCE", "1");
    assertThat(isColoured()).isTrue();
  }

  @Test
  void noColor_winsOverAllButTheOption() {
    project.onTerminal().withVariable("CLICOLOR_FORCE", "1").withVariable("NO_COLOR", "1");
    assertThat(isColoured()).isFalse();
    assertThat(isColoured("--color=auto")).isFalse();
    assertThat(isColoured("--color=always")).isTrue();
  }

  @Test
  void noColor_empty_meansNothing() {
    project.onTerminal().withVariable("NO_COLOR", "");
    assertThat(isColoured()).isTrue();
  }

  private boolean isColoured(String... arguments) {
    return project.run(arguments).out().contains("\u001b[");
  }
}
