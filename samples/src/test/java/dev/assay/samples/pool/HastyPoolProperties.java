// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.jqwik.CallbackChain;
import dev.assay.jqwik.TrialProperties;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import org.jspecify.annotations.Nullable;

/** The property of the pool, tried with one that has a fault: it must fail, and say why. */
@TrialProperties
final class HastyPoolProperties {
  @Property
  @AddLifecycleHook(FaultIsFound.class)
  void member_worksForOneAtATime_whateverTheWorkDoes(@ForAll CallbackChain chain) {
    HastyPool<String> pool = new HastyPool<>(List.of("the only one"));
    Lending.check(work -> pool.<@Nullable String>use(work), chain);
  }

  /** What turns a failure into a success if its sample has shrunk to the core of the fault. */
  static final class FaultIsFound implements AroundPropertyHook {
    @Override
    public PropertyExecutionResult aroundProperty(
        PropertyLifecycleContext context, PropertyExecutor property) {
      PropertyExecutionResult result = property.execute();
      assertThat(result.falsifiedParameters())
          .hasValueSatisfying(
              smallest ->
                  assertThat(smallest)
                      .map(Object::toString)
                      .containsExactly("deferred.callback(\"v1\");\ndeferred.pause();"));
      return result.mapToSuccessful();
    }
  }
}
