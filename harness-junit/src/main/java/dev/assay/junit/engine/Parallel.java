// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import java.util.Optional;
import java.util.Set;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.support.config.PrefixedConfigurationParameters;
import org.junit.platform.engine.support.hierarchical.ForkJoinPoolHierarchicalTestExecutorService;
import org.junit.platform.engine.support.hierarchical.HierarchicalTestExecutorService;
import org.junit.platform.engine.support.hierarchical.ParallelHierarchicalTestExecutorServiceFactory;

/**
 * The parallel execution of trials, by the configuration parameters {@code trial.parallel.config}:
 * with a pool that never runs one test inside another, if the version of JUnit has one.
 *
 * @param all all parameters that are set
 */
record Parallel(ConfigurationParameters all) implements ConfigurationParameters {
  private static final String POOL = "executor-service";

  static HierarchicalTestExecutorService executorService(ConfigurationParameters parameters) {
    ConfigurationParameters own =
        new PrefixedConfigurationParameters(parameters, "trial.parallel.config.");
    try {
      return Since61.executorService(new Parallel(own));
    } catch (LinkageError before61) {
      return beforeThat(own);
    }
  }

  @SuppressWarnings("deprecation")
  private static HierarchicalTestExecutorService beforeThat(ConfigurationParameters parameters) {
    return new ForkJoinPoolHierarchicalTestExecutorService(parameters);
  }

  @Override
  public Optional<String> get(String key) {
    Optional<String> set = all.get(key);
    return set.isEmpty() && key.equals(POOL) ? Optional.of("worker_thread_pool") : set;
  }

  @Override
  public Optional<Boolean> getBoolean(String key) {
    return all.getBoolean(key);
  }

  @Override
  public Set<String> keySet() {
    return all.keySet();
  }

  /** The API that JUnit has since 6.1. */
  private static final class Since61 {
    static HierarchicalTestExecutorService executorService(ConfigurationParameters parameters) {
      return ParallelHierarchicalTestExecutorServiceFactory.create(parameters);
    }
  }
}
