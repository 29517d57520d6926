// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferreds;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.VirtualClock;
import dev.assay.junit.AllowPending;
import dev.assay.junit.Strict;
import dev.assay.junit.Trial;
import dev.assay.pending.PendingKind;
import dev.assay.time.DelayedCall;
import dev.assay.trial.TrialContext;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Correct trials with something before and after. */
abstract class CorrectLifecycles {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final StringBuilder patched = new StringBuilder("before");

  @Trial
  void cleanups_inOrder(TrialContext trial) {
    List<String> done = new ArrayList<>();
    trial.addCleanup(() -> assertThat(done).containsExactly("second"));
    trial.addCleanup(() -> done.add("second"));
  }

  @Trial
  void cleanup_thatWaits(TrialContext trial, VirtualClock clock) {
    trial.addDeferringCleanup(() -> Deferreds.deferLater(clock, SECOND));
  }

  @Trial
  void cleanup_ofACleanup(TrialContext trial, VirtualClock clock) {
    DelayedCall call = clock.callLater(SECOND, () -> {});
    trial.addCleanup(() -> trial.addCleanup(call::cancel));
  }

  @Trial
  void patch_isTakenBack(TrialContext trial) {
    trial.addCleanup(() -> assertThat(patched).hasToString("before"));
    trial.patch(patched::toString, this::patch, "after");
    assertThat(patched).hasToString("after");
  }

  private void patch(String text) {
    patched.replace(0, patched.length(), text);
  }

  @Trial
  void temporaryDirectory_isThere(TrialContext trial) throws Exception {
    Files.writeString(trial.temporaryDirectory().resolve("file"), "text");
  }

  @Trial
  void note_changesNothing(TrialContext trial, VirtualClock clock) {
    trial.note("at the beginning");
    clock.advance(SECOND);
    trial.note("at the end");
  }

  @Trial
  @AllowPending(PendingKind.DELAYED_CALL)
  void call_isAllowed(VirtualClock clock) {
    clock.callLater(SECOND, () -> {});
  }

  @Trial
  @AllowPending(names = "heartbeat")
  void call_isAllowedByName(VirtualClock clock) {
    clock.callLater(SECOND, () -> {}).label("heartbeat");
  }

  @Trial
  void call_isAllowedAtLast(VirtualClock clock, TrialContext trial) {
    clock.callLater(SECOND, () -> {});
    trial.allowPending(PendingKind.DELAYED_CALL);
  }

  /** Nothing else is there. */
  static final class InCorrectLifecyclesAlone extends CorrectLifecycles {}

  /** Nothing at all may be left behind. */
  @Strict
  static final class InCorrectLifecyclesStrict extends CorrectLifecycles {}

  /** Time has passed before, and passes after. */
  static final class InCorrectLifecyclesWithFixtures extends CorrectLifecycles
      implements Surroundings.Seconds {}

  /** The reactor comes from the constructor, and there is something to clean up. */
  static final class InCorrectLifecyclesWithConstructor extends CorrectLifecycles {
    InCorrectLifecyclesWithConstructor(FakeReactor reactor, TrialContext trial) {
      Surroundings.armAndCleanUp(reactor, trial);
    }
  }
}
