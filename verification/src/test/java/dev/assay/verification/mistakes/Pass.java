// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A run of the corpus, in a process of its own.
 *
 * @param way how the classes are run
 * @param number the seed, or which of several equal runs it is
 */
record Pass(Way way, int number) {
  private static final int THREADS = 8;

  /** A way to run classes. */
  enum Way {
    /** Each class in a run of its own. */
    ALONE("each class alone", 2) {
      @Override
      List<Comparison> run(int number) {
        return Subject.all().stream()
            .flatMap(one -> compare(List.of(one), Runs.of(List.of(one.type()), 1)).stream())
            .toList();
      }
    },

    /** All at once in several threads. */
    TOGETHER("all in " + THREADS + " threads", 1) {
      @Override
      List<Comparison> run(int number) {
        return compare(Subject.all(), Runs.of(Subject.types(Subject.all()), THREADS));
      }
    },

    /** All in the order of a seed. */
    SHUFFLED("all shuffled by seed %d", 1.5) {
      @Override
      List<Comparison> run(int seed) {
        return compare(Subject.all(), Runs.shuffled(Subject.types(Subject.all()), seed));
      }
    },

    /** The correct trials one after the other, while the machine has much else to do. */
    LOADED("under load, run %d", 1.5) {
      @Override
      List<Comparison> run(int number) {
        return underLoad(1);
      }
    },

    /** The correct trials in several threads, while the machine has much else to do. */
    LOADED_TOGETHER("under load in " + THREADS + " threads, run %d", 1) {
      @Override
      List<Comparison> run(int number) {
        return underLoad(THREADS);
      }
    };

    private final String text;
    private final double weight;

    Way(String text, double weight) {
      this.text = text;
      this.weight = weight;
    }

    abstract List<Comparison> run(int number);

    private static List<Comparison> underLoad(int threads) {
      List<CorrectCase> correct = CorrectCase.all();
      return compare(correct, Load.during(() -> Runs.of(Subject.types(correct), threads)));
    }

    private static List<Comparison> compare(
        List<? extends Subject> subjects, List<Result> results) {
      return Subject.compare(subjects, results);
    }
  }

  /**
   * Runs a pass, and prints how many comparisons there were, and those that are wrong. What trials
   * print goes to the standard error.
   */
  public static void main(String[] arguments) {
    PrintStream out = System.out;
    System.setOut(System.err);
    List<Comparison> comparisons = Way.valueOf(arguments[0]).run(Integer.parseInt(arguments[1]));
    List<Comparison> wrong = comparisons.stream().filter(one -> !one.isRight()).toList();
    PrintStream report = new PrintStream(out, true, StandardCharsets.UTF_8);
    report.println(comparisons.size() - wrong.size() + " " + wrong.size());
    wrong.forEach(report::println);
    Runtime.getRuntime().halt(0);
  }

  /** Returns how long it takes, compared with others. */
  double weight() {
    return way.weight;
  }

  /** Returns what it does. */
  @Override
  public String toString() {
    return way.text.formatted(number);
  }
}
