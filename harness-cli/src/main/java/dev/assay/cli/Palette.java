// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

/** The colours of the output, or none. */
enum Palette {
  PLAIN,
  ANSI;

  /** A colour. */
  enum Ink {
    RED("31"),
    GREEN("32"),
    BLUE("34");

    private final String code;

    Ink(String code) {
      this.code = code;
    }
  }

  static Palette of(Options.ColorWhen when, CliEnvironment environment) {
    return switch (when) {
      case ALWAYS -> ANSI;
      case NEVER -> PLAIN;
      case AUTO -> wantsColor(environment) ? ANSI : PLAIN;
    };
  }

  String paint(String text, Ink ink) {
    return this == ANSI ? "\u001b[" + ink.code + "m" + text + "\u001b[0m" : text;
  }

  /**
   * Returns whether the environment asks for colours, according to no-color.org and
   * bixense.com/clicolors.
   */
  private static boolean wantsColor(CliEnvironment environment) {
    if (!variable(environment, "NO_COLOR").isEmpty()) {
      return false;
    }
    String force = variable(environment, "CLICOLOR_FORCE");
    if (!force.isEmpty() && !force.equals("0")) {
      return true;
    }
    return environment.terminal() && !variable(environment, "TERM").equals("dumb");
  }

  private static String variable(CliEnvironment environment, String name) {
    return environment.variables().getOrDefault(name, "");
  }
}
