// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.jupiter;

import dev.assay.pending.Ledger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * What makes the arguments of a test template, between its invocations: what that code makes
 * belongs to the trial of the template, which is judged when the last invocation has ended. It is
 * so only if the invocations are run by the thread of the template: others may not use what that
 * has made.
 */
final class Providers implements AutoCloseable {
  private final TrialScope template;
  private final Thread thread = Thread.currentThread();
  private Ledger.@Nullable Binding binding;

  private Providers(TrialScope template) {
    this.template = template;
  }

  /** Lets this thread work for a template from now on. */
  static void begin(ExtensionContext template) {
    if (template.getExecutionMode() == ExecutionMode.SAME_THREAD && Refusal.of(template) == null) {
      Providers providers = new Providers(TrialScope.of(template));
      providers.template.begin();
      template.getStore(TrialScope.NAMESPACE).put(key(template), providers);
      providers.resume();
    }
  }

  /** Returns what makes the arguments of an invocation, or null if that is none or has nothing. */
  static @Nullable Providers of(ExtensionContext invocation) {
    ExtensionContext template = invocation.getParent().orElse(null);
    return template == null || template.getTestMethod().isEmpty()
        ? null
        : template.getStore(TrialScope.NAMESPACE).get(key(template), Providers.class);
  }

  private static String key(ExtensionContext template) {
    return "providers of " + template.getUniqueId();
  }

  /** Lets go of this thread while it runs an invocation. */
  void suspend() {
    if (binding != null && thread.equals(Thread.currentThread())) {
      binding.close();
      binding = null;
    }
  }

  /** Takes this thread again when the invocation has ended. */
  void resume() {
    if (binding == null && thread.equals(Thread.currentThread())) {
      binding = template.bind();
    }
  }

  /** Lets go of this thread for good. */
  @Override
  public void close() {
    suspend();
  }
}
