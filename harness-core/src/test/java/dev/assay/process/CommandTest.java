// SPDX-License-Identifier: Apache-2.0
package dev.assay.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CommandTest {
  @Test
  void of_words_areKeptAsTheyAre() {
    Command command = Command.of("echo", "two words", "$HOME");

    assertThat(command.words()).containsExactly("echo", "two words", "$HOME");
    assertThat(command.program()).isEqualTo("echo");
    assertThat(command).hasToString("echo two words $HOME");
  }

  @Test
  void with_aDirectoryAndVariables_leavesTheOriginal() {
    Command command = Command.of("make");
    Command changed =
        command.withDirectory(Path.of("work")).withVariable("A", "1").withVariable("B", "2");

    assertThat(changed.directory()).isEqualTo(Path.of("work"));
    assertThat(changed.environment()).hasToString("{A=1, B=2}");
    assertThat(command).isEqualTo(new Command(List.of("make"), null, new LinkedHashMap<>()));
  }

  @Test
  void noWords_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Command(List.of(), null, new LinkedHashMap<>()))
        .withMessage("words must not be empty: []");
  }
}
