// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import static dev.assay.deferred.Results.failure;
import static dev.assay.deferred.Results.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Chains a million Deferreds long, on the stack that a thread has by default. */
@Timeout(60) // what takes about a second takes hours if a step's cost grows with the chain
final class DeepChainTest {
  private static final int DEEP = 1_000_000;

  private final IOException gone = new IOException("gone");

  /** The order in which the Deferreds of a chain are fired, and so begin to wait. */
  enum Joined {
    FROM_THE_FIRST,
    FROM_THE_LAST
  }

  /** Returns Deferreds of which each waits for the next; the last is unfired. */
  private static List<Deferred<Integer>> waiting(int length, Joined order) {
    List<Deferred<Integer>> chain = unfired(length);
    for (int i = 0; i < length - 1; i++) {
      Deferred<Integer> next = chain.get(i + 1);
      chain.get(i).addDeferringCallback(v -> next);
    }
    List<Deferred<Integer>> firing = new ArrayList<>(chain.subList(0, length - 1));
    if (order == Joined.FROM_THE_LAST) {
      Collections.reverse(firing);
    }
    firing.forEach(deferred -> deferred.callback(0));
    return chain;
  }

  private static List<Deferred<Integer>> unfired(int length) {
    return Stream.generate(Deferred<Integer>::new).limit(length).toList();
  }

  private static Deferred<Integer> last(List<Deferred<Integer>> chain) {
    return chain.get(chain.size() - 1);
  }

  private static void assertAllHold(@Nullable Integer value, List<Deferred<Integer>> chain) {
    Object outcome = new Outcome.Success<@Nullable Integer>(value);
    assertThat(chain.stream().filter(deferred -> !outcome.equals(deferred.state()))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void implicitChain_lastSucceeds_firstGetsTheValue(Joined order) {
    List<Deferred<Integer>> chain = waiting(DEEP, order);
    last(chain).callback(7);
    assertThat(value(chain.get(0))).isEqualTo(7);
    assertAllHold(null, chain.subList(1, DEEP));
  }

  @Test
  void implicitChain_lastFails_firstGetsTheFailure() {
    List<Deferred<Integer>> chain = waiting(DEEP, Joined.FROM_THE_FIRST);
    last(chain).errback(gone);
    assertThat(failure(chain.get(0))).isSameAs(gone);
    assertAllHold(null, chain.subList(1, DEEP));
  }

  @Test
  void implicitChain_firstIsCancelled_lastOneIs() {
    List<Deferred<Integer>> chain = waiting(DEEP, Joined.FROM_THE_FIRST);
    chain.get(0).cancel();
    assertThat(failure(chain.get(0))).isInstanceOf(CancellationException.class);
    assertAllHold(null, chain.subList(1, DEEP));
  }

  @Test
  void implicitChain_callbacksAfterTheWait_runFromTheLastToTheFirst() {
    List<Deferred<Integer>> chain = waiting(DEEP, Joined.FROM_THE_FIRST);
    chain.get(0).addCallback(v -> v + 1);
    int[] seen = {0};
    for (Deferred<Integer> deferred : chain.subList(1, DEEP)) {
      deferred.addBoth(outcome -> seen[0]++);
    }
    last(chain).callback(7);
    assertThat(value(chain.get(0))).isEqualTo(8);
    assertThat(seen[0]).isEqualTo(DEEP - 1);
  }

  @Test
  void explicitChain_firstSucceeds_lastGetsTheValue() {
    List<Deferred<Integer>> chain = unfired(DEEP);
    for (int i = 0; i < DEEP - 1; i++) {
      chain.get(i).addCallback(v -> v + 1).chainDeferred(chain.get(i + 1));
    }
    chain.get(0).callback(0);
    assertThat(value(last(chain))).isEqualTo(DEEP - 1);
    assertAllHold(null, chain.subList(0, DEEP - 1));
  }

  @Test
  void explicitChain_firstFails_lastGetsTheFailureAndAllGoOn() {
    List<Deferred<Integer>> chain = unfired(DEEP);
    for (int i = 0; i < DEEP - 1; i++) {
      chain.get(i).chainDeferred(chain.get(i + 1));
      chain.get(i).addCallback(v -> 1);
    }
    chain.get(0).errback(gone);
    assertThat(failure(last(chain))).isSameAs(gone);
    assertAllHold(1, chain.subList(0, DEEP - 1));
  }

  @Test
  void mixedChain_everySecondLinkExplicit_firstGetsTheValue() {
    List<Deferred<Integer>> chain = unfired(DEEP);
    for (int i = 0; i < DEEP; i += 2) {
      Deferred<Integer> next = chain.get(i + 1);
      chain.get(i).addDeferringCallback(v -> next);
      chain.get(i).callback(0);
    }
    for (int i = 2; i < DEEP; i += 2) {
      chain.get(i).chainDeferred(chain.get(i - 1));
    }
    last(chain).callback(7);
    assertThat(value(chain.get(0))).isEqualTo(7);
    assertAllHold(null, chain.subList(1, DEEP));
  }

  @Test
  void manyCallbacks_onOneDeferred_runInOrder() {
    Deferred<Integer> deferred = new Deferred<>();
    for (int i = 0; i < DEEP; i++) {
      int number = i;
      deferred.addCallback(v -> v == number ? v + 1 : v);
    }
    deferred.callback(0);
    assertThat(value(deferred)).isEqualTo(DEEP);
  }

  @Test
  void manyCallbacks_eachAddedByTheOneBefore_runInOrder() {
    Deferred<Integer> deferred = new Deferred<>();
    deferred.addCallback(v -> addUntilDeep(deferred, v));
    deferred.callback(0);
    assertThat(value(deferred)).isEqualTo(DEEP);
  }

  private static int addUntilDeep(Deferred<Integer> deferred, int count) {
    if (count < DEEP) {
      deferred.addCallback(v -> addUntilDeep(deferred, v + 1));
    }
    return count;
  }

  @Test
  void manyOuters_ofOneInner_firstGetsTheValueAndTheOthersNull() {
    Deferred<Integer> inner = new Deferred<>();
    List<Deferred<Integer>> outers = unfired(DEEP);
    outers.forEach(outer -> outer.addDeferringCallback(v -> inner).callback(0));
    inner.callback(7);
    assertThat(value(outers.get(0))).isEqualTo(7);
    assertAllHold(null, outers.subList(1, DEEP));
  }

  @Test
  void chain_settled_keepsNoOtherDeferredAlive() throws Exception {
    List<Deferred<Integer>> chain = waiting(1_000, Joined.FROM_THE_FIRST);
    last(chain).callback(7);
    assertThat(Reachable.count(chain.get(0), Deferred.class)).isEqualTo(1);
    assertThat(Reachable.count(last(chain), Deferred.class)).isEqualTo(1);
  }

  @Test
  void callbacks_thatHaveRun_areNotKeptAlive() throws Exception {
    Deferred<Integer> deferred = new Deferred<>();
    Deferred<Integer> never = new Deferred<>();
    for (int i = 0; i < 10; i++) {
      deferred.addEffect(new Holder());
    }
    deferred.addDeferringCallback(v -> never).addEffect(new Holder());
    assertThat(Reachable.count(deferred, Holder.class)).isEqualTo(11);
    deferred.callback(0);
    assertThat(Reachable.count(deferred, Holder.class)).isEqualTo(1);
  }

  /** A callback of which a count can be taken. */
  private static final class Holder implements Effect<Integer> {
    @Override
    public void on(Integer value) {}
  }
}
