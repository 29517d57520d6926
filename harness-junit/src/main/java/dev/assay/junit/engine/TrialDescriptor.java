// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
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

/** A node of the tree that stands for something that can be annotated: a class or a method. */
abstract sealed class TrialDescriptor extends AbstractTestDescriptor implements Node<Session>
    permits ClassNode, MethodNode {
  private final AnnotatedElement element;
  private final Set<TestTag> tags = new LinkedHashSet<>();
  private final List<String> brokenTags = new ArrayList<>();

  TrialDescriptor(
      UniqueId uniqueId,
      TestDescriptor parent,
      AnnotatedElement element,
      String plainName,
      TestSource source) {
    super(uniqueId, displayName(element, plainName), source);
    this.element = element;
    tags.addAll(parent.getTags());
    for (Tag tag : AnnotationSupport.findRepeatableAnnotations(element, Tag.class)) {
      if (TestTag.isValid(tag.value())) {
        tags.add(TestTag.create(tag.value()));
      } else {
        brokenTags.add(tag.value());
      }
    }
  }

  private static String displayName(AnnotatedElement element, String plainName) {
    return AnnotationSupport.findAnnotation(element, DisplayName.class)
        .map(name -> name.value().strip())
        .filter(name -> !name.isEmpty())
        .orElse(plainName);
  }

  @Override
  public final Set<TestTag> getTags() {
    return new LinkedHashSet<>(tags);
  }

  /** Returns what is written as tags of this, and cannot be any. */
  final List<String> brokenTags() {
    return brokenTags;
  }

  /** Returns how this is run in a parallel run: as it says, or what is around it, or at once. */
  @Override
  public final ExecutionMode getExecutionMode() {
    Optional<Execution> own = AnnotationSupport.findAnnotation(element, Execution.class);
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
    Optional<Disabled> disabled = AnnotationSupport.findAnnotation(element, Disabled.class);
    if (disabled.isEmpty() || !session.heedsDisabled()) {
      return SkipResult.doNotSkip();
    }
    String reason = disabled.get().value();
    return SkipResult.skip(reason.isBlank() ? element + " is @Disabled" : reason);
  }
}
