// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial.thread;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The virtual threads that are alive. The JDK lists them only in a dump of all threads to a file,
 * which takes about a millisecond.
 */
final class VirtualThreads {
  private static final String BEAN = "com.sun.management.HotSpotDiagnosticMXBean";

  /** The header of a thread in a dump: {@code #40 "name" virtual}. */
  private static final Pattern HEAD = Pattern.compile("#(\\d+) \"(.*)\" virtual.*");

  private VirtualThreads() {}

  /**
   * Returns the virtual threads that are alive; none if the JDK has none, or does not list them.
   */
  static List<Virtual> alive() {
    try {
      Path folder = Files.createTempDirectory("threads");
      Path file = folder.resolve("dump");
      try {
        return dump(file)
            ? Files.readAllLines(file).stream()
                .map(VirtualThreads::read)
                .flatMap(List::stream)
                .toList()
            : List.of();
      } finally {
        Files.deleteIfExists(file);
        Files.delete(folder);
      }
    } catch (IOException | ReflectiveOperationException | LinkageError e) {
      return List.of();
    }
  }

  private static List<Virtual> read(String line) {
    Matcher head = HEAD.matcher(line);
    return head.matches()
        ? List.of(new Virtual(Long.parseLong(head.group(1)), head.group(2)))
        : List.of();
  }

  /** Writes a dump; returns false if this JDK has no dump with virtual threads. */
  private static boolean dump(Path file) throws ReflectiveOperationException {
    Class<?> bean = Class.forName(BEAN);
    Method dump = null;
    for (Method some : bean.getMethods()) {
      dump = some.getName().equals("dumpThreads") ? some : dump;
    }
    if (dump == null) {
      return false;
    }
    @Nullable Object plain = dump.getParameterTypes()[1].getEnumConstants()[0];
    Object found =
        Class.forName("java.lang.management.ManagementFactory")
            .getMethod("getPlatformMXBean", Class.class)
            .invoke(null, bean);
    dump.invoke(found, file.toString(), plain);
    return true;
  }

  /** A virtual thread, by its number and name in the JDK. */
  record Virtual(long number, String name) {
    /** Returns {@code #40}, or the name if there is one. */
    String shown() {
      return name.isEmpty() ? "#" + number : name;
    }
  }
}
