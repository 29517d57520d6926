// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Outcome;
import dev.assay.jqwik.ByCaller;
import dev.assay.jqwik.CallbackChain;
import dev.assay.jqwik.ChainPlay;
import dev.assay.jqwik.TrialProperties;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

@TrialProperties
final class PoolProperties {
  @Property
  void member_worksForOneAtATime_whateverTheWorkDoes(@ForAll CallbackChain chain) {
    Pool<String> pool = new Pool<>(List.of("the only one"));
    Lending.check(work -> pool.<@Nullable String>use(work), chain);
  }

  @Property
  void member_comesBack_whateverTheCallerDoes(@ForAll @ByCaller CallbackChain chain) {
    Pool<String> pool = new Pool<>(List.of("the only one"));
    Deferred<@Nullable String> work = new Deferred<>();
    ChainPlay caller = chain.on(pool.<@Nullable String>use(member -> work)).play();
    if (!work.isFired()) {
      work.callback("done");
    }
    Deferred<String> next = pool.use(Deferred::succeed);
    caller.finish();
    assertThat(next.state()).isEqualTo(new Outcome.Success<>("the only one"));
  }
}
