// SPDX-License-Identifier: Apache-2.0
package dev.assay.jqwik;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ServiceLoader;
import net.jqwik.api.providers.ArbitraryProvider;
import org.junit.jupiter.api.Test;

final class ProvidersTest {
  @Test
  void provider_isFoundOnTheClassPath() {
    assertThat(ServiceLoader.load(ArbitraryProvider.class))
        .hasAtLeastOneElementOfType(AssayArbitraryProvider.class);
  }
}
