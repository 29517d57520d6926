// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import dev.assay.junit.run.SettingsReader;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** The root of the tree: everything that the engine runs. */
final class EngineNode extends EngineDescriptor implements Node<Session> {
  private final ConfigurationParameters parameters;

  EngineNode(UniqueId uniqueId, ConfigurationParameters parameters) {
    super(uniqueId, "Trial");
    this.parameters = parameters;
  }

  /** Reads the parameters here: a bad one fails this node, and every launcher reports why. */
  @Override
  public Session before(Session session) {
    SeededOrder.seed(parameters);
    return session.with(new SettingsReader(parameters::get));
  }

  @Override
  public void after(Session session) {
    session.late().raise();
  }

  @Override
  public void cleanUp(Session session) {
    session.close();
  }
}
