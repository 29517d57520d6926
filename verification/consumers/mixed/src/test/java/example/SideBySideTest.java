// SPDX-License-Identifier: Apache-2.0
package example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fake.FakeReactor;
import dev.assay.fake.VirtualClock;
import dev.assay.jqwik.CallbackChain;
import dev.assay.jqwik.Delay;
import dev.assay.jqwik.TrialProperties;
import dev.assay.junit.Trial;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A class with tests of three engines, each of which runs its own and leaves the others alone. */
class SideBySideTest {
  @Trial
  void isATrial(FakeReactor reactor) {
    reactor.advance(Duration.ofSeconds(1));
    assertThat(reactor.elapsed()).hasSeconds(1);
  }

  @Test
  void isOfJupiter() {}

  @Property
  void isOfJqwik(@ForAll @IntRange(min = 1, max = 10) int seconds) {
    FakeReactor reactor = new FakeReactor();
    reactor.advance(Duration.ofSeconds(seconds));
    assertThat(reactor.elapsed()).hasSeconds(seconds);
  }

  @TrialProperties
  @Property
  void isATrialOfJqwik(@ForAll @Delay Duration delay, @ForAll CallbackChain chain) {
    new VirtualClock().callLater(delay, () -> {}).cancel();
    assertThat(chain).isNotNull();
  }

  @Nested
  class Within {
    @Trial
    void isATrial() {}

    @Test
    void isOfJupiter() {}
  }
}
