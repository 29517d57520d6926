// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.countdown;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Deferreds;
import java.util.List;

/** The launch of a rocket: several countdowns, all of which must come to zero. */
final class Launch {
  private Launch() {}

  /**
   * Starts the countdowns. The Deferred fires when all have come to zero. If one of them fails, so
   * does the launch, with a {@link dev.assay.deferred.FirstErrorException}, and the others are
   * stopped; to cancel the launch is one way.
   */
  static Deferred<String> start(List<Countdown> countdowns) {
    List<Deferred<Countdown>> counts =
        countdowns.stream().map(each -> Deferreds.maybeDeferred(each::start)).toList();
    return Deferreds.gather(counts)
        .addCallback(zeros -> "lift-off")
        .addErrback(
            error -> {
              counts.forEach(Deferred::cancel);
              throw error;
            })
        .label("launch");
  }
}
