// SPDX-License-Identifier: Apache-2.0
package dev.assay.jqwik;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Shrinkable;

/** What holds of the chains that a chain shrinks to. */
final class SimplerProperties {
  @Property(tries = 200)
  void shrunkChain_isLess(@ForAll CallbackChain chain) {
    Simpler whole = new Simpler(chain, true);
    assertThat(whole.shrink())
        .allSatisfy(
            less -> {
              assertThat(less.distance()).isLessThan(whole.distance());
              assertThat(less.value()).isNotEqualTo(chain);
            });
  }

  @Property(tries = 200)
  void shrunkChain_ofACaller_doesNotFireEither(@ForAll @ByCaller CallbackChain chain) {
    assertThat(new Simpler(chain, false).shrink())
        .noneMatch(less -> less.value().steps().stream().anyMatch(step -> step.fires(0)));
  }

  @Property(tries = 200)
  void anyChain_shrinksToNothing(@ForAll CallbackChain chain) {
    Shrinkable<CallbackChain> least = new Simpler(chain, true);
    for (Optional<Shrinkable<CallbackChain>> next = Optional.of(least);
        next.isPresent();
        next = least.shrink().findFirst()) {
      least = next.get();
    }
    assertThat(least.value()).hasToString("// nothing");
    assertThat(least.value().cancellers()).containsOnly(Cancels.NOT);
  }
}
