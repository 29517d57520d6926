// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import static dev.assay.deferred.Results.failure;
import static dev.assay.deferred.Results.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** All the values, or the first failure. */
final class GatherTest {
  private final IOException gone = new IOException("gone");
  private final IOException lost = new IOException("lost");
  private final Deferred<String> a = new Deferred<>();
  private final Deferred<String> b = new Deferred<>();

  @Test
  void gather_allSucceed_givesTheValuesInOrder() {
    Deferred<List<String>> all = Deferreds.gather(List.of(a, b));
    b.callback("B");
    assertThat(all.isFired()).isFalse();
    a.callback("A");
    assertThat(value(all)).isEqualTo(List.of("A", "B"));
    assertThat(value(a)).isEqualTo("A");
  }

  @Test
  void gather_nullValues_areKept() {
    Deferred<@Nullable String> nothing = new Deferred<>();
    Deferred<List<@Nullable String>> all =
        Deferreds.gather(List.<Deferred<@Nullable String>>of(nothing));
    nothing.callback(null);
    assertThat(value(all)).isEqualTo(Arrays.asList((String) null));
  }

  @Test
  void gather_empty_givesNothingAtOnce() {
    assertThat(value(Deferreds.gather(List.<Deferred<String>>of()))).isEqualTo(List.of());
  }

  @Test
  void gather_oneFails_failsAtOnceAndTheOthersGoOn() {
    Deferred<List<String>> all = Deferreds.gather(List.of(a, b));
    b.errback(gone);
    assertThat(failure(all))
        .isExactlyInstanceOf(FirstErrorException.class)
        .hasMessage("Deferred at index 1 failed: java.io.IOException: gone")
        .hasCause(gone);
    assertThat(a.isFired()).isFalse();
    a.callback("A");
    assertThat(value(a)).isEqualTo("A");
  }

  @Test
  void gather_failures_areHandledAndTheLaterOnesSuppressedInTheFirst() {
    Deferred<List<String>> all = Deferreds.gather(List.of(a, b));
    b.errback(gone);
    a.errback(lost);
    assertThat(List.of(a.isUnhandled(), b.isUnhandled())).containsExactly(false, false);
    assertThat(failure(all).getSuppressed()).containsExactly(lost);
  }

  @Test
  void gather_notConsuming_leavesTheMembersFailuresUnhandled() {
    Deferred<List<String>> all = Deferreds.gather(List.of(a, b), false);
    b.errback(gone);
    a.errback(lost);
    assertThat(List.of(a.isUnhandled(), b.isUnhandled())).containsExactly(true, true);
    assertThat(failure(all).getSuppressed()).isEmpty();
  }

  @Test
  void gather_theListChangesLater_countsThoseGiven() {
    List<Deferred<String>> given = new ArrayList<>(List.of(a, b));
    Deferred<List<String>> all = Deferreds.gather(given);
    given.remove(b);
    a.callback("A");
    assertThat(all.isFired()).isFalse();
    b.callback("B");
    assertThat(value(all)).isEqualTo(List.of("A", "B"));
  }

  @Test
  void gather_cancelled_cancelsAllAndFailsWithTheFirst() {
    Deferred<List<String>> all = Deferreds.gather(List.of(a, b));
    all.cancel();
    assertThat(failure(all))
        .isExactlyInstanceOf(FirstErrorException.class)
        .hasCauseExactlyInstanceOf(CancellationException.class);
    assertThat(List.of(a.isFired(), b.isFired())).containsExactly(true, true);
  }

  @Test
  void gather_ofGathers_isFlattenedByNobody() {
    Deferred<List<List<String>>> all =
        Deferreds.gather(List.of(Deferreds.gather(List.of(a)), Deferreds.gather(List.of(b))));
    b.callback("B");
    a.callback("A");
    assertThat(value(all)).isEqualTo(List.of(List.of("A"), List.of("B")));
  }
}
