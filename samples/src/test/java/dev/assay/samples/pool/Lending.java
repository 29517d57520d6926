// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Outcome;
import dev.assay.jqwik.CallbackChain;
import dev.assay.jqwik.ChainPlay;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A pool with one member, as its properties see it. */
interface Lending {
  Deferred<@Nullable String> use(Function<String, Deferred<@Nullable String>> work);

  /**
   * Checks that nobody else gets the member before some work is over, and that somebody does then.
   */
  static void check(Lending pool, CallbackChain chain) {
    Deferred<@Nullable String> work = new Deferred<>();
    ChainPlay play = chain.on(work).play();
    Deferred<@Nullable String> first = pool.use(member -> work);
    Deferred<@Nullable String> second = pool.use(member -> Deferred.succeed(member));
    assertThat(isOver(second)).isEqualTo(isOver(first));
    if (!work.isFired()) {
      work.callback("done");
    }
    play.finish();
    assertThat(isOver(second)).isTrue();
    first.addErrback(error -> null);
  }

  static boolean isOver(Deferred<?> deferred) {
    return deferred.state() instanceof Outcome;
  }
}
