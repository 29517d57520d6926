// SPDX-License-Identifier: Apache-2.0
package dev.assay.process;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A program to run in a child process, with its arguments and its surroundings.
 *
 * <p>No shell reads the words: each argument reaches the program as it is. For a line of a shell,
 * run the shell: {@code Command.of("sh", "-c", line)}.
 *
 * @param words the program and its arguments
 * @param directory the directory to run in, or null for that of this process
 * @param environment the variables that the child has in addition to those of this process
 * @since 0.1
 */
public record Command(
    List<String> words, @Nullable Path directory, Map<String, String> environment) {
  /**
   * Creates a command.
   *
   * @throws IllegalArgumentException if there are no words
   */
  public Command {
    words = List.copyOf(words);
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    if (words.isEmpty()) {
      throw new IllegalArgumentException("words must not be empty: " + words);
    }
  }

  /** Returns a command that runs in the directory and with the environment of this process. */
  public static Command of(String program, String... arguments) {
    String[] words = new String[arguments.length + 1];
    words[0] = program;
    System.arraycopy(arguments, 0, words, 1, arguments.length);
    return new Command(List.of(words), null, new LinkedHashMap<>());
  }

  /** Returns this command in another directory. */
  public Command withDirectory(Path other) {
    return new Command(words, requireNonNull(other, "directory"), environment);
  }

  /** Returns this command with a variable added to, or changed in, its environment. */
  public Command withVariable(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(environment);
    more.put(name, value);
    return new Command(words, directory, more);
  }

  /** Returns the first word. */
  public String program() {
    return words.get(0);
  }

  /** Returns the words, separated by spaces. */
  @Override
  public String toString() {
    return String.join(" ", words);
  }
}
