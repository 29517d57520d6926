// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli.report;

import dev.assay.cli.report.Results.Result;
import dev.assay.cli.select.Nodes;
import dev.assay.ledger.Display;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * The listener that turns the events of engines into results, and prints each as it comes.
 *
 * <p>It does not rely on the engines: a test that was found and for which no event came is an
 * error. Events may come on several threads.
 *
 * @since 0.1
 */
public final class Recorder implements TestExecutionListener {
  /** The key under which the engine {@code trial} publishes the virtual time of a test. */
  private static final String VIRTUAL = "trial.virtual";

  private final Tree tree;
  private final Results results;
  private final LongSupplier ticker;
  private final CancellationToken token;
  private final boolean exitFirst;
  private final Nodes nodes;
  private final Map<UniqueId, Long> startedAt = new LinkedHashMap<>();
  private final Map<UniqueId, Duration> virtual = new LinkedHashMap<>();
  private final Map<UniqueId, Status> ended = new LinkedHashMap<>();
  private final Set<UniqueId> skipped = new LinkedHashSet<>();
  private boolean closed;
  private Optional<Throwable> ownFailure = Optional.empty();

  /**
   * Makes a recorder for the tests of a plan.
   *
   * @param ticker nanoseconds since some moment
   * @param token cancels the run at the first failure if {@code exitFirst} is true
   */
  public Recorder(
      TestPlan plan,
      Tree tree,
      Results results,
      LongSupplier ticker,
      CancellationToken token,
      boolean exitFirst) {
    this.nodes = Nodes.of(plan);
    this.tree = tree;
    this.results = results;
    this.ticker = ticker;
    this.token = token;
    this.exitFirst = exitFirst;
  }

  @Override
  public void dynamicTestRegistered(TestIdentifier node) {
    safely(() -> nodes.add(node));
  }

  @Override
  public void executionStarted(TestIdentifier node) {
    if (node.isTest()) {
      safely(() -> startedAt.put(node.getUniqueIdObject(), ticker.getAsLong()));
    }
  }

  @Override
  public void reportingEntryPublished(TestIdentifier node, ReportEntry entry) {
    String time = entry.getKeyValuePairs().get(VIRTUAL);
    if (time != null) {
      safely(() -> virtual.put(node.getUniqueIdObject(), Duration.parse(time)));
    }
  }

  @Override
  public void executionSkipped(TestIdentifier node, String reason) {
    safely(() -> skip(node, reason));
  }

  @Override
  public void executionFinished(TestIdentifier node, TestExecutionResult result) {
    safely(() -> finish(node, result));
  }

  /** Records the tests for which no event came, and throws what went wrong in here. */
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    nodes.leaves().stream().filter(this::isOpen).forEach(this::settle);
    ownFailure.ifPresent(
        error -> {
          throw new IllegalStateException("the results could not be written", error);
        });
  }

  /** Returns the tests that have begun and not ended. */
  public synchronized List<String> running() {
    return nodes.leaves().stream()
        .filter(TestIdentifier::isTest)
        .filter(leaf -> startedAt.containsKey(leaf.getUniqueIdObject()) && isOpen(leaf))
        .map(nodes::name)
        .toList();
  }

  private void skip(TestIdentifier node, String reason) {
    int tests = Math.max(1, (int) nodes.leavesIn(node).stream().filter(this::isOpen).count());
    skipped.add(node.getUniqueIdObject());
    if (token.isCancellationRequested()) {
      results.notRun(tests);
      return;
    }
    results.skipped(new Result(Verdict.SKIPPED, nodes.name(node), reason), tests);
    tree.line(nodes.path(node), node.getDisplayName(), Verdict.SKIPPED);
  }

  private void finish(TestIdentifier node, TestExecutionResult result) {
    ended.put(node.getUniqueIdObject(), result.getStatus());
    Verdict verdict = Verdict.of(result);
    if (node.isTest()) {
      results.ran(new Result(verdict, noted(node, result), detail(node, verdict, result)));
      tree.line(nodes.path(node), node.getDisplayName() + durations(node), verdict);
    } else if (result.getStatus() == Status.FAILED) {
      results.add(new Result(Verdict.ERROR, nodes.name(node), detail(node, Verdict.ERROR, result)));
      tree.line(nodes.path(node), node.getDisplayName(), Verdict.ERROR);
      if (node.getParentIdObject().isEmpty()) {
        results.broken();
      }
    } else if (result.getStatus() == Status.ABORTED && !token.isCancellationRequested()) {
      skip(node, detail(node, Verdict.SKIPPED, result));
    }
    if (exitFirst && result.getStatus() == Status.FAILED) {
      token.cancel();
    }
  }

  private String noted(TestIdentifier node, TestExecutionResult result) {
    String name = nodes.name(node);
    return result
        .getThrowable()
        .flatMap(Traces::note)
        .filter(note -> note.startsWith(name))
        .orElse(name);
  }

  private String detail(TestIdentifier node, Verdict verdict, TestExecutionResult result) {
    if (verdict == Verdict.OK) {
      return "";
    }
    Optional<Throwable> error = result.getThrowable();
    if (verdict.isFailure()) {
      return error
          .map(thrown -> Traces.of(thrown, nodes.testClass(node)))
          .orElse("no reason given");
    }
    return error.map(Throwable::getMessage).orElse("no reason given");
  }

  private String durations(TestIdentifier node) {
    UniqueId id = node.getUniqueIdObject();
    long now = ticker.getAsLong();
    String real = Durations.seconds(now - startedAt.getOrDefault(id, now));
    Duration fake = virtual.get(id);
    if (fake == null) {
      return " (" + real + ")";
    }
    results.passed(fake);
    return " (" + real + ", " + Display.time(fake) + " virtual)";
  }

  private void settle(TestIdentifier leaf) {
    for (Optional<TestIdentifier> above = nodes.parent(leaf);
        above.isPresent();
        above = nodes.parent(above.get())) {
      if (ended.get(above.get().getUniqueIdObject()) == Status.FAILED) {
        results.notRun(1);
        return;
      }
    }
    if (token.isCancellationRequested()) {
      results.notRun(1);
      return;
    }
    String what = startedAt.containsKey(leaf.getUniqueIdObject()) ? "ended" : "begun";
    results.add(
        new Result(
            Verdict.ERROR,
            nodes.name(leaf),
            "its engine has discovered this, but has not reported that it has " + what));
    results.broken();
    tree.line(nodes.path(leaf), leaf.getDisplayName(), Verdict.ERROR);
  }

  private boolean isOpen(TestIdentifier leaf) {
    UniqueId id = leaf.getUniqueIdObject();
    return !ended.containsKey(id) && skipped.stream().noneMatch(id::hasPrefix);
  }

  /**
   * Runs the handling of an event, and keeps what it throws: the platform ignores what a listener
   * throws, and a verdict would be lost.
   */
  private synchronized void safely(Runnable event) {
    try {
      event.run();
    } catch (RuntimeException | Error e) {
      if (ownFailure.isEmpty()) {
        ownFailure = Optional.of(e);
      }
    }
  }
}
