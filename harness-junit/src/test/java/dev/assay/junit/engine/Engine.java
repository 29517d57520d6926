// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs of the engine over sample classes. */
final class Engine {
  private Engine() {}

  static EngineTestKit.Builder select(Class<?>... classes) {
    EngineTestKit.Builder kit = EngineTestKit.engine("trial");
    for (Class<?> type : classes) {
      kit.selectors(DiscoverySelectors.selectClass(type));
    }
    return kit;
  }

  static EngineExecutionResults run(Class<?>... classes) {
    return select(classes).execute();
  }
}
