// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** What has become of each node in a run, and which rules of engines were broken. */
final class EventLog implements TestExecutionListener {
  private enum State {
    RUNNING,
    PASSED,
    FAILED,
    SKIPPED
  }

  private final Map<UniqueId, State> states = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();
  private final CancellationToken token;
  private int failuresLeft;

  /** Makes a log that cancels the run after some failures, if any number is given. */
  EventLog(CancellationToken token, int failures) {
    this.token = token;
    this.failuresLeft = failures;
  }

  @Override
  public synchronized void executionStarted(TestIdentifier node) {
    check(node, null, "started");
    states.put(node.getUniqueIdObject(), State.RUNNING);
  }

  @Override
  public synchronized void executionSkipped(TestIdentifier node, String reason) {
    check(node, null, "skipped");
    states.put(node.getUniqueIdObject(), State.SKIPPED);
  }

  @Override
  public synchronized void executionFinished(TestIdentifier node, TestExecutionResult result) {
    check(node, State.RUNNING, "finished");
    boolean failed = result.getStatus() == Status.FAILED;
    states.put(node.getUniqueIdObject(), failed ? State.FAILED : State.PASSED);
    if (failed && --failuresLeft == 0) {
      token.cancel();
    }
  }

  @Override
  public synchronized void reportingEntryPublished(TestIdentifier node, ReportEntry entry) {
    check(node, State.RUNNING, "reported");
  }

  private void check(TestIdentifier node, @Nullable State expected, String event) {
    UniqueId id = node.getUniqueIdObject();
    if (states.get(id) != expected) {
      problems.add(id + " was " + event + " though it was " + states.get(id));
    }
    node.getParentIdObject()
        .filter(parent -> states.get(parent) != State.RUNNING)
        .ifPresent(parent -> problems.add(id + " was " + event + " while its parent was not run"));
    states.forEach(
        (some, state) -> {
          if (event.equals("finished")
              && state == State.RUNNING
              && some.hasPrefix(id)
              && !some.equals(id)) {
            problems.add(id + " was finished before " + some);
          }
        });
  }

  /** Returns what was wrong, now that the run is over. */
  synchronized List<String> problems(TestPlan plan) {
    for (TestIdentifier root : plan.getRoots()) {
      for (TestIdentifier node : plan.getDescendants(root)) {
        State state = states.get(node.getUniqueIdObject());
        if (state == State.RUNNING || (state == null && !isExcused(plan, node))) {
          problems.add(node.getUniqueId() + " has not ended: " + state);
        }
      }
    }
    return problems;
  }

  /** Returns whether a node was not run because one above it has failed or was skipped. */
  private boolean isExcused(TestPlan plan, TestIdentifier node) {
    Optional<TestIdentifier> parent = plan.getParent(node);
    if (parent.isEmpty()) {
      return false;
    }
    State state = states.get(parent.get().getUniqueIdObject());
    return state == State.FAILED || state == State.SKIPPED || isExcused(plan, parent.get());
  }
}
