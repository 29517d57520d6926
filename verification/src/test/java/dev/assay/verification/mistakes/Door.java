// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import java.util.List;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;

/** The engine that runs a class of the corpus. */
enum Door {
  TRIAL("trial", "trial") {
    @Override
    void shuffle(LauncherDiscoveryRequestBuilder request, long seed) {
      request.configurationParameter("trial.order.seed", String.valueOf(seed));
    }
  },

  /** Jupiter's engine, with our extension. */
  JUPITER("junit-jupiter", "junit.jupiter.execution") {
    @Override
    void shuffle(LauncherDiscoveryRequestBuilder request, long seed) {
      request
          .configurationParameter(
              "junit.jupiter.testclass.order.default", ClassOrderer.Random.class.getName())
          .configurationParameter(
              "junit.jupiter.testmethod.order.default", MethodOrderer.Random.class.getName())
          .configurationParameter(
              "junit.jupiter.execution.order.random.seed", String.valueOf(seed));
    }

    @Override
    void spread(LauncherDiscoveryRequestBuilder request, int threads) {
      super.spread(request, threads);
      request.configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent");
    }
  };

  private final String engine;
  private final String prefix;

  Door(String engine, String prefix) {
    this.engine = engine;
    this.prefix = prefix;
  }

  /** Returns the engine that runs the tests of a class. */
  static Door of(Class<?> type) {
    boolean extended =
        AnnotationSupport.isAnnotated(type, ExtendWith.class)
            || !AnnotationSupport.findAnnotatedMethods(
                    type, ExtendWith.class, HierarchyTraversalMode.TOP_DOWN)
                .isEmpty();
    return extended ? JUPITER : TRIAL;
  }

  String engine() {
    return engine;
  }

  /** Has classes and methods run in the order of a seed. */
  abstract void shuffle(LauncherDiscoveryRequestBuilder request, long seed);

  /** Has tests run in some threads. */
  void spread(LauncherDiscoveryRequestBuilder request, int threads) {
    for (List<String> parameter :
        List.of(
            List.of("enabled", String.valueOf(threads > 1)),
            List.of("config.strategy", "fixed"),
            List.of("config.fixed.parallelism", String.valueOf(threads)))) {
      request.configurationParameter(prefix + ".parallel." + parameter.get(0), parameter.get(1));
    }
  }
}
