// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import dev.assay.junit.engine.declared.Locks;
import dev.assay.junit.engine.declared.TestClass;
import dev.assay.junit.engine.declared.TrialMethod;
import dev.assay.junit.run.Verdicts;
import java.util.Set;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.engine.support.hierarchical.ExclusiveResource;

/** A trial in the tree: valid, or malformed and certain to fail. */
final class MethodNode extends TrialDescriptor {
  private final TestClass testClass;
  private final TrialMethod trial;

  MethodNode(UniqueId uniqueId, TestDescriptor parent, TestClass testClass, TrialMethod trial) {
    super(
        uniqueId,
        parent,
        trial.method(),
        trial.reportingName(),
        MethodSource.from(testClass.type(), trial.method()));
    this.testClass = testClass;
    this.trial = trial;
  }

  TrialMethod trial() {
    return trial;
  }

  /** Returns whether this trial cannot be run for a reason other than its class. */
  boolean isMalformedItself() {
    return trial.malformed() != null && testClass.malformed().isEmpty();
  }

  @Override
  public Type getType() {
    return Type.TEST;
  }

  @Override
  public String getLegacyReportingName() {
    return trial.reportingName();
  }

  @Override
  public Set<ExclusiveResource> getExclusiveResources() {
    return Locks.of(testClass, trial.method());
  }

  @Override
  public Session execute(Session session, DynamicTestExecutor dynamicTestExecutor) {
    Verdicts.raise(new TrialExecution(session, testClass, trial).run(this));
    return session;
  }
}
