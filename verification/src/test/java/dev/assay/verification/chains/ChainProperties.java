// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.chains;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Outcome;
import dev.assay.jqwik.AssayArbitraries;
import dev.assay.jqwik.CallbackChain;
import dev.assay.jqwik.ChainPlay;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What holds of any program over a few Deferreds, whatever a model says. */
final class ChainProperties {
  @Provide
  Arbitrary<CallbackChain> programs() {
    return AssayArbitraries.callbackChains();
  }

  @Property
  void anyProgram_doesWhatTheModelDoes(@ForAll("programs") CallbackChain program) {
    ChainPlay real = program.on(new Deferred<@Nullable String>());
    ChainPlay model = program.onModel();
    while (real.step()) {
      model.step();
      assertThat(real.log()).isEqualTo(model.log());
    }

    assertThat(real.finish().log()).isEqualTo(model.finish().log());
  }

  @Property
  void anyProgram_runsEachLevelOnceAndInOrder(@ForAll("programs") CallbackChain program) {
    Deferred<@Nullable String> deferred = new Deferred<>();
    ChainPlay play = program.on(deferred);
    List<Integer> ran = new ArrayList<>();
    int levels = 0;
    do {
      addLevel(deferred, levels++, ran);
      assertThat(ran).isSorted().doesNotHaveDuplicates();
    } while (play.step());
    finish(play, deferred);

    assertThat(ran).isEqualTo(IntStream.range(0, levels).boxed().toList());
  }

  private static void addLevel(Deferred<@Nullable String> deferred, int number, List<Integer> ran) {
    deferred.<@Nullable String>addBoth(
        outcome -> {
          ran.add(number);
          return outcome.get();
        });
  }

  @Property
  void anyProgram_finished_leavesExactlyOneOutcome(@ForAll("programs") CallbackChain program) {
    Deferred<@Nullable String> deferred = new Deferred<>();
    ChainPlay play = program.on(deferred);
    finish(play, deferred);

    assertThat(deferred.state()).isInstanceOf(Outcome.class);
    assertThat(deferred.pauseCount()).isZero();
    assertThat(deferred.isUnhandled()).isEqualTo(deferred.state() instanceof Outcome.Failure);
    assertThat(List.of("deferred", "a", "b"))
        .allSatisfy(
            name -> assertThat(play.log()).anyMatch(line -> line.startsWith(name + " came to ")));
  }

  /** Lets go of all that the program holds, and fires what it has not fired. */
  private static void finish(ChainPlay play, Deferred<@Nullable String> deferred) {
    play.finish();
    if (!deferred.isFired()) {
      deferred.callback("last");
    }
  }
}
