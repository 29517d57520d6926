// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import dev.assay.junit.Trial;
import dev.assay.junit.run.Elements;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** A node of the tree for an element that can be annotated: a class or a method. */
abstract sealed class TrialDescriptor extends AbstractTestDescriptor implements Node<Session>
    permits ClassNode, MethodNode {
  private final AnnotatedElement element;
  private final Set<TestTag> tags;
  private final List<String> brokenTags;

  TrialDescriptor(
      UniqueId uniqueId,
      TestDescriptor parent,
      AnnotatedElement element,
      String plainName,
      TestSource source) {
    super(uniqueId, displayName(element, plainName), source);
    this.element = element;
    List<String> own = ownTags(element);
    this.tags = own.isEmpty() ? parent.getTags() : withTags(parent.getTags(), own);
    this.brokenTags = own.stream().filter(tag -> !TestTag.isValid(tag)).toList();
  }

  private static List<String> ownTags(AnnotatedElement element) {
    return Elements.hasOnly(element, Trial.class)
        ? List.of()
        : AnnotationSupport.findRepeatableAnnotations(element, Tag.class).stream()
            .map(Tag::value)
            .toList();
  }

  private static Set<TestTag> withTags(Set<TestTag> inherited, List<String> own) {
    Set<TestTag> all = new LinkedHashSet<>(inherited);
    own.stream().filter(TestTag::isValid).map(TestTag::create).forEach(all::add);
    return Collections.unmodifiableSet(all);
  }

  /** Returns an annotation of an element; most trials have only the one that makes them trials. */
  private static <A extends Annotation> Optional<A> find(
      AnnotatedElement element, Class<A> annotation) {
    return Elements.hasOnly(element, Trial.class)
        ? Optional.empty()
        : AnnotationSupport.findAnnotation(element, annotation);
  }

  private static String displayName(AnnotatedElement element, String plainName) {
    return find(element, DisplayName.class)
        .map(name -> name.value().strip())
        .filter(name -> !name.isEmpty())
        .orElse(plainName);
  }

  @Override
  public final Set<TestTag> getTags() {
    return tags;
  }

  /** Returns the tags of this element that are not valid. */
  final List<String> brokenTags() {
    return brokenTags;
  }

  /** Returns the execution mode in a parallel run: as declared here, outside, or concurrent. */
  @Override
  public final ExecutionMode getExecutionMode() {
    Optional<Execution> own = find(element, Execution.class);
    if (own.isPresent()) {
      return own.get().value() == org.junit.jupiter.api.parallel.ExecutionMode.SAME_THREAD
          ? ExecutionMode.SAME_THREAD
          : ExecutionMode.CONCURRENT;
    }
    return getParent().orElseThrow() instanceof TrialDescriptor around
        ? around.getExecutionMode()
        : ExecutionMode.CONCURRENT;
  }

  @Override
  public final SkipResult shouldBeSkipped(Session session) {
    Optional<Disabled> disabled = find(element, Disabled.class);
    if (disabled.isEmpty() || !session.disabledCounts()) {
      return SkipResult.doNotSkip();
    }
    String reason = disabled.get().value();
    return SkipResult.skip(reason.isBlank() ? element + " is @Disabled" : reason);
  }
}
