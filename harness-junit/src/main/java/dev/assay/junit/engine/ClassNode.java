// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import dev.assay.junit.engine.declared.Locks;
import dev.assay.junit.engine.declared.TestClass;
import dev.assay.junit.run.Verdicts;
import java.util.Set;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.hierarchical.ExclusiveResource;

/** A class with trials, in the tree. */
final class ClassNode extends TrialDescriptor {
  private final TestClass testClass;

  ClassNode(UniqueId uniqueId, TestDescriptor parent, TestClass testClass) {
    super(
        uniqueId,
        parent,
        testClass.type(),
        plainName(testClass.type()),
        ClassSource.from(testClass.type()));
    this.testClass = testClass;
  }

  /** Returns the name without its package, as JUnit's own engine does. */
  private static String plainName(Class<?> type) {
    String name = type.getName();
    return type.isMemberClass() ? type.getSimpleName() : name.substring(name.lastIndexOf('.') + 1);
  }

  TestClass testClass() {
    return testClass;
  }

  @Override
  public Type getType() {
    return Type.CONTAINER;
  }

  @Override
  public String getLegacyReportingName() {
    return testClass.type().getName();
  }

  @Override
  public Set<ExclusiveResource> getExclusiveResources() {
    return Locks.of(testClass);
  }

  @Override
  public Session before(Session session) {
    return testClass.malformed().isEmpty()
        ? session.within(ClassExecution.begin(session, testClass))
        : session.within(null);
  }

  @Override
  public Session execute(Session session, DynamicTestExecutor dynamicTestExecutor) {
    ClassExecution execution = session.execution();
    if (execution != null && !execution.goesOn()) {
      Verdicts.raise(execution.end());
    }
    return session;
  }

  @Override
  public void after(Session session) {
    ClassExecution execution = session.execution();
    if (execution != null && execution.goesOn()) {
      Verdicts.raise(execution.end());
    }
  }
}
