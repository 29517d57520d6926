// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ArgumentParserTest {
  @TempDir private Path folder;

  @Test
  void parse_nothing_runsAll() {
    assertThat(ArgumentParser.parse(List.of()))
        .isEqualTo(
            new Options(
                Options.Action.RUN,
                false,
                false,
                false,
                OptionalLong.empty(),
                Options.ColorWhen.AUTO,
                List.of(),
                List.of()));
  }

  @Test
  void parse_everything_isTaken() {
    assertThat(
            parse("-x", "a.B", "-u", "-z5", "--color", "never", "--scan", folder.toString(), "c"))
        .isEqualTo(
            new Options(
                Options.Action.RUN,
                true,
                true,
                true,
                OptionalLong.of(5),
                Options.ColorWhen.NEVER,
                List.of(folder),
                List.of("a.B", "c")));
  }

  @Test
  void parse_longOptions_areTheShortOnes() {
    assertThat(parse("--exit-first", "--until-failure", "--random=-7", "--color=always"))
        .isEqualTo(parse("-x", "-u", "-z-7", "--color", "always"));
  }

  @Test
  void parse_randomWithoutSeed_hasNone() {
    assertThat(parse("-z").shuffle()).isTrue();
    assertThat(parse("--random").seed()).isEmpty();
  }

  @Test
  void parse_afterTwoDashes_areNames() {
    assertThat(parse("--", "-x").names()).containsExactly("-x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --lsit | there is no option --lsit; did you mean --list?
          -q | there is no option -q
          -xu | there is no option -xu
          -zfoo | a seed must be a whole number: foo
          --random= | 'a seed must be a whole number: '
          --color=blue | --color must be auto, always or never: blue
          --color | --color must be followed by a value
          --scan=nowhere | --scan must be a folder that exists: nowhere
          '' | a name must not be empty
          """)
  void parse_mistake_isExplained(String argument, String message) {
    assertThatThrownBy(() -> parse(argument))
        .isInstanceOf(UsageException.class)
        .hasMessage(message);
  }

  private static Options parse(String... arguments) {
    return ArgumentParser.parse(List.of(arguments));
  }
}
