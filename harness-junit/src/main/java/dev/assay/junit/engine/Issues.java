// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import dev.assay.junit.engine.declared.IgnoredAnnotations;
import dev.assay.junit.run.Malformed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.discovery.DiscoveryIssueReporter;

/**
 * The reporter of malformed and ineffective declarations to JUnit, in addition to the failing
 * tests: once for each cause.
 */
final class Issues implements TestDescriptor.Visitor {
  private final DiscoveryIssueReporter reporter;

  Issues(EngineDiscoveryRequest request, UniqueId engine) {
    reporter =
        DiscoveryIssueReporter.deduplicating(
            DiscoveryIssueReporter.forwarding(request.getDiscoveryListener(), engine));
  }

  @Override
  public void visit(TestDescriptor descriptor) {
    if (descriptor instanceof TrialDescriptor node) {
      node.brokenTags().forEach(tag -> warn(descriptor, brokenTag(descriptor, tag)));
    }
    if (descriptor instanceof ClassNode node) {
      node.testClass().malformed().forEach(malformed -> warn(descriptor, malformed));
      IgnoredAnnotations.of(node.testClass()).forEach(this::warn);
    } else if (descriptor instanceof MethodNode node && node.isMalformedItself()) {
      warn(descriptor, node.trial().malformed());
    } else if (descriptor instanceof MethodNode node) {
      IgnoredAnnotations.of(node.trial()).forEach(this::warn);
    }
  }

  private static Malformed brokenTag(TestDescriptor descriptor, String tag) {
    return new Malformed(
        "%s has the tag '%s', which cannot be selected".formatted(descriptor.getDisplayName(), tag),
        "write it without blanks, commas, parentheses, &, | and !");
  }

  private void warn(TestDescriptor descriptor, @Nullable Malformed malformed) {
    if (malformed != null) {
      warn(malformed, descriptor.getSource());
    }
  }

  private void warn(IgnoredAnnotations.Found ignored) {
    warn(ignored.malformed(), Optional.of(ignored.source()));
  }

  private void warn(Malformed malformed, Optional<TestSource> source) {
    String text = malformed.problem() + "; to fix it, " + malformed.fix();
    reporter.reportIssue(
        DiscoveryIssue.builder(DiscoveryIssue.Severity.WARNING, text).source(source).build());
  }
}
