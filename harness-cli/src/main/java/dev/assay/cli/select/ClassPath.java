// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli.select;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The class path of this program.
 *
 * @param folders the folders in which to look for tests; jars are not searched
 * @param missing entries that do not exist
 * @since 0.1
 */
public record ClassPath(List<Path> folders, List<String> missing) {

  /** Reads a class path as the JVM has it. */
  public static ClassPath parse(String text) {
    List<String> entries =
        Stream.of(text.split(File.pathSeparator)).filter(entry -> !entry.isBlank()).toList();
    return new ClassPath(
        entries.stream().map(Path::of).filter(Files::isDirectory).distinct().toList(),
        entries.stream().filter(entry -> Files.notExists(Path.of(entry))).distinct().toList());
  }
}
