// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A directory for the files of one trial, made when it is first requested. */
final class ScratchDirectory {
  private @Nullable Path path;

  Path path() {
    if (path == null) {
      try {
        path = Files.createTempDirectory("trial-");
      } catch (IOException e) {
        throw new UncheckedIOException("no temporary directory could be created", e);
      }
    }
    return path;
  }

  /** Returns the directory, if there is one. */
  @Nullable Path made() {
    return path;
  }

  /** Removes the directory and its contents, if there is one; returns the exception or null. */
  @Nullable IOException remove() {
    try {
      removeAll();
      return null;
    } catch (IOException e) {
      return e;
    }
  }

  private void removeAll() throws IOException {
    if (path == null || !Files.exists(path)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> walk = Files.walk(path)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    for (Path each : all) {
      Files.delete(each);
    }
  }
}
