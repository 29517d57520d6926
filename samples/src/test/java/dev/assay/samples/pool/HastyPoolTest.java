// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.pool;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.assay.junit.jqwik.CallbackChain;
import dev.assay.junit.jqwik.TrialProperties;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** What the property of the pool says of one with a fault. */
final class HastyPoolTest {
  @Test
  void fault_isFound_andShrinksToItsCore() {
    Events events =
        EngineTestKit.engine("jqwik")
            .configurationParameter("jqwik.database", "")
            .configurationParameter("jqwik.reporting.usejunitplatform", "true")
            .selectors(selectClass(Hasty.class))
            .execute()
            .testEvents();
    events.assertStatistics(statistics -> statistics.failed(1));
    String report =
        events
            .reportingEntryPublished()
            .map(event -> event.getRequiredPayload(ReportEntry.class))
            .flatMap(entry -> entry.getKeyValuePairs().values().stream())
            .collect(joining("\n"));
    assertThat(report)
        .contains(
            """
              chain: deferred.callback("v1"); deferred.pause();
            """);
  }

  @TrialProperties
  static final class Hasty {
    @Property
    void member_worksForOneAtATime_whateverTheWorkDoes(@ForAll CallbackChain chain) {
      HastyPool<String> pool = new HastyPool<>(List.of("the only one"));
      Lending.check(work -> pool.<@Nullable String>use(work), chain);
    }
  }
}
