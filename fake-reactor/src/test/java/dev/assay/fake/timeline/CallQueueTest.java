// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fake.event.Phase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Each case runs on a heap, on a list, and on a list that becomes a heap on the way. */
@ParameterizedClass
@ValueSource(ints = {0, 2, 16})
final class CallQueueTest {
  private final CallQueue queue;
  private final Timeline timeline = new Timeline(null);

  CallQueueTest(int few) {
    queue = new CallQueue(few);
  }

  @Test
  void emptyQueue_hasNoFirst() {
    assertThat(queue.first(Long.MAX_VALUE)).isNull();
    assertThat(queue.snapshot()).isEmpty();
    assertThat(queue.size()).isZero();
  }

  @Test
  void calls_comeInOrderOfDueTime() {
    VirtualCall late = add(1_000_000_007);
    VirtualCall early = add(3);
    VirtualCall middle = add(64);

    assertThat(queue.snapshot()).containsExactly(early, middle, late);
    assertThat(pollAll(Long.MAX_VALUE)).containsExactly(early, middle, late);
  }

  @Test
  void callsDueAtTheSameTime_comeAsTheyWereAdded() {
    VirtualCall first = add(5_000_000);
    VirtualCall second = add(5_000_000);
    VirtualCall earlier = add(4_999_999);
    VirtualCall third = add(5_000_000);

    assertThat(pollAll(Long.MAX_VALUE)).containsExactly(earlier, first, second, third);
  }

  @Test
  void callAddedAfterItsListWasSpread_comesAfterThoseDueAtTheSameTime() {
    VirtualCall early = add(5_000_000);
    VirtualCall old = add(5_000_100);
    assertThat(queue.first(Long.MAX_VALUE)).isSameAs(early);
    VirtualCall young = add(5_000_100);

    assertThat(pollAll(Long.MAX_VALUE)).containsExactly(early, old, young);
  }

  @Test
  void queueThatWasFull_andEmptied_isUsedAgain() {
    for (int round = 1; round <= 3; round++) {
      long now = 1_000L * round;
      VirtualCall third = add(now + 3);
      VirtualCall first = add(now + 1);
      VirtualCall fourth = add(now + 3);
      VirtualCall second = add(now + 2);

      assertThat(queue.leastDue()).isEqualTo(now + 1);
      assertThat(queue.floor()).isLessThanOrEqualTo(now + 1);
      assertThat(pollAll(now + 3)).containsExactly(first, second, third, fourth);
    }
  }

  @Test
  void first_isNullIfNoneIsDueByTheLimit() {
    add(100);
    add(101);

    assertThat(queue.first(99)).isNull();
    assertThat(queue.first(100)).isNotNull();
  }

  @Test
  void first_ofOneCallInASlot_respectsTheLimit() {
    VirtualCall only = add(1L << 40);

    assertThat(queue.first((1L << 40) - 1)).isNull();
    assertThat(queue.first(1L << 40)).isSameAs(only);
  }

  @Test
  void first_staysInTheQueue() {
    VirtualCall call = add(7);

    assertThat(queue.first(7)).isSameAs(call);
    assertThat(queue.first(7)).isSameAs(call);
    assertThat(queue.size()).isEqualTo(1);
  }

  @Test
  void callMayBeAddedAtTheLimitThatNoneWasDueBy() {
    VirtualCall late = add(70_000);
    VirtualCall later = add(80_000);
    assertThat(queue.first(69_999)).isNull();
    VirtualCall now = add(69_999);

    assertThat(pollAll(Long.MAX_VALUE)).containsExactly(now, late, later);
  }

  @Test
  void dueTimesAtBothEnds_comeInOrder() {
    VirtualCall end = add(Long.MAX_VALUE);
    VirtualCall nearEnd = add(Long.MAX_VALUE - 1);
    VirtualCall endToo = add(Long.MAX_VALUE);
    VirtualCall beginning = add(0);

    assertThat(queue.first(0)).isSameAs(beginning);
    assertThat(pollAll(Long.MAX_VALUE)).containsExactly(beginning, nearEnd, end, endToo);
  }

  @Test
  void hugeGaps_areCrossed() {
    List<VirtualCall> calls = new ArrayList<>();
    for (int bit = 0; bit < 63; bit++) {
      calls.add(add(1L << bit));
      calls.add(add((1L << bit) + ((1L << bit) - 1)));
    }
    calls.sort((a, b) -> Long.compare(a.due, b.due));

    assertThat(pollAll(Long.MAX_VALUE).stream().map(call -> call.due))
        .isEqualTo(calls.stream().map(call -> call.due).toList());
  }

  @Test
  void remove_fromAnyPlaceInAList_keepsTheOthersInOrder() {
    VirtualCall first = add(9_000);
    VirtualCall second = add(9_000);
    VirtualCall third = add(9_000);
    VirtualCall fourth = add(9_000);
    queue.remove(third);
    queue.remove(first);

    assertThat(queue.snapshot()).containsExactly(second, fourth);
    queue.remove(fourth);
    assertThat(pollAll(Long.MAX_VALUE)).containsExactly(second);
  }

  @Test
  void removeAndAddAgain_makesACallTheLastOfItsDueTime() {
    VirtualCall moved = add(9_000);
    VirtualCall other = add(9_000);
    queue.remove(moved);
    queue.add(moved);

    assertThat(pollAll(Long.MAX_VALUE)).containsExactly(other, moved);
  }

  @Test
  void remove_betweenTwoSpreads_takesOutTheCallWhereverItIs() {
    VirtualCall first = add((1L << 30) + 1);
    VirtualCall cancelled = add((1L << 30) + 70);
    VirtualCall last = add((1L << 30) + 5_000);
    assertThat(queue.first(Long.MAX_VALUE)).isSameAs(first);
    queue.remove(cancelled);

    assertThat(pollAll(Long.MAX_VALUE)).containsExactly(first, last);
  }

  @Test
  void removedCall_holdsNoOtherCall() {
    add(9_000);
    VirtualCall middle = add(9_000);
    add(9_000);
    queue.remove(middle);

    assertThat(middle.previous).isNull();
    assertThat(middle.next).isNull();
  }

  @Test
  void leastDue_looksIntoASlotThatHoldsSeveralTimes() {
    add(5_000);
    add(4_990);
    add(4_995);

    assertThat(queue.leastDue()).isEqualTo(4_990);
  }

  private VirtualCall add(long due) {
    VirtualCall call = new VirtualCall(timeline, Phase.DELAYED_CALLS, () -> {});
    call.due = due;
    queue.add(call);
    return call;
  }

  private List<VirtualCall> pollAll(long limit) {
    List<VirtualCall> polled = new ArrayList<>();
    for (VirtualCall call = queue.first(limit); call != null; call = queue.first(limit)) {
      queue.remove(call);
      polled.add(call);
    }
    return polled;
  }
}
