// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import dev.assay.junit.engine.declared.TestClass;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.IterationSelector;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.engine.discovery.NestedClassSelector;
import org.junit.platform.engine.discovery.NestedMethodSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.support.discovery.EngineDiscoveryRequestResolver;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/**
 * The resolution of selectors to nodes of the tree. A selector of a class or a method is resolved
 * to its unique id, and an id to the child with that name of the node of its prefix.
 */
final class Discovery implements SelectorResolver {
  private static final String CLASS = "class";
  private static final String NESTED = "nested-class";
  private static final String METHOD = "method";

  private final UniqueId root;
  private final Predicate<String> classNames;

  /** The test classes that were selected, whichever class loader has loaded them. */
  private final Map<String, Class<?>> selected = new LinkedHashMap<>();

  private Discovery(UniqueId root, Predicate<String> classNames) {
    this.root = root;
    this.classNames = classNames;
  }

  static void resolve(EngineDiscoveryRequest request, EngineNode root) {
    EngineDiscoveryRequestResolver.<EngineNode>builder()
        .addClassContainerSelectorResolver(TestClass::isTestClass)
        .addSelectorResolver(
            context -> new Discovery(root.getUniqueId(), context.getClassNameFilter()))
        .addTestDescriptorVisitor(context -> Discovery::order)
        .addTestDescriptorVisitor(
            context -> SeededOrder.of(request.getConfigurationParameters(), root.getUniqueId()))
        .addTestDescriptorVisitor(context -> new Issues(request, root.getUniqueId()))
        .build()
        .resolve(request, root);
  }

  private static void order(TestDescriptor descriptor) {
    if (descriptor instanceof ClassNode node) {
      Map<UniqueId, TestDescriptor> there = new LinkedHashMap<>();
      node.getChildren().forEach(child -> there.put(child.getUniqueId(), child));
      node.orderChildren(
          children -> children(node).stream().map(there::get).filter(Objects::nonNull).toList());
    }
  }

  @Override
  public Resolution resolve(ClassSelector selector, Context context) {
    return redirect(loaded(selector::getJavaClass).flatMap(this::idOf));
  }

  @Override
  public Resolution resolve(NestedClassSelector selector, Context context) {
    return redirect(
        loaded(selector::getNestedClass)
            .flatMap(nested -> idOf(selector.getEnclosingClasses(), nested)));
  }

  @Override
  public Resolution resolve(MethodSelector selector, Context context) {
    return method(
        loaded(selector::getJavaClass).flatMap(this::idOf),
        selector.getMethodName(),
        selector.getParameterTypeNames(),
        context);
  }

  @Override
  public Resolution resolve(NestedMethodSelector selector, Context context) {
    return method(
        loaded(selector::getNestedClass)
            .flatMap(nested -> idOf(selector.getEnclosingClasses(), nested)),
        selector.getMethodName(),
        selector.getParameterTypeNames(),
        context);
  }

  @Override
  public Resolution resolve(IterationSelector selector, Context context) {
    return Resolution.selectors(Set.of(selector.getParentSelector()));
  }

  @Override
  public Resolution resolve(UniqueIdSelector selector, Context context) {
    UniqueId id = selector.getUniqueId();
    return context
        .addToParent(
            () -> DiscoverySelectors.selectUniqueId(id.removeLastSegment()),
            parent -> create(parent, id))
        .map(node -> Resolution.match(Match.exact(node, () -> childSelectors(node))))
        .orElse(Resolution.unresolved());
  }

  private Optional<TestDescriptor> create(TestDescriptor parent, UniqueId id) {
    String name = id.getLastSegment().getValue();
    String type = id.getLastSegment().getType();
    if (parent instanceof ClassNode node && type.equals(NESTED)) {
      return node.testClass()
          .nested(name)
          .map(nested -> new ClassNode(id, node, new TestClass(nested, node.testClass())));
    } else if (parent instanceof ClassNode node && type.equals(METHOD)) {
      return node.testClass()
          .trial(name)
          .map(trial -> new MethodNode(id, node, node.testClass(), trial));
    } else if (parent instanceof EngineNode && type.equals(CLASS)) {
      return Optional.<Class<?>>ofNullable(selected.get(name))
          .or(
              () ->
                  ReflectionSupport.tryToLoadClass(name)
                      .toOptional()
                      .filter(TestClass::isTestClass))
          .map(found -> new ClassNode(id, parent, new TestClass(found, null)));
    }
    return Optional.empty();
  }

  private static Set<DiscoverySelector> childSelectors(TestDescriptor node) {
    return node instanceof ClassNode parent
        ? children(parent).stream()
            .map(DiscoverySelectors::selectUniqueId)
            .collect(Collectors.toCollection(LinkedHashSet::new))
        : Set.of();
  }

  /** Returns the ids of the children of a class, in order: its trials, then its nested classes. */
  private static Set<UniqueId> children(ClassNode parent) {
    Set<UniqueId> ids = new LinkedHashSet<>();
    TestClass testClass = parent.testClass();
    testClass.trialIds().forEach(id -> ids.add(parent.getUniqueId().append(METHOD, id)));
    testClass.nestedNames().forEach(name -> ids.add(parent.getUniqueId().append(NESTED, name)));
    return ids;
  }

  private Optional<UniqueId> idOf(List<Class<?>> enclosing, Class<?> nested) {
    Class<?> parent = enclosing.get(enclosing.size() - 1);
    Optional<UniqueId> outer =
        enclosing.size() == 1
            ? idOf(parent)
            : idOf(enclosing.subList(0, enclosing.size() - 1), parent);
    return TestClass.isNested(nested) && TestClass.isTestClass(nested)
        ? outer.map(id -> id.append(NESTED, TestClass.nestedName(parent, nested)))
        : Optional.empty();
  }

  private Optional<UniqueId> idOf(Class<?> type) {
    if (TestClass.isNested(type)) {
      return idOf(List.of(type.getEnclosingClass()), type);
    }
    if (!classNames.test(type.getName()) || !TestClass.isTestClass(type)) {
      return Optional.empty();
    }
    selected.putIfAbsent(type.getName(), type);
    return Optional.of(root.append(CLASS, type.getName()));
  }

  private static Resolution redirect(Optional<UniqueId> id) {
    return id.map(some -> Resolution.selectors(Set.of(DiscoverySelectors.selectUniqueId(some))))
        .orElse(Resolution.unresolved());
  }

  private static Resolution method(
      Optional<UniqueId> owner, String name, String types, Context context) {
    return owner
        .flatMap(id -> context.resolve(DiscoverySelectors.selectUniqueId(id)))
        .filter(ClassNode.class::isInstance)
        .map(ClassNode.class::cast)
        .flatMap(
            node ->
                node.testClass()
                    .trial(name, types)
                    .map(trial -> node.getUniqueId().append(METHOD, trial.id())))
        .map(id -> redirect(Optional.of(id)))
        .orElse(Resolution.unresolved());
  }

  /** Returns the class that a selector names; a class that cannot be loaded is not a test class. */
  private static Optional<Class<?>> loaded(Supplier<Class<?>> loader) {
    try {
      return Optional.of(loader.get());
    } catch (JUnitException notFound) {
      return Optional.empty();
    }
  }
}
