// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** The root of the tree: all that the engine runs. */
final class EngineNode extends EngineDescriptor implements Node<Session> {
  EngineNode(UniqueId uniqueId) {
    super(uniqueId, "Trial");
  }

  @Override
  public void after(Session session) {
    Verdicts.raiseAll(session.late().end());
  }

  @Override
  public void cleanUp(Session session) {
    session.close();
  }
}
