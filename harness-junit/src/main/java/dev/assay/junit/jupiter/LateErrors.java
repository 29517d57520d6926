// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.jupiter;

import dev.assay.trial.TrialError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * What threads of trials do wrong when their trial has ended: the class fails of it when it ends
 * or, once that has ended as well, the class around it and at last the execution. Any thread may
 * add to this.
 */
final class LateErrors implements AutoCloseable {
  private final @Nullable LateErrors rest;
  private final List<TrialError> errors = new ArrayList<>();
  private boolean over;

  private LateErrors(@Nullable LateErrors rest) {
    this.rest = rest;
  }

  /** Returns those of the class that a context belongs to, or of the execution. */
  static LateErrors of(ExtensionContext context) {
    ExtensionContext parent = context.getParent().orElse(null);
    boolean isOfClass = context.getTestClass().isPresent() && context.getTestMethod().isEmpty();
    return parent == null || isOfClass ? kept(context, parent) : of(parent);
  }

  private static synchronized LateErrors kept(
      ExtensionContext context, @Nullable ExtensionContext parent) {
    Store store = context.getStore(TrialScope.NAMESPACE);
    String key = "late in " + context.getUniqueId();
    LateErrors known = store.get(key, LateErrors.class);
    if (known != null) {
      return known;
    }
    LateErrors made = new LateErrors(parent == null ? null : of(parent));
    store.put(key, made);
    return made;
  }

  synchronized void add(TrialError error) {
    if (over && rest != null) {
      rest.add(error);
    } else {
      errors.add(error);
    }
  }

  /** Throws what has come so far; what comes later is for the next. */
  @Override
  public synchronized void close() {
    over = true;
    if (!errors.isEmpty()) {
      TrialError first = errors.get(0);
      errors.stream().skip(1).forEach(first::addSuppressed);
      throw first;
    }
  }
}
