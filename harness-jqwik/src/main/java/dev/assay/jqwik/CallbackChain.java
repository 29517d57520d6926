// SPDX-License-Identifier: Apache-2.0
package dev.assay.jqwik;

import dev.assay.deferred.Deferred;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A small program over a given Deferred and a few Deferreds of its own. It adds levels that return,
 * throw, wait for another Deferred or do more of the same, and it fires, cancels, pauses and
 * chains.
 *
 * <pre>{@code
 * @Property
 * void anyUse_ofATracedDeferred_isLikeThatOfAnyOther(@ForAll CallbackChain chain) {
 *   assertThat(chain.applyTo(trace(new Deferred<>()))).isEqualTo(chain.expected());
 * }
 * }</pre>
 *
 * <p>The result is a log, to be compared with the log of a simple model of Deferreds. A chain
 * prints as the Java code that it represents. jqwik makes chains, as parameters with
 * {@code @ForAll} and by {@link AssayArbitraries#callbackChains()}.
 *
 * @since 0.1
 */
public final class CallbackChain {
  private final List<Cancels> cancellers;
  private final List<Step> steps;

  CallbackChain(List<Cancels> cancellers, List<Step> steps) {
    Step.Names names = new Step.Names();
    this.cancellers = cancellers;
    this.steps = steps.stream().map(step -> step.named(names)).toList();
  }

  List<Cancels> cancellers() {
    return cancellers;
  }

  List<Step> steps() {
    return steps;
  }

  /** Plays this chain on a Deferred to the end, and returns the log. */
  public List<String> applyTo(Deferred<@Nullable String> deferred) {
    return on(deferred).finish().log();
  }

  /** Plays this chain on the model of a new Deferred to the end, and returns the log. */
  public List<String> expected() {
    return onModel().finish().log();
  }

  /** Begins a play on a Deferred. */
  public ChainPlay on(Deferred<@Nullable String> deferred) {
    return on(deferred, name -> name);
  }

  /**
   * Begins a play on a Deferred.
   *
   * @param values returns a value for a name in the text; the log shows the value's text
   */
  public <T extends @Nullable Object> ChainPlay on(
      Deferred<T> deferred, Function<? super String, ? extends T> values) {
    return new RealPlay<T>(this, deferred, values);
  }

  /** Begins a play on the model of a new Deferred without a canceller. */
  public ChainPlay onModel() {
    return new ModelPlay(this);
  }

  /** Returns the Java code that this chain represents, one statement per line. */
  @Override
  public String toString() {
    return String.join("\n", ChainText.lines(cancellers, steps));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CallbackChain chain
        && chain.cancellers.equals(cancellers)
        && chain.steps.equals(steps);
  }

  @Override
  public int hashCode() {
    return Objects.hash(cancellers, steps);
  }
}
