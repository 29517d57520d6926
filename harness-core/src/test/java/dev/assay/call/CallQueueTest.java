// SPDX-License-Identifier: Apache-2.0
package dev.assay.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Each case runs on a heap, on a list, and on a list that becomes a heap on the way. */
@ParameterizedClass
@ValueSource(ints = {0, 2, 16})
final class CallQueueTest {
  private final CallQueue<PlainCall> queue;

  CallQueueTest(int few) {
    queue = new CallQueue<>(few);
  }

  @Test
  void emptyQueue_hasNoFirst() {
    assertThat(queue.first(Long.MAX_VALUE)).isNull();
    assertThat(queue.snapshot()).isEmpty();
    assertThat(queue.size()).isZero();
  }

  @Test
  void calls_comeInOrderOfDueTime() {
    PlainCall late = add(1_000_000_007);
    PlainCall early = add(3);
    PlainCall middle = add(64);

    assertThat(queue.snapshot()).containsExactly(early, middle, late);
    assertThat(pollAll(Long.MAX_VALUE)).containsExactly(early, middle, late);
  }

  @Test
  void callsDueAtTheSameTime_comeAsTheyWereAdded() {
    PlainCall first = add(5_000_000);
    PlainCall second = add(5_000_000);
    PlainCall earlier = add(4_999_999);
    PlainCall third = add(5_000_000);

    assertThat(pollAll(Long.MAX_VALUE)).containsExactly(earlier, first, second, third);
  }

  @Test
  void callAddedAfterItsListWasSpread_comesAfterThoseDueAtTheSameTime() {
    PlainCall early = add(5_000_000);
    PlainCall old = add(5_000_100);
    assertThat(queue.first(Long.MAX_VALUE)).isSameAs(early);
    PlainCall young = add(5_000_100);

    assertThat(pollAll(Long.MAX_VALUE)).containsExactly(early, old, young);
  }

  @Test
  void queueThatWasFull_andEmptied_isUsedAgain() {
    for (int round = 1; round <= 3; round++) {
      long now = 1_000L * round;
      PlainCall third = add(now + 3);
      PlainCall first = add(now + 1);
      PlainCall fourth = add(now + 3);
      PlainCall second = add(now + 2);

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
    PlainCall only = add(1L << 40);

    assertThat(queue.first((1L << 40) - 1)).isNull();
    assertThat(queue.first(1L << 40)).isSameAs(only);
  }

  @Test
  void first_staysInTheQueue() {
    PlainCall call = add(7);

    assertThat(queue.first(7)).isSameAs(call);
    assertThat(queue.first(7)).isSameAs(call);
    assertThat(queue.size()).isEqualTo(1);
  }

  @Test
  void callMayBeAddedAtTheLimitThatNoneWasDueBy() {
    PlainCall late = add(70_000);
    PlainCall later = add(80_000);
    assertThat(queue.first(69_999)).isNull();
    PlainCall now = add(69_999);

    assertThat(pollAll(Long.MAX_VALUE)).containsExactly(now, late, later);
  }

  @Test
  void dueTimesAtBothEnds_comeInOrder() {
    PlainCall end = add(Long.MAX_VALUE);
    PlainCall nearEnd = add(Long.MAX_VALUE - 1);
    PlainCall endToo = add(Long.MAX_VALUE);
    PlainCall beginning = add(0);

    assertThat(queue.first(0)).isSameAs(beginning);
    assertThat(pollAll(Long.MAX_VALUE)).containsExactly(beginning, nearEnd, end, endToo);
  }

  @Test
  void hugeGaps_areCrossed() {
    List<PlainCall> calls = new ArrayList<>();
    for (int bit = 0; bit < 63; bit++) {
      calls.add(add(1L << bit));
      calls.add(add((1L << bit) + ((1L << bit) - 1)));
    }
    calls.sort((a, b) -> Long.compare(a.dueNanos(), b.dueNanos()));

    assertThat(pollAll(Long.MAX_VALUE).stream().map(PlainCall::dueNanos))
        .isEqualTo(calls.stream().map(PlainCall::dueNanos).toList());
  }

  @Test
  void remove_fromAnyPlaceInAList_keepsTheOthersInOrder() {
    PlainCall first = add(9_000);
    PlainCall second = add(9_000);
    PlainCall third = add(9_000);
    PlainCall fourth = add(9_000);
    queue.remove(third);
    queue.remove(first);

    assertThat(queue.snapshot()).containsExactly(second, fourth);
    queue.remove(fourth);
    assertThat(pollAll(Long.MAX_VALUE)).containsExactly(second);
  }

  @Test
  void removeAndAddAgain_makesACallTheLastOfItsDueTime() {
    PlainCall moved = add(9_000);
    PlainCall other = add(9_000);
    queue.remove(moved);
    queue.add(moved);

    assertThat(pollAll(Long.MAX_VALUE)).containsExactly(other, moved);
  }

  @Test
  void remove_betweenTwoSpreads_takesOutTheCallWhereverItIs() {
    PlainCall first = add((1L << 30) + 1);
    PlainCall cancelled = add((1L << 30) + 70);
    PlainCall last = add((1L << 30) + 5_000);
    assertThat(queue.first(Long.MAX_VALUE)).isSameAs(first);
    queue.remove(cancelled);

    assertThat(pollAll(Long.MAX_VALUE)).containsExactly(first, last);
  }

  @Test
  void removedCall_holdsNoOtherCall() {
    add(9_000);
    PlainCall middle = add(9_000);
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

  private PlainCall add(long due) {
    PlainCall call = new PlainCall();
    call.place(due, 0);
    queue.add(call);
    return call;
  }

  private List<PlainCall> pollAll(long limit) {
    List<PlainCall> polled = new ArrayList<>();
    for (PlainCall call = queue.first(limit); call != null; call = queue.first(limit)) {
      queue.remove(call);
      polled.add(call);
    }
    return polled;
  }
}
