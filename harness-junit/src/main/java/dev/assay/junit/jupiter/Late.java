// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.jupiter;

import dev.assay.junit.run.Latecomers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * The actions of trial threads after the end of their trials. Each fails the enclosing class or,
 * once that has ended as well, the whole run.
 *
 * @param comers the failures so far
 */
record Late(Latecomers comers) implements AutoCloseable {
  private static final Namespace NAMESPACE = Namespace.create(Late.class);

  /** Returns the latecomers of the enclosing context of a trial. */
  static Latecomers around(ExtensionContext trial) {
    ExtensionContext around = trial.getParent().orElse(trial);
    while (!isClass(around) && around.getParent().isPresent()) {
      around = around.getParent().get();
    }
    return in(around);
  }

  private static boolean isClass(ExtensionContext context) {
    return context.getTestClass().isPresent() && context.getTestMethod().isEmpty();
  }

  private static synchronized Latecomers in(ExtensionContext context) {
    Store store = context.getStore(NAMESPACE);
    @Nullable Late known = store.get(context, Late.class);
    if (known != null) {
      return known.comers;
    }
    ExtensionContext root = context.getRoot();
    Late made = new Late(new Latecomers(root.equals(context) ? null : in(root)));
    store.put(context, made);
    return made.comers;
  }

  @Override
  public void close() {
    comers.raise();
  }
}
