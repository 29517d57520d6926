// SPDX-License-Identifier: Apache-2.0
package example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.junit.Trial;
import net.jqwik.api.Example;
import org.junit.jupiter.api.Test;

/** One failing test of each engine. */
class FailingTest {
  @Trial
  void trialLeavesADeferred() {
    new Deferred<String>().addCallback(String::length);
  }

  @Test
  void jupiterFails() {
    assertThat(1).isEqualTo(2);
  }

  @Example
  void jqwikFails() {
    assertThat(1).isEqualTo(2);
  }
}
