// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli.select;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * The tests of a plan and their containers. Kept here, as a plan may forget nodes that have ended.
 *
 * @since 0.1
 */
public final class Nodes {
  private final Map<UniqueId, TestIdentifier> nodes = new LinkedHashMap<>();
  private final List<TestIdentifier> leaves = new ArrayList<>();

  /** Returns the nodes of a plan. */
  public static Nodes of(TestPlan plan) {
    Nodes nodes = new Nodes();
    for (TestIdentifier root : plan.getRoots()) {
      nodes.nodes.put(root.getUniqueIdObject(), root);
      for (TestIdentifier node : plan.getDescendants(root)) {
        nodes.nodes.put(node.getUniqueIdObject(), node);
        if (node.isTest() || plan.getChildren(node).isEmpty()) {
          nodes.leaves.add(node);
        }
      }
    }
    return nodes;
  }

  /** Adds a node that an engine has found while it ran. */
  public void add(TestIdentifier node) {
    nodes.put(node.getUniqueIdObject(), node);
    if (node.isTest()) {
      leaves.add(node);
    }
  }

  /** Returns the tests, and the containers whose tests are known only when they run. */
  public List<TestIdentifier> leaves() {
    return List.copyOf(leaves);
  }

  /** Returns the leaves that are in a node, or are that node. */
  public List<TestIdentifier> leavesIn(TestIdentifier node) {
    return leaves.stream()
        .filter(leaf -> leaf.getUniqueIdObject().hasPrefix(node.getUniqueIdObject()))
        .toList();
  }

  /** Returns the node around a node. */
  public Optional<TestIdentifier> parent(TestIdentifier node) {
    return node.getParentIdObject().map(nodes::get);
  }

  /** Returns the headings above a node: the package, the class, and any containers between. */
  public List<String> path(TestIdentifier node) {
    List<String> path = new ArrayList<>();
    TestIdentifier top = node;
    Optional<TestIdentifier> above = parent(node);
    while (above.isPresent() && above.get().getParentIdObject().isPresent()) {
      top = above.get();
      path.add(0, top.getDisplayName());
      above = parent(top);
    }
    className(top).ifPresent(name -> path.add(0, Sources.packageOf(name)));
    return path;
  }

  /** Returns a name for a node; if possible, one by which it can be run again. */
  public String name(TestIdentifier node) {
    Optional<TestSource> source = node.getSource();
    if (source.isPresent() && source.get() instanceof ClassSource type) {
      return type.getClassName();
    }
    Optional<TestIdentifier> parent = parent(node);
    if (source.isPresent() && source.get() instanceof MethodSource method) {
      boolean inMethod = parent.flatMap(TestIdentifier::getSource).equals(source);
      return inMethod
          ? name(parent.orElseThrow()) + " " + node.getDisplayName()
          : Sources.name(method);
    }
    return parent
        .filter(above -> above.getParentIdObject().isPresent())
        .map(above -> name(above) + " " + node.getDisplayName())
        .orElse(node.getDisplayName());
  }

  /** Returns the class that a node is in, or an empty string. */
  public String testClass(TestIdentifier node) {
    return className(node).or(() -> parent(node).map(this::testClass)).orElse("");
  }

  private static Optional<String> className(TestIdentifier node) {
    return node.getSource().flatMap(Sources::className);
  }
}
