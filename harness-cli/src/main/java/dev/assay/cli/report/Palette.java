// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli.report;

import dev.assay.cli.option.Options;
import java.util.Map;

/**
 * The colours of the output, or none.
 *
 * @since 0.1
 */
public enum Palette {
  /** No colours. */
  PLAIN,
  /** The colours of terminals. */
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

  /**
   * Returns the colours for an environment.
   *
   * @param variables the environment variables
   * @param terminal whether the output goes to a terminal
   */
  public static Palette of(
      Options.ColorWhen when, Map<String, String> variables, boolean terminal) {
    return switch (when) {
      case ALWAYS -> ANSI;
      case NEVER -> PLAIN;
      case AUTO -> wantsColor(variables, terminal) ? ANSI : PLAIN;
    };
  }

  String paint(String text, Ink ink) {
    return this == ANSI ? "\u001b[" + ink.code + "m" + text + "\u001b[0m" : text;
  }

  /**
   * Returns whether the environment asks for colours, according to no-color.org and
   * bixense.com/clicolors.
   */
  private static boolean wantsColor(Map<String, String> variables, boolean terminal) {
    if (!variable(variables, "NO_COLOR").isEmpty()) {
      return false;
    }
    String force = variable(variables, "CLICOLOR_FORCE");
    if (!force.isEmpty() && !force.equals("0")) {
      return true;
    }
    return terminal && !variable(variables, "TERM").equals("dumb");
  }

  private static String variable(Map<String, String> variables, String name) {
    return variables.getOrDefault(name, "");
  }
}
