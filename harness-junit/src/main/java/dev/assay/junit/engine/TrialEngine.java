// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import dev.assay.junit.engine.thread.ExitWatch;
import dev.assay.junit.run.JUnitVersion;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.hierarchical.HierarchicalTestEngine;
import org.junit.platform.engine.support.hierarchical.HierarchicalTestExecutorService;

/**
 * The engine {@code trial}: it runs the methods annotated with {@link
 * dev.assay.junit.Trial @Trial}.
 *
 * @since 0.1
 */
public final class TrialEngine extends HierarchicalTestEngine<Session> {
  /** Makes the engine, which has no state. */
  public TrialEngine() {}

  /**
   * Returns the line by which this process was told to exit, if it was told so by Java code that
   * belongs to no trial. If a trial does so, that trial fails, and the run goes on.
   */
  public static Optional<StackTraceElement> exitOutsideTrials() {
    return ExitWatch.lineOutsideTrials();
  }

  @Override
  public String getId() {
    return "trial";
  }

  @Override
  public Optional<String> getGroupId() {
    return Optional.of("dev.assay");
  }

  @Override
  public Optional<String> getArtifactId() {
    return Optional.of("harness-junit");
  }

  @Override
  public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId uniqueId) {
    refuseOld(JUnitVersion.problem(TestEngine.class.getClassLoader()));
    EngineNode root = new EngineNode(uniqueId, request.getConfigurationParameters());
    Discovery.resolve(request, root);
    return root;
  }

  /** Throws, and also logs the reason, as old launchers report only the engine's name. */
  static void refuseOld(@Nullable String problem) {
    if (problem != null) {
      System.getLogger(TrialEngine.class.getName()).log(Level.ERROR, problem);
      throw new JUnitException(problem);
    }
  }

  @Override
  protected Session createExecutionContext(ExecutionRequest request) {
    return Session.open(request);
  }

  @Override
  protected HierarchicalTestExecutorService createExecutorService(ExecutionRequest request) {
    return request.getConfigurationParameters().getBoolean("trial.parallel.enabled").orElse(false)
        ? Parallel.executorService(request.getConfigurationParameters())
        : super.createExecutorService(request);
  }
}
