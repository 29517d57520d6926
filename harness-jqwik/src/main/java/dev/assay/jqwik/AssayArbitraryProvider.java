// SPDX-License-Identifier: Apache-2.0
package dev.assay.jqwik;

import dev.assay.fake.event.Chunking;
import dev.assay.junit.run.TimeText;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;

/**
 * The provider by which jqwik finds {@link AssayArbitraries} for parameters with {@code @ForAll}.
 *
 * @since 0.1
 */
public final class AssayArbitraryProvider implements ArbitraryProvider {
  /** Makes the provider; called by jqwik. */
  public AssayArbitraryProvider() {}

  @Override
  public boolean canProvideFor(TypeUsage targetType) {
    return targetType.isOfType(CallbackChain.class)
        || targetType.isOfType(Chunking.class)
        || (targetType.isOfType(Duration.class) && targetType.isAnnotated(Delay.class));
  }

  /** Returns a priority above jqwik's own, as a delay is more specific than any duration. */
  @Override
  public int priority() {
    return 1;
  }

  @Override
  public Set<Arbitrary<?>> provideFor(TypeUsage targetType, SubtypeProvider subtypeProvider) {
    if (targetType.isOfType(CallbackChain.class)) {
      return Set.of(ChainArbitrary.chains(!targetType.isAnnotated(ByCaller.class)));
    }
    if (targetType.isOfType(Chunking.class)) {
      return Set.of(AssayArbitraries.chunkings());
    }
    Optional<Delay> delay = targetType.findAnnotation(Delay.class);
    return Set.of(
        delay
            .map(Delay::around)
            .filter(around -> !around.isEmpty())
            .map(around -> AssayArbitraries.delaysAround(TimeText.parse("around", around)))
            .orElseGet(AssayArbitraries::delays));
  }
}
