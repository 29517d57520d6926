// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The class path of this program.
 *
 * @param folders where tests are looked for; no jar is
 * @param missing entries at which there is nothing
 */
record ClassPath(List<Path> folders, List<String> missing) {

  static ClassPath parse(String text) {
    List<String> entries =
        Stream.of(text.split(File.pathSeparator)).filter(entry -> !entry.isBlank()).toList();
    return new ClassPath(
        entries.stream().map(Path::of).filter(Files::isDirectory).distinct().toList(),
        entries.stream().filter(entry -> Files.notExists(Path.of(entry))).distinct().toList());
  }
}
