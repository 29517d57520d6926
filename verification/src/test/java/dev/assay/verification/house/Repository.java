// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The repository this build is running in. */
final class Repository {
  private static final Path ROOT = findRoot();

  private Repository() {}

  /** Returns the folder that holds {@code .mvn}. */
  static Path root() {
    return ROOT;
  }

  /** Returns every module with Java in it, whether in the default build or not. */
  static List<Module> modules() {
    return Modules.ALL;
  }

  /** Returns the folders of compiled classes that users get. */
  static List<Path> publishedClasses() {
    return modules().stream()
        .filter(Module::published)
        .map(module -> ROOT.resolve(module.name()).resolve("target/classes"))
        .toList();
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the files below a folder whose name ends so, in the order of their paths. */
  static List<Path> files(Path folder, String ending) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> folders() {
    try (Stream<Path> folders = Files.list(ROOT)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("pom.xml")))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Module read(Path folder) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Path file : files(folder.resolve("src"), ".java")) {
      texts.put(slashes(folder.relativize(file)), text(file));
    }
    boolean published = Files.exists(folder.resolve("src/main/java/module-info.java"));
    return new Module(folder.getFileName().toString(), published, SourceFile.parse(texts));
  }

  private static String slashes(Path path) {
    return path.toString().replace('\\', '/');
  }

  private static Path findRoot() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve(".mvn"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException(
            "no folder above "
                + Path.of("").toAbsolutePath()
                + " holds .mvn; run the tests inside the repository");
      }
    }
    return folder;
  }

  /** What is read when it is first asked for, and once. */
  private static final class Modules {
    static final List<Module> ALL =
        folders()
            .filter(folder -> Files.exists(folder.resolve("src")))
            .map(Repository::read)
            .toList();
  }
}
