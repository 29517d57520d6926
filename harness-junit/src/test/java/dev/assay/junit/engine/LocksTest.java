// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.sample.LockSamples;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.hierarchical.Node;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Jupiter's annotations for parallel runs have their meaning for trials. */
final class LocksTest {
  @Test
  void locks_ofMethods_areTheirs() {
    assertThat(locks(LockSamples.ByMethod.class))
        .containsOnly(
            Map.entry("ByMethod", Set.of()),
            Map.entry("one()", Set.of("printer READ_WRITE")),
            Map.entry("repeated()", Set.of("printer READ", "java.lang.System.out READ_WRITE")),
            Map.entry("none()", Set.of()));
  }

  @Test
  void isolated_holdsTheLockOfTheWholeRun() {
    assertThat(locks(LockSamples.Alone.class))
        .containsEntry("Alone", Set.of(Resources.GLOBAL + " READ_WRITE"));
  }

  @Test
  void locks_ofClasses_areInheritedAndForThemselvesOrTheirChildren() {
    assertThat(locks(LockSamples.ByClass.class))
        .containsOnly(
            Map.entry("ByClass", Set.of("printer READ_WRITE")),
            Map.entry("trial()", Set.of("paper READ_WRITE")),
            Map.entry("Within", Set.of("paper READ_WRITE")),
            Map.entry("within()", Set.of()));
  }

  @Test
  void locks_ofAnAnnotation_areThoseOfWhatItIsOn() {
    assertThat(locks(LockSamples.ByAnnotation.class))
        .containsOnly(
            Map.entry("ByAnnotation", Set.of("own READ_WRITE")),
            Map.entry("trial()", Set.of("own READ_WRITE")));
  }

  @Test
  void locks_ofAProvider_areAskedForAtEachLevel() {
    assertThat(locks(LockSamples.Provided.class))
        .containsOnly(
            Map.entry("Provided", Set.of("class Provided READ_WRITE")),
            Map.entry("trial()", Set.of("method trial in 0 READ")),
            Map.entry("Within", Set.of("nested Within in 1 READ_WRITE")),
            Map.entry("within()", Set.of("method within in 1 READ")));
  }

  @Test
  void modes_areTheNearest() {
    assertThat(ofNodes(LockSamples.Modes.class, Node::getExecutionMode))
        .containsOnly(
            Map.entry("Modes", Node.ExecutionMode.SAME_THREAD),
            Map.entry("inherited()", Node.ExecutionMode.SAME_THREAD),
            Map.entry("own()", Node.ExecutionMode.CONCURRENT),
            Map.entry("Within", Node.ExecutionMode.SAME_THREAD),
            Map.entry("within()", Node.ExecutionMode.SAME_THREAD));
    assertThat(ofNodes(LockSamples.InheritedModes.class, Node::getExecutionMode))
        .containsEntry("further()", Node.ExecutionMode.SAME_THREAD);
    assertThat(ofNodes(LockSamples.ByMethod.class, Node::getExecutionMode))
        .containsEntry("none()", Node.ExecutionMode.CONCURRENT);
  }

  @Test
  void trials_withOneLock_areNotRunAtOnce() {
    Engine.select(LockSamples.Exclusive.class)
        .configurationParameters(Engine.parallel(4))
        .execute()
        .testEvents()
        .assertStatistics(s -> s.succeeded(3));

    assertThat(LockSamples.Exclusive.MOST).hasValue(1);
  }

  private static Map<String, Set<String>> locks(Class<?> type) {
    return ofNodes(
        type,
        node -> {
          Set<String> locks = new TreeSet<>();
          node.getExclusiveResources()
              .forEach(lock -> locks.add(lock.getKey() + " " + lock.getLockMode()));
          return locks;
        });
  }

  private static <T> Map<String, T> ofNodes(Class<?> type, Function<Node<?>, T> what) {
    Map<String, T> all = new TreeMap<>();
    EngineTestKit.engine("trial")
        .selectors(DiscoverySelectors.selectClass(type))
        .discover()
        .getEngineDescriptor()
        .getDescendants()
        .forEach(node -> all.put(node.getDisplayName(), what.apply((Node<?>) node)));
    return all;
  }
}
