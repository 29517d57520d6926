// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import java.util.List;
import java.util.stream.Stream;

/** A class of the corpus, and what is expected of its trials. */
sealed interface Subject permits MistakeCase, CorrectCase {
  /** Returns the whole corpus. */
  static List<Subject> all() {
    return Stream.<Subject>concat(MistakeCase.all().stream(), CorrectCase.all().stream()).toList();
  }

  Class<?> type();

  /** Compares the results of this class's trials, and of the class, with what is expected. */
  List<Comparison> compare(List<Result> own);

  /** Compares the results of a run with what is expected of each class that was run. */
  static List<Comparison> compare(List<? extends Subject> subjects, List<Result> results) {
    Stream<Comparison> expected =
        subjects.stream()
            .flatMap(
                subject ->
                    subject
                        .compare(results.stream().filter(one -> one.isOf(subject.type())).toList())
                        .stream());
    Stream<Comparison> strays =
        results.stream()
            .filter(one -> subjects.stream().noneMatch(subject -> one.isOf(subject.type())))
            .map(one -> new Comparison(one.toString(), "nothing", one.summary()));
    return Stream.concat(expected, strays).toList();
  }

  /** Returns the classes to run. */
  static List<Class<?>> types(List<? extends Subject> subjects) {
    return subjects.stream().<Class<?>>map(Subject::type).toList();
  }
}
