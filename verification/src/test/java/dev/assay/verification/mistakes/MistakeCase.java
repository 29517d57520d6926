// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A class that makes a mistake, and the line of its source that is to blame.
 *
 * @param blamed file and line, such as {@code TimerMistakes.java:12}, or the method
 */
record MistakeCase(Class<?> type, String blamed) implements Subject {
  private static final Path SOURCES =
      Path.of("src/test/java", MistakeCase.class.getPackageName().replace('.', '/'));

  /** The head of a method: code that is looked at as a whole has no line. */
  private static final Pattern METHOD =
      Pattern.compile(" {4}(?:[\\w<>?]+ )+(\\w+)\\(.*\\) \\{}? // here");

  /** The classes that hold mistakes, one for each topic. */
  static final List<Class<?>> TOPICS =
      List.of(
          TimerMistakes.class,
          ClockViewMistakes.class,
          DeferredMistakes.class,
          FailureMistakes.class,
          NetworkMistakes.class,
          ExchangeMistakes.class,
          CompositionMistakes.class,
          LoggingMistakes.class,
          WaitingMistakes.class,
          StructureMistakes.class,
          JupiterMistakes.class,
          ThreadMistakes.class,
          OwnershipMistakes.class,
          RealTimeMistakes.class,
          LifecycleMistakes.class,
          SharedMistakes.class,
          LeftOpenMistakes.class,
          DeclarationMistakes.class,
          DeclaredAroundMistakes.class);

  /** Returns all mistakes, in the order in which they stand in their files. */
  static List<MistakeCase> all() {
    return TOPICS.stream().flatMap(MistakeCase::in).toList();
  }

  Mistake mistake() {
    return type.getAnnotation(Mistake.class);
  }

  String code() {
    return Stream.of(mistake().code()).map(Object::toString).collect(joining());
  }

  @Override
  public List<Comparison> compare(List<Result> own) {
    List<Result> failed = own.stream().filter(Result::hasFailed).toList();
    String expected = (code().isEmpty() ? "its own exception" : code()) + " at " + blamed;
    boolean caught =
        failed.size() == 1 && failed.get(0).code().equals(code()) && failed.get(0).names(blamed);
    return List.of(
        new Comparison(
            toString(),
            expected,
            caught
                ? expected
                : failed.isEmpty()
                    ? "passed"
                    : failed.stream().map(Result::summary).collect(joining("  and "))));
  }

  private static Stream<MistakeCase> in(Class<?> topic) {
    List<String> source = source(topic);
    return Stream.of(topic.getDeclaredClasses())
        .filter(type -> type.isAnnotationPresent(Mistake.class))
        .sorted(Comparator.comparingInt(type -> declaration(source, type)))
        .map(type -> new MistakeCase(type, blamed(topic.getSimpleName() + ".java", source, type)));
  }

  private static List<String> source(Class<?> topic) {
    try {
      return Files.readAllLines(SOURCES.resolve(topic.getSimpleName() + ".java"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int declaration(List<String> source, Class<?> type) {
    for (int i = 0; i < source.size(); i++) {
      if (source.get(i).contains(" class " + type.getSimpleName() + " ")) {
        return i;
      }
    }
    throw new AssertionError(type + " is not in its source");
  }

  /** Returns the line to blame or, where that is the head of a method, the method. */
  private static String blamed(String file, List<String> source, Class<?> type) {
    int number = here(source, type);
    Matcher head = METHOD.matcher(source.get(number - 1));
    return head.matches()
        ? "$%s.%s(%s)".formatted(type.getSimpleName(), head.group(1), file)
        : file + ":" + number;
  }

  /** Returns the number of the first line after a class's head that is to blame. */
  private static int here(List<String> source, Class<?> type) {
    int line = declaration(source, type);
    while (line < source.size() && !source.get(line).endsWith("// here")) {
      line++;
    }
    assertThat(line).as("the line to blame in %s", type).isLessThan(source.size());
    return line + 1;
  }

  /** Returns the class's name. */
  @Override
  public String toString() {
    return type.getSimpleName();
  }
}
