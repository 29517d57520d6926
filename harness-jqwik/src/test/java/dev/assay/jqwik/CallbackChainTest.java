// SPDX-License-Identifier: Apache-2.0
package dev.assay.jqwik;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.jqwik.Step.Add;
import dev.assay.jqwik.Step.Chain;
import dev.assay.jqwik.Step.End;
import dev.assay.jqwik.Step.Fire;
import dev.assay.jqwik.Step.Function;
import dev.assay.jqwik.Step.Level;
import dev.assay.jqwik.Step.Touch;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CallbackChainTest {
  private static CallbackChain chain(Step... steps) {
    return new CallbackChain(List.of(Cancels.NOT, Cancels.WITH_A_VALUE), List.of(steps));
  }

  private static Function function(End end, Step... inside) {
    return new Function(List.of(inside), end, 2, "");
  }

  private static Add add(Level level, Function... functions) {
    return new Add(0, level, List.of(functions));
  }

  @Test
  void toString_eachLevel_isItsJava() {
    assertThat(
            chain(
                add(Level.CALLBACK, function(End.RETURN)),
                add(Level.ERRBACK, function(End.PASS)),
                add(Level.BOTH, function(End.PASS)),
                add(Level.CALLBACKS, function(End.PASS), function(End.THROW))))
        .hasToString(
            """
            deferred.addCallback(value -> "v1");
            deferred.addErrback(error -> { throw error; });
            deferred.addBoth(outcome -> outcome.get());
            deferred.addCallbacks(value -> value, error -> { throw new IOException("e2"); });""");
  }

  @Test
  void toString_eachLevelThatWaits_isItsJava() {
    assertThat(
            chain(
                add(Level.CALLBACK, function(End.WAIT)),
                add(Level.ERRBACK, function(End.WAIT)),
                add(Level.BOTH, function(End.WAIT)),
                add(Level.CALLBACKS, function(End.RETURN), function(End.WAIT))))
        .hasToString(
            """
            Deferred<String> b = new Deferred<>(it -> it.callback("stopped"));
            deferred.addDeferringCallback(value -> b);
            deferred.addDeferringErrback(error -> b);
            deferred.addDeferringBoth(outcome -> b);
            deferred.addDeferringCallbacks(value -> Deferred.succeed("v1"), error -> b);""");
  }

  @Test
  void toString_otherSteps_isTheirJava() {
    assertThat(
            chain(
                new Fire(0, false, ""),
                new Fire(1, true, ""),
                new Touch(0, Touch.Kind.CANCEL),
                new Touch(0, Touch.Kind.PAUSE),
                new Touch(0, Touch.Kind.UNPAUSE),
                new Chain(0, 1)))
        .hasToString(
            """
            Deferred<String> a = new Deferred<>();
            deferred.callback("v1");
            a.errback(new IOException("e2"));
            deferred.cancel();
            deferred.pause();
            deferred.unpause();
            deferred.chainDeferred(a);""");
  }

  @Test
  void toString_stepsInsideFunctions_haveNamesOfTheirOwn() {
    assertThat(
            chain(
                add(
                    Level.CALLBACK,
                    function(
                        End.PASS,
                        add(Level.CALLBACK, function(End.PASS, new Fire(0, false, "")))))))
        .hasToString(
            "deferred.addCallback(value -> { deferred.addCallback(value2 -> {"
                + " deferred.callback(\"v1\"); return value2; }); return value; });");
  }

  @Test
  void toString_noSteps_saysSo() {
    assertThat(chain()).hasToString("// nothing");
  }

  @Test
  void applyTo_logsWhatHappens() {
    CallbackChain chain =
        chain(
            add(Level.CALLBACK, function(End.THROW)),
            new Fire(0, false, ""),
            new Fire(0, false, ""),
            new Touch(2, Touch.Kind.CANCEL),
            new Touch(1, Touch.Kind.UNPAUSE));
    assertThat(chain.applyTo(new Deferred<>()))
        .isEqualTo(chain.expected())
        .containsExactly(
            "value v2 reached deferred.addCallback(value -> { throw new IOException(\"e1\"); })",
            "deferred.callback(\"v3\") was refused: already fired",
            "the canceller of b ran",
            "a.unpause() was refused: unpaired",
            "deferred came to failure e1",
            "a came to value late",
            "b came to value stopped");
  }

  @Test
  void cancel_throughTwoWaits_reachesTheLast() {
    CallbackChain chain =
        chain(
            new Add(0, Level.CALLBACK, List.of(new Function(List.of(), End.WAIT, 1, ""))),
            new Add(1, Level.CALLBACK, List.of(new Function(List.of(), End.WAIT, 2, ""))),
            new Fire(0, false, ""),
            new Fire(1, false, ""),
            new Touch(0, Touch.Kind.CANCEL));
    assertThat(chain.applyTo(new Deferred<>()))
        .isEqualTo(chain.expected())
        .contains("the canceller of b ran", "deferred came to value stopped");
  }

  @Test
  void on_otherValues_makesThemOfTheNames() {
    Deferred<Integer> deferred = new Deferred<>();
    chain(add(Level.CALLBACK, function(End.RETURN)), new Fire(0, false, ""))
        .on(deferred, name -> Integer.valueOf(name.substring(1)))
        .play();
    assertThat(deferred).hasToString("Deferred [succeeded: 1]");
  }

  @Test
  void step_one_playsOne() {
    Deferred<@Nullable String> deferred = new Deferred<>();
    ChainPlay play = chain(new Touch(0, Touch.Kind.PAUSE), new Fire(0, false, "")).on(deferred);
    assertThat(play.step()).isTrue();
    assertThat(deferred.pauseCount()).isEqualTo(1);
    assertThat(deferred.isFired()).isFalse();
    assertThat(play.step()).isTrue();
    assertThat(play.step()).isFalse();
    assertThat(deferred.isFired()).isTrue();
  }

  @Test
  void finish_givesBackItsPauses_andLeavesTheFiringToOthers() {
    Deferred<@Nullable String> deferred = new Deferred<>();
    chain(
            new Touch(0, Touch.Kind.UNPAUSE),
            new Touch(0, Touch.Kind.PAUSE),
            new Touch(0, Touch.Kind.PAUSE),
            add(Level.CALLBACK, function(End.PASS, new Touch(0, Touch.Kind.PAUSE))))
        .on(deferred)
        .finish();
    assertThat(deferred.pauseCount()).isZero();
    assertThat(deferred.isFired()).isFalse();
    deferred.callback("fired by its owner");
    assertThat(deferred).hasToString("Deferred [succeeded: fired by its owner]");
  }

  @Test
  void equals_sameText_isTheSame() {
    assertThat(chain(new Fire(0, false, "")))
        .isEqualTo(chain(new Fire(0, false, "another name")))
        .hasSameHashCodeAs(chain(new Fire(0, false, "")))
        .isNotEqualTo(chain(new Fire(0, true, "")));
  }
}
