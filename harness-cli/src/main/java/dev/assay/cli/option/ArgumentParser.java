// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli.option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * A reader of the command's arguments.
 *
 * @since 0.1
 */
public final class ArgumentParser {
  private static final List<String> LONG_OPTIONS =
      List.of(
          "--color",
          "--exit-first",
          "--help",
          "--list",
          "--random",
          "--scan",
          "--until-failure",
          "--version");

  private final Deque<String> arguments;
  private final List<Path> scan = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private Options.Action action = Options.Action.RUN;
  private Options.ColorWhen color = Options.ColorWhen.AUTO;
  private OptionalLong seed = OptionalLong.empty();
  private boolean shuffle;
  private boolean exitFirst;
  private boolean untilFailure;

  private ArgumentParser(List<String> arguments) {
    this.arguments = new ArrayDeque<>(arguments);
  }

  /** Reads the arguments. */
  public static Options parse(List<String> arguments) {
    return new ArgumentParser(arguments).options();
  }

  private Options options() {
    while (!arguments.isEmpty()) {
      String argument = arguments.remove();
      if (argument.equals("--")) {
        arguments.forEach(this::name);
        arguments.clear();
      } else if (argument.startsWith("-")) {
        option(argument);
      } else {
        name(argument);
      }
    }
    return new Options(
        action,
        exitFirst,
        untilFailure,
        shuffle,
        seed,
        color,
        List.copyOf(scan),
        List.copyOf(names));
  }

  private void name(String name) {
    if (name.isBlank()) {
      throw new UsageException("a name must not be empty");
    }
    names.add(name);
  }

  private void option(String argument) {
    switch (argument) {
      case "-h", "--help" -> action = Options.Action.HELP;
      case "--version" -> action = Options.Action.VERSION;
      case "--list" -> action = Options.Action.LIST;
      case "-x", "--exit-first" -> exitFirst = true;
      case "-u", "--until-failure" -> untilFailure = true;
      case "-z", "--random" -> shuffle = true;
      default -> optionWithValue(argument);
    }
  }

  private void optionWithValue(String argument) {
    int equals = argument.indexOf('=');
    String option = equals < 0 ? argument : argument.substring(0, equals);
    if (option.equals("--color")) {
      color = color(valueOf(argument, equals));
    } else if (option.equals("--scan")) {
      scan.add(folder(valueOf(argument, equals)));
    } else if (option.equals("--random")) {
      seed(argument.substring(equals + 1));
    } else if (argument.startsWith("-z")) {
      seed(argument.substring("-z".length()));
    } else {
      throw new UsageException(
          "there is no option " + argument + Similar.to(argument, LONG_OPTIONS).suggestion());
    }
  }

  private String valueOf(String argument, int equals) {
    if (equals >= 0) {
      return argument.substring(equals + 1);
    }
    if (arguments.isEmpty()) {
      throw new UsageException(argument + " must be followed by a value");
    }
    return arguments.remove();
  }

  private void seed(String text) {
    try {
      seed = OptionalLong.of(Long.parseLong(text));
      shuffle = true;
    } catch (NumberFormatException e) {
      throw new UsageException("a seed must be a whole number: " + text);
    }
  }

  private static Options.ColorWhen color(String text) {
    for (Options.ColorWhen when : Options.ColorWhen.values()) {
      if (when.name().toLowerCase(Locale.ROOT).equals(text)) {
        return when;
      }
    }
    throw new UsageException("--color must be auto, always or never: " + text);
  }

  private static Path folder(String text) {
    Path folder = Path.of(text);
    if (!Files.isDirectory(folder)) {
      throw new UsageException("--scan must be a folder that exists: " + text);
    }
    return folder;
  }
}
