// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.cli.option.Options;
import dev.assay.cli.report.ExitCode;
import dev.assay.cli.report.Palette;
import dev.assay.cli.report.Recorder;
import dev.assay.cli.report.Results;
import dev.assay.cli.report.Summary;
import dev.assay.cli.report.Traces;
import dev.assay.cli.report.Tree;
import dev.assay.cli.report.Verdict;
import dev.assay.cli.select.Nodes;
import dev.assay.cli.select.TestDiscovery;
import dev.assay.cli.select.TestSelection;
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
  private final CliEnvironment environment;
  private final Options options;
  private final Launcher launcher;
  private final TestSelection selection;
  private final Palette palette;
  private final Results results = new Results();
  private final CancellationToken token = CancellationToken.create();
  private final OptionalLong seed;

  TestRun(CliEnvironment environment, Options options, Launcher launcher, TestSelection selection) {
    this.environment = environment;
    this.options = options;
    this.launcher = launcher;
    this.selection = selection;
    this.palette = Palette.of(options.color(), environment.variables(), environment.terminal());
    this.seed =
        options.shuffle() && options.seed().isEmpty()
            ? OptionalLong.of(environment.seeds().getAsLong())
            : options.seed();
  }

  /** Prints the names of the tests, where possible names by which they can be run. */
  ExitCode list() {
    TestDiscovery discovery = new TestDiscovery(launcher);
    Set<String> names = new LinkedHashSet<>();
    for (TestPlan plan : plans(discovery)) {
      Nodes nodes = Nodes.of(plan);
      nodes.leaves().forEach(leaf -> names.add(nodes.name(leaf)));
    }
    names.forEach(environment.out()::println);
    discovery.warnings().forEach(this::complain);
    discovery.failures().forEach(this::complain);
    selection.unloadable().forEach((name, error) -> complain("cannot load " + name + ": " + error));
    if (discovery.hasFailed() || !selection.unloadable().isEmpty()) {
      return ExitCode.BROKEN;
    }
    return names.isEmpty() ? ExitCode.NO_TESTS : ExitCode.PASSED;
  }

  ExitCode run() {
    TestDiscovery discovery = new TestDiscovery(launcher);
    List<TestPlan> plans = plans(discovery);
    List<String> empty = discovery.hasFailed() ? List.of() : selection.withoutTests(plans);
    if (!empty.isEmpty()) {
      empty.forEach(name -> complain("there is no test in " + name));
      return ExitCode.NO_TESTS;
    }
    selection.warnings(launcher, plans).forEach(results::warn);
    discovery.warnings().forEach(results::warn);
    seed.ifPresent(number -> environment.out().println("Shuffled with -z" + number));
    selection.unloadable().forEach(this::fail);
    execute(plans);
    return results.exitCode();
  }

  private void execute(List<TestPlan> plans) {
    long start = environment.ticker().getAsLong();
    Tree tree = new Tree(environment.out(), palette);
    Map<TestPlan, Recorder> recorders = new LinkedHashMap<>();
    plans.forEach(plan -> recorders.put(plan, recorder(plan, tree)));
    environment.guard().onExit(where -> cutShort(recorders.values(), where, start));
    recorders.forEach(this::execute);
    summarize(start);
  }

  private Recorder recorder(TestPlan plan, Tree tree) {
    return new Recorder(plan, tree, results, environment.ticker(), token, options.exitFirst());
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
            "the run was aborted: System.exit was called at " + where));
    results.broken();
    summarize(start);
  }

  private void summarize(long start) {
    new Summary(environment.out(), palette)
        .print(results, environment.ticker().getAsLong() - start, remark());
  }

  private List<TestPlan> plans(TestDiscovery discovery) {
    return options.eachClassAlone()
        ? discovery.apart(selection.selections(), seed)
        : List.of(discovery.together(selection.selections()));
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
    environment.err().println("trial: " + text);
  }
}
