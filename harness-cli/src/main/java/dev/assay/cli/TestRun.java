// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;

/** One pass over the selected tests. */
final class TestRun {
  private final Surroundings surroundings;
  private final Options options;
  private final Launcher launcher;
  private final Question question;
  private final Palette palette;
  private final Results results = new Results();
  private final CancellationToken token = CancellationToken.create();
  private final OptionalLong seed;

  TestRun(Surroundings surroundings, Options options, Launcher launcher, Question question) {
    this.surroundings = surroundings;
    this.options = options;
    this.launcher = launcher;
    this.question = question;
    this.palette = Palette.of(options.color(), surroundings);
    this.seed =
        options.shuffle() && options.seed().isEmpty()
            ? OptionalLong.of(surroundings.seeds().getAsLong())
            : options.seed();
  }

  /** Prints the names of the tests, where possible names by which they can be run. */
  ExitCode list() {
    Discovery discovery = new Discovery(launcher);
    Set<String> names = new LinkedHashSet<>();
    for (TestPlan plan : plans(discovery)) {
      Nodes nodes = Nodes.of(plan);
      nodes.leaves().forEach(leaf -> names.add(nodes.name(leaf)));
    }
    names.forEach(surroundings.out()::println);
    discovery.warnings().forEach(this::complain);
    discovery.failures().forEach(this::complain);
    question.unloadable().forEach((name, error) -> complain("cannot load " + name + ": " + error));
    if (discovery.hasFailed() || !question.unloadable().isEmpty()) {
      return ExitCode.BROKEN;
    }
    return names.isEmpty() ? ExitCode.NO_TESTS : ExitCode.PASSED;
  }

  ExitCode run() {
    Discovery discovery = new Discovery(launcher);
    List<TestPlan> plans = plans(discovery);
    List<String> empty = discovery.hasFailed() ? List.of() : question.withoutTests(plans);
    if (!empty.isEmpty()) {
      empty.forEach(name -> complain("there is no test in " + name));
      return ExitCode.NO_TESTS;
    }
    question.warnings(launcher, plans).forEach(results::warn);
    discovery.warnings().forEach(results::warn);
    seed.ifPresent(number -> surroundings.out().println("Shuffled with -z" + number));
    question.unloadable().forEach(this::fail);
    execute(plans);
    return results.exitCode();
  }

  private void execute(List<TestPlan> plans) {
    long start = surroundings.ticker().getAsLong();
    Tree tree = new Tree(surroundings.out(), palette);
    Map<TestPlan, Recorder> recorders = new LinkedHashMap<>();
    plans.forEach(plan -> recorders.put(plan, recorder(plan, tree)));
    surroundings.guard().onExit(where -> cutShort(recorders.values(), where, start));
    recorders.forEach(this::execute);
    summarize(start);
  }

  private Recorder recorder(TestPlan plan, Tree tree) {
    return new Recorder(plan, tree, results, surroundings.ticker(), token, options.exitFirst());
  }

  /** Prints the results up to the moment at which a test ended the process. */
  private void cutShort(Collection<Recorder> recorders, String where, long start) {
    List<String> running =
        recorders.stream().flatMap(recorder -> recorder.running().stream()).toList();
    token.cancel();
    recorders.forEach(Recorder::close);
    results.add(
        new Results.Result(
            Verdict.ERROR,
            running.isEmpty() ? "the run" : String.join(", ", running),
            "the run is cut short: System.exit was called at " + where));
    results.broken();
    summarize(start);
  }

  private void summarize(long start) {
    new Summary(surroundings.out(), palette)
        .print(results, surroundings.ticker().getAsLong() - start, remark());
  }

  private List<TestPlan> plans(Discovery discovery) {
    return options.eachClassAlone()
        ? discovery.apart(question.selections(), seed)
        : List.of(discovery.together(question.selections()));
  }

  private void execute(TestPlan plan, Recorder recorder) {
    if (!token.isCancellationRequested()) {
      try {
        launcher.execute(
            LauncherExecutionRequestBuilder.request(plan)
                .listeners(recorder)
                .cancellationToken(token)
                .build());
      } catch (RuntimeException | Error e) {
        fail("the run", e);
        token.cancel();
      }
    }
    recorder.close();
  }

  private void fail(String what, Throwable error) {
    results.add(new Results.Result(Verdict.ERROR, what, Traces.of(error, "")));
    results.broken();
  }

  private String remark() {
    return seed.isPresent() ? ", shuffled with -z" + seed.getAsLong() : "";
  }

  private void complain(String text) {
    surroundings.err().println("trial: " + text);
  }
}
