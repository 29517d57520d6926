// SPDX-License-Identifier: Apache-2.0
package dev.assay.jqwik;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What holds of any callback chain. */
final class CallbackChainProperties {
  @Provide
  Arbitrary<CallbackChain> chains() {
    return AssayArbitraries.callbackChains();
  }

  @Provide
  Arbitrary<CallbackChain> callers() {
    return AssayArbitraries.callbackChainsOfCallers();
  }

  @Provide
  Arbitrary<CallbackChain> longChains() {
    return ChainArbitrary.chains(true, 20);
  }

  @Property(tries = 10_000, edgeCases = EdgeCasesMode.NONE)
  void anyChain_stepByStep_goesAsTheModelDoes(@ForAll("chains") CallbackChain chain) {
    assertGoesAsTheModelDoes(chain);
  }

  @Property(tries = 5_000, edgeCases = EdgeCasesMode.NONE)
  void anyLongChain_stepByStep_goesAsTheModelDoes(@ForAll("longChains") CallbackChain chain) {
    assertGoesAsTheModelDoes(chain);
  }

  private static void assertGoesAsTheModelDoes(CallbackChain chain) {
    ChainPlay real = chain.on(new Deferred<>());
    ChainPlay model = chain.onModel();
    while (real.step()) {
      model.step();
      assertThat(real.log()).isEqualTo(model.log());
      assertThat(real.states()).isEqualTo(model.states());
    }
    real.finish();
    model.finish();
    assertThat(real.log()).isEqualTo(model.log());
    assertThat(real.states()).isEqualTo(model.states());
  }

  @Property(tries = 2_000)
  void anyChain_appliedToANewDeferred_isAsExpected(@ForAll("chains") CallbackChain chain) {
    assertThat(chain.applyTo(new Deferred<@Nullable String>())).isEqualTo(chain.expected());
  }

  @Property(tries = 2_000)
  void chainOfACaller_neverFiresTheDeferred(@ForAll("callers") CallbackChain chain) {
    Deferred<@Nullable String> cancelled =
        new Deferred<>(deferred -> deferred.callback("cancelled"));
    chain.on(cancelled).finish();
    if (!cancelled.isFired()) {
      cancelled.callback("fired by its owner");
    }
  }
}
