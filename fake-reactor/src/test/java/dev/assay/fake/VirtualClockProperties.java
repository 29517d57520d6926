// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ledger.Ledger;
import dev.assay.time.DelayedCall;
import dev.assay.usage.Clocks;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class VirtualClockProperties {
  @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
  void anyProgram_runsAsOnAListSortedByDueTimeAndArming(@ForAll("programs") Program program) {
    assertThat(program.playOn(new RealClock(false))).isEqualTo(program.playOn(new ModelClock()));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void anyProgram_runsAlikeInAndOutsideATrial(@ForAll("programs") Program program) {
    assertThat(program.playOn(new RealClock(true))).isEqualTo(program.playOn(new RealClock(false)));
  }

  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void advance_ofASum_isTheSameAsTwo(
      @ForAll("undriven") Program program, @ForAll("nanos") long a, @ForAll("nanos") long b) {
    RealClock once = new RealClock(false);
    List<String> inOne = program.playOn(once);
    RealClock twice = new RealClock(false);
    List<String> inTwo = program.playOn(twice);

    once.drive(Program.Kind.ADVANCE, a + b);
    twice.drive(Program.Kind.ADVANCE, a);
    twice.drive(Program.Kind.ADVANCE, b);

    assertThat(inTwo).isEqualTo(inOne);
    assertThat(twice.now()).isEqualTo(once.now());
    assertThat(twice.armed()).isEqualTo(once.armed());
  }

  @Provide
  Arbitrary<Program> programs() {
    return Program.any();
  }

  @Provide
  Arbitrary<Program> undriven() {
    return Program.undriven();
  }

  @Provide
  Arbitrary<Long> nanos() {
    return Program.nanos();
  }

  /** The clock under test, as a program sees it. */
  private static final class RealClock implements Program.Player<DelayedCall> {
    private final VirtualClock clock;

    private RealClock(boolean inTrial) {
      clock = inTrial ? Clocks.in(new Ledger()) : new VirtualClock();
    }

    @Override
    public DelayedCall later(long nanos, Runnable call, String name) {
      return clock.callLater(Duration.ofNanos(nanos), call).label(name);
    }

    @Override
    public void change(Program.Kind kind, DelayedCall call, long nanos) {
      switch (kind) {
        case CANCEL -> call.cancel();
        case RESET -> call.reset(Duration.ofNanos(nanos));
        default -> call.delay(Duration.ofNanos(nanos));
      }
    }

    @Override
    public void drive(Program.Kind kind, long nanos) {
      switch (kind) {
        case ADVANCE -> clock.advance(Duration.ofNanos(nanos));
        case JUMP -> clock.jump(Duration.ofNanos(nanos));
        case STEP -> clock.step();
        default -> clock.advanceToNext();
      }
    }

    @Override
    public long now() {
      return clock.elapsed().toNanos();
    }

    @Override
    public List<String> armed() {
      return clock.delayedCalls().stream()
          .map(call -> nameOf(call) + " at " + call.due().toNanos())
          .toList();
    }

    private static String nameOf(DelayedCall call) {
      String text = call.toString();
      return text.substring(text.indexOf('(') + 1, text.indexOf(')'));
    }
  }
}
