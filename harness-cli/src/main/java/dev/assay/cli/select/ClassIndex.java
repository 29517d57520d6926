// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli.select;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The names of the classes in the folders of the class path.
 *
 * <p>JUnit's own scan loads all classes that it finds, and only logs which of them cannot be
 * loaded: here such a class fails the run, as its tests would be lost. Besides, it takes its time
 * to load all classes only to find one by the end of its name.
 *
 * @param names binary names such as {@code com.acme.Outer$Inner}, sorted; none is anonymous or
 *     local
 */
record ClassIndex(List<String> names) {
  private static final String ENDING = ".class";

  static ClassIndex of(Collection<Path> roots) {
    TreeSet<String> names = new TreeSet<>();
    for (Path root : roots) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Iterator<Path> each = files.iterator(); each.hasNext(); ) {
          String path = root.relativize(each.next()).toString().replace('\\', '/');
          if (isClass(path)) {
            names.add(path.substring(0, path.length() - ENDING.length()).replace('/', '.'));
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new ClassIndex(List.copyOf(names));
  }

  /** Returns the classes that are not nested. Each stands for those nested in it. */
  List<String> topLevel() {
    return names.stream().filter(name -> name.indexOf('$') < 0).toList();
  }

  /** Returns the classes in a package and its subpackages that are not nested. */
  List<String> inPackage(String name) {
    return topLevel().stream().filter(type -> type.startsWith(name + ".")).toList();
  }

  /** Returns the class with a full name. A nested class may also be written with dots. */
  List<String> named(String name) {
    return names.stream().filter(type -> withDots(type).equals(withDots(name))).toList();
  }

  /** Returns the classes whose full name ends with a name. */
  List<String> endingWith(String name) {
    String end = "." + withDots(name);
    return names.stream().filter(type -> withDots(type).endsWith(end)).toList();
  }

  /** Returns all names that are valid here. */
  Collection<String> vocabulary() {
    TreeSet<String> words = new TreeSet<>();
    for (String name : names) {
      words.add(name);
      words.add(name.substring(name.lastIndexOf('.') + 1));
      for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
        words.add(name.substring(0, dot));
      }
    }
    return words;
  }

  static String withDots(String name) {
    return name.replace('$', '.');
  }

  private static boolean isClass(String path) {
    return path.endsWith(ENDING)
        && !path.startsWith("META-INF/")
        && !path.endsWith("module-info.class")
        && !path.endsWith("package-info.class")
        && !path.matches(".*\\$\\d.*");
  }
}
