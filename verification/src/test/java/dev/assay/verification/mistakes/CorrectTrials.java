// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import java.util.List;
import java.util.stream.Stream;

/**
 * Trials without a mistake, of the same shapes as those that make one. Each shape is tried in each
 * of the surroundings that its class has as nested classes.
 */
final class CorrectTrials {
  private CorrectTrials() {}

  static List<Class<?>> classes() {
    return Stream.of(
            CorrectTimers.class,
            CorrectClockViews.class,
            CorrectDeferreds.class,
            CorrectFailures.class,
            CorrectConnections.class,
            CorrectExchanges.class,
            CorrectCompositions.class,
            CorrectLogging.class,
            CorrectWaits.class,
            CorrectStructures.class,
            CorrectInJupiter.class,
            CorrectThreads.class,
            CorrectOwnership.class,
            CorrectRealTime.class,
            CorrectLifecycles.class,
            CorrectShared.class,
            CorrectLeftOpen.class,
            CorrectDeclarations.class)
        .<Class<?>>flatMap(shapes -> Stream.of(shapes.getDeclaredClasses()))
        .filter(surroundings -> surroundings.getSuperclass() == surroundings.getEnclosingClass())
        .toList();
  }
}
