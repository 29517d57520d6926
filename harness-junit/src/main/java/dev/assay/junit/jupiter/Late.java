// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.jupiter;

import dev.assay.junit.run.Latecomers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * What threads of trials do when those have ended: it fails the class around them or, once that has
 * ended as well, the whole run.
 *
 * @param comers what has come so far
 */
record Late(Latecomers comers) implements AutoCloseable {
  private static final Namespace NAMESPACE = Namespace.create(Late.class);

  /** Returns those who come late in what is around a trial. */
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
