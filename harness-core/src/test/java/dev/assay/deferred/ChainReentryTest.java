// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a chain does to itself by way of another that runs in its midst. */
final class ChainReentryTest {
  private final List<Object> seen = new ArrayList<>();

  @Test
  void chainDeferred_targetWaitsForTheSource_takesTheResultThatFiredIt() {
    Deferred<String> source = new Deferred<>();
    Deferred<String> target = new Deferred<>();
    source.chainDeferred(target);
    Deferred<String> waited = target.addDeferringCallback(value -> source);

    source.callback("result");

    assertThat(waited.state()).isEqualTo(new Outcome.Success<>("result"));
    assertThat(source.state()).isEqualTo(new Outcome.Success<@Nullable String>(null));
  }

  @Test
  void addDeferring_sourceMadeToWaitByTheOneItServes_waits() {
    Deferred<String> source = new Deferred<>();
    Deferred<String> unfired = new Deferred<>();
    Deferred.succeed("start")
        .addDeferringCallback(value -> source)
        .addEffect(value -> source.addEffect(seen::add));
    source.addDeferringCallback(value -> unfired);

    source.callback("result");

    assertThat(source.state()).isEqualTo(new DeferredState.Waiting<>(unfired));
    assertThat(seen).isEmpty();
    unfired.callback("late");
    assertThat(seen).containsExactly("late");
  }
}
