// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import java.util.function.Consumer;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;

/** An engine with two tests, {@code one} and {@code two}, that does what it is told. */
final class PlantedEngine implements TestEngine {
  private final Consumer<EngineDiscoveryRequest> discovery;
  private final Consumer<Execution> execution;

  /** What an engine sees when it runs. */
  record Execution(EngineExecutionListener listener, TestDescriptor root) {
    TestDescriptor test(int number) {
      return root.getChildren().stream().skip(number - 1L).findFirst().orElseThrow();
    }

    void start(TestDescriptor... nodes) {
      for (TestDescriptor node : nodes) {
        listener.executionStarted(node);
      }
    }

    void succeed(TestDescriptor... nodes) {
      for (TestDescriptor node : nodes) {
        listener.executionFinished(node, TestExecutionResult.successful());
      }
    }
  }

  PlantedEngine(Consumer<EngineDiscoveryRequest> discovery, Consumer<Execution> execution) {
    this.discovery = discovery;
    this.execution = execution;
  }

  static PlantedEngine running(Consumer<Execution> execution) {
    return new PlantedEngine(request -> {}, execution);
  }

  @Override
  public String getId() {
    return "planted";
  }

  @Override
  public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId id) {
    EngineDescriptor root = new EngineDescriptor(id, "Planted");
    discovery.accept(request);
    root.addChild(new Planted(id.append("test", "one"), "one"));
    root.addChild(new Planted(id.append("test", "two"), "two"));
    return root;
  }

  @Override
  public void execute(ExecutionRequest request) {
    execution.accept(
        new Execution(request.getEngineExecutionListener(), request.getRootTestDescriptor()));
  }

  private static final class Planted extends AbstractTestDescriptor {
    Planted(UniqueId id, String name) {
      super(id, name);
    }

    @Override
    public Type getType() {
      return Type.TEST;
    }
  }
}
