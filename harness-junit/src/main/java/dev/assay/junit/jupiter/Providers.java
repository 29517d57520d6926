// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.jupiter;

import dev.assay.ledger.Ledger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The code that makes the arguments of a test template, between its invocations. The objects that
 * it makes belong to the trial of the template, which is judged when the last invocation has ended.
 * This requires that the thread of the template runs the invocations: other threads may not use
 * these objects.
 */
final class Providers implements AutoCloseable {
  private final TrialScope template;
  private final Thread thread = Thread.currentThread();
  private Ledger.@Nullable Binding binding;

  private Providers(TrialScope template) {
    this.template = template;
  }

  /** Binds this thread to a template from now on. */
  static void begin(ExtensionContext template) {
    if (template.getExecutionMode() == ExecutionMode.SAME_THREAD && Refusal.of(template) == null) {
      Providers providers = new Providers(TrialScope.of(template));
      providers.template.begin();
      template.getStore(TrialScope.NAMESPACE).put(key(template), providers);
      providers.resume();
    }
  }

  /** Returns the argument providers of an invocation, or null if it is none or has none. */
  static @Nullable Providers of(ExtensionContext invocation) {
    ExtensionContext template = invocation.getParent().orElse(null);
    return template == null || template.getTestMethod().isEmpty()
        ? null
        : template.getStore(TrialScope.NAMESPACE).get(key(template), Providers.class);
  }

  private static String key(ExtensionContext template) {
    return "providers of " + template.getUniqueId();
  }

  /** Releases this thread while it runs an invocation. */
  void suspend() {
    if (binding != null && thread.equals(Thread.currentThread())) {
      binding.close();
      binding = null;
    }
  }

  /** Binds this thread again when the invocation has ended. */
  void resume() {
    if (binding == null && thread.equals(Thread.currentThread())) {
      binding = template.bind();
    }
  }

  /** Releases this thread permanently. */
  @Override
  public void close() {
    suspend();
  }
}
