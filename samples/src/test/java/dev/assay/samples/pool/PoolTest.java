// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.pool;

import static dev.assay.trial.Trials.failureResultOf;
import static dev.assay.trial.Trials.successResultOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.junit.Trial;
import java.util.List;

/** What the properties of the pool cannot reach: work that gives no Deferred at all. */
final class PoolTest {
  @Trial
  void workThatThrows_givesItsMemberBack() {
    Pool<String> pool = new Pool<>(List.of("the only one"));
    Deferred<String> broken =
        pool.<String>use(
            member -> {
              throw new IllegalStateException("no work with " + member);
            });

    assertThat(failureResultOf(broken, IllegalStateException.class))
        .hasMessage("no work with the only one");
    Deferred<String> next = pool.use(Deferred::succeed);
    assertThat(successResultOf(next)).isEqualTo("the only one");
  }
}
