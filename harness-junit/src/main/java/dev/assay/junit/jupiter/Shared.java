// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.jupiter;

import dev.assay.junit.run.SettingsReader;
import dev.assay.trial.run.DeathWatch;
import dev.assay.trial.run.Watchdog;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * The state that all trials of an execution share.
 *
 * @param watchdog the watchdog of all trials
 * @param settings the settings from the parameters and the annotations
 */
record Shared(Watchdog watchdog, DeathWatch deaths, SettingsReader settings)
    implements AutoCloseable {
  private static final String CLOSES = "junit.jupiter.extensions.store.close.autocloseable.enabled";

  static Shared of(ExtensionContext context) {
    Store store = context.getRoot().getStore(TrialScope.NAMESPACE);
    Shared known = store.get(Shared.class, Shared.class);
    return known == null ? open(context, store) : known;
  }

  private static synchronized Shared open(ExtensionContext context, Store store) {
    @Nullable Shared known = store.get(Shared.class, Shared.class);
    if (known != null) {
      return known;
    }
    checkStoreCloses(context);
    Shared made =
        new Shared(
            new Watchdog(),
            DeathWatch.open(),
            new SettingsReader(context::getConfigurationParameter));
    store.put(Shared.class, made);
    return made;
  }

  private static void checkStoreCloses(ExtensionContext context) {
    if (context.getConfigurationParameter(CLOSES).filter("false"::equalsIgnoreCase).isPresent()) {
      throw new IllegalStateException(CLOSES + " must be true for a trial to be judged: false");
    }
  }

  @Override
  public void close() {
    watchdog.close();
    deaths.close();
  }
}
