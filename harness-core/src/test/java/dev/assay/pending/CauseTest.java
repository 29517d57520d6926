// SPDX-License-Identifier: Apache-2.0
package dev.assay.pending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ledger.Ledger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CauseTest {
  private static @Nullable Cause chain(int links) {
    Cause chain = null;
    for (int i = 1; i <= links; i++) {
      chain = new Cause("call " + i, Site.unknown(), i, chain);
    }
    return chain;
  }

  private static List<String> names(@Nullable Cause latest) {
    List<String> names = new ArrayList<>();
    for (Cause link = latest; link != null; link = link.earlier()) {
      names.add(link.what());
    }
    return names;
  }

  @Test
  void link_saysWhatHappenedAndWhen() {
    Cause cause = new Cause("DelayedCall#1", Site.unknown(), 5, null);
    assertThat(cause.what()).isEqualTo("DelayedCall#1");
    assertThat(cause.at()).isEqualTo(Duration.ofNanos(5));
    assertThat(cause.site()).isEqualTo(Site.unknown());
    assertThat(cause.forgotten()).isZero();
  }

  @Test
  void shortChain_isKept() {
    assertThat(names(chain(3))).containsExactly("call 3", "call 2", "call 1");
  }

  @Test
  void everyLength_keepsTheLatestAndCountsTheRest() {
    for (int links = 1; links <= 100; links++) {
      Cause latest = chain(links);
      assertThat(latest).isNotNull();
      List<String> names = names(latest);
      assertThat(names).startsWith("call " + links).hasSizeBetween(Math.min(links, 10), 20);
      assertThat(latest.count()).isEqualTo(links);
      assertThat(latest.forgotten()).isEqualTo(links - names.size());
    }
  }

  @Test
  void ledger_asksForTheCauseOnce_ofWhatIsBornMeanwhile() {
    Ledger ledger = new Ledger();
    List<String> asked = new ArrayList<>();
    assertThat(ledger.happening()).isNull();
    ledger.happens(
        () -> {
          asked.add("asked");
          return new Cause("call", Site.unknown(), 0, null);
        });
    assertThat(asked).isEmpty();
    ledger.logError("first", new Exception());
    ledger.logError("second", new Exception());
    ledger.happens(null);
    ledger.logError("third", new Exception());
    assertThat(asked).hasSize(1);
    assertThat(ledger.snapshot())
        .extracting(Pending::cause)
        .extracting(cause -> cause == null ? "none" : cause.what())
        .containsExactly("call", "call", "none");
  }
}
