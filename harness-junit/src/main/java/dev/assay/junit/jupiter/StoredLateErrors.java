// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.jupiter;

import dev.assay.junit.run.LateErrors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * The late errors of a context, in its store: what threads of trials do after the end of their
 * trials fails the enclosing class or, once that has ended as well, the whole run.
 */
record StoredLateErrors(LateErrors errors) implements AutoCloseable {
  private static final Namespace NAMESPACE = Namespace.create(StoredLateErrors.class);

  /** Returns the late errors of the enclosing context of a trial. */
  static LateErrors around(ExtensionContext trial) {
    ExtensionContext around = trial.getParent().orElse(trial);
    while (!isClass(around) && around.getParent().isPresent()) {
      around = around.getParent().get();
    }
    return in(around);
  }

  private static boolean isClass(ExtensionContext context) {
    return context.getTestClass().isPresent() && context.getTestMethod().isEmpty();
  }

  private static synchronized LateErrors in(ExtensionContext context) {
    Store store = context.getStore(NAMESPACE);
    @Nullable StoredLateErrors known = store.get(context, StoredLateErrors.class);
    if (known != null) {
      return known.errors;
    }
    ExtensionContext root = context.getRoot();
    StoredLateErrors made =
        new StoredLateErrors(new LateErrors(root.equals(context) ? null : in(root)));
    store.put(context, made);
    return made.errors;
  }

  @Override
  public void close() {
    errors.raise();
  }
}
