// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Outcome;
import dev.assay.jqwik.ByCaller;
import dev.assay.jqwik.CallbackChain;
import dev.assay.jqwik.ChainPlay;
import dev.assay.jqwik.TrialProperties;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** Whether a chain that has finished leaves nothing behind: the verdict would blame the code. */
@TrialProperties
final class TidyProperties {
  @Property(tries = 2_000)
  void finishedChain_leavesNothing(@ForAll CallbackChain chain) {
    Deferred<@Nullable String> deferred = new Deferred<>();
    ChainPlay play = chain.on(deferred).play();
    if (!deferred.isFired()) {
      play.callback("answer");
    }
    play.finish();
    assertThat(deferred.state()).isInstanceOf(Outcome.Success.class);
    assertThat(deferred.pauseCount()).isZero();
  }

  @Property(tries = 2_000)
  void finishedChain_ofACaller_leavesNothingWhenItsOwnerFires(
      @ForAll @ByCaller CallbackChain chain, @ForAll boolean fails) {
    Deferred<@Nullable String> deferred = new Deferred<>();
    ChainPlay play = chain.on(deferred).finish();
    ChainPlay model = chain.onModel().finish();
    if (!deferred.isFired()) {
      answer(play, fails);
      answer(model, fails);
    }
    assertThat(deferred.state()).isInstanceOf(Outcome.Success.class);
    assertThat(play.log()).isEqualTo(model.log());
  }

  private static void answer(ChainPlay play, boolean fails) {
    if (fails) {
      play.errback("no answer");
    } else {
      play.callback("answer");
    }
  }
}
