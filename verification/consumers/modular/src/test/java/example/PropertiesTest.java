// SPDX-License-Identifier: Apache-2.0
package example;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.assay.fake.VirtualClock;
import dev.assay.jqwik.CallbackChain;
import dev.assay.jqwik.Delay;
import dev.assay.jqwik.TrialProperties;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Properties whose arbitraries are found by the types of parameters. */
@TrialProperties
class PropertiesTest {
  @Property
  void leavesNothing(@ForAll @Delay Duration delay, @ForAll CallbackChain chain) {
    new VirtualClock().callLater(delay, () -> {}).cancel();
    assertFalse(chain.toString().isEmpty());
  }

  @Property
  void leavesACall(@ForAll @Delay Duration delay) {
    new VirtualClock().callLater(delay, () -> {});
  }
}
