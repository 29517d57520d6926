// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import static dev.assay.deferred.ListFlag.CONSUME_ERRORS;
import static dev.assay.deferred.ListFlag.FIRE_ON_ONE_CALLBACK;
import static dev.assay.deferred.ListFlag.FIRE_ON_ONE_ERRBACK;
import static dev.assay.deferred.Results.failure;
import static dev.assay.deferred.Results.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.ledger.Ledger;
import dev.assay.ledger.Watched;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Several Deferreds seen as one. */
final class DeferredListTest {
  private final IOException gone = new IOException("gone");
  private final IOException lost = new IOException("lost");
  private final Deferred<String> a = new Deferred<>();
  private final Deferred<String> b = new Deferred<>();
  private final Deferred<String> c = new Deferred<>();
  private final List<Deferred<String>> members = List.of(a, b, c);

  /** Returns every combination of the flags. */
  static Stream<Set<ListFlag>> allFlags() {
    Stream<Set<ListFlag>> sets = Stream.of(Set.of());
    for (ListFlag flag : ListFlag.values()) {
      sets = sets.flatMap(set -> Stream.of(set, with(set, flag)));
    }
    return sets;
  }

  private static Set<ListFlag> with(Set<ListFlag> flags, ListFlag flag) {
    Set<ListFlag> more = EnumSet.of(flag);
    more.addAll(flags);
    return more;
  }

  private Deferred<ListResult<String>> list(Set<ListFlag> flags) {
    return DeferredList.of(members, flags.toArray(ListFlag[]::new));
  }

  private static ListResult<String> outcomes(List<Outcome<String>> list) {
    return new ListResult.Outcomes<>(list);
  }

  private static Outcome<String> success(String value) {
    return new Outcome.Success<>(value);
  }

  private static Outcome<String> failed(Throwable error) {
    return new Outcome.Failure<>(error);
  }

  private void assertFirstError(Deferred<?> whole, int index, Throwable cause) {
    assertThat(failure(whole)).isExactlyInstanceOf(FirstErrorException.class).hasCause(cause);
    assertThat(((FirstErrorException) failure(whole)).index()).isEqualTo(index);
  }

  @ParameterizedTest
  @MethodSource("allFlags")
  void valueThenFailureThenValue_firesAsTheFlagsSay(Set<ListFlag> flags) {
    Deferred<ListResult<String>> whole = list(flags);
    b.callback("B");
    assertThat(whole.isFired()).isEqualTo(flags.contains(FIRE_ON_ONE_CALLBACK));
    a.errback(gone);
    assertThat(whole.isFired())
        .isEqualTo(flags.contains(FIRE_ON_ONE_CALLBACK) || flags.contains(FIRE_ON_ONE_ERRBACK));
    c.callback("C");
    if (flags.contains(FIRE_ON_ONE_CALLBACK)) {
      assertThat(value(whole)).isEqualTo(new ListResult.First<>(new Indexed<>(1, "B")));
    } else if (flags.contains(FIRE_ON_ONE_ERRBACK)) {
      assertFirstError(whole, 0, gone);
    } else {
      assertThat(value(whole))
          .isEqualTo(outcomes(List.of(failed(gone), success("B"), success("C"))));
    }
    assertMembersKept(flags);
  }

  private void assertMembersKept(Set<ListFlag> flags) {
    assertThat(value(b)).isEqualTo("B");
    assertThat(value(c)).isEqualTo("C");
    if (flags.contains(CONSUME_ERRORS)) {
      assertThat(value(a)).isNull();
    } else {
      assertThat(failure(a)).isSameAs(gone);
    }
    assertThat(a.isUnhandled()).isNotEqualTo(flags.contains(CONSUME_ERRORS));
  }

  @ParameterizedTest
  @MethodSource("allFlags")
  void failureThenValues_firesAsTheFlagsSay(Set<ListFlag> flags) {
    Deferred<ListResult<String>> whole = list(flags);
    a.errback(gone);
    assertThat(whole.isFired()).isEqualTo(flags.contains(FIRE_ON_ONE_ERRBACK));
    b.callback("B");
    c.callback("C");
    if (flags.contains(FIRE_ON_ONE_ERRBACK)) {
      assertFirstError(whole, 0, gone);
    } else if (flags.contains(FIRE_ON_ONE_CALLBACK)) {
      assertThat(value(whole)).isEqualTo(new ListResult.First<>(new Indexed<>(1, "B")));
    } else {
      assertThat(value(whole))
          .isEqualTo(outcomes(List.of(failed(gone), success("B"), success("C"))));
    }
    assertMembersKept(flags);
  }

  @ParameterizedTest
  @MethodSource("allFlags")
  void allFail_firesAsTheFlagsSay(Set<ListFlag> flags) {
    Deferred<ListResult<String>> whole = list(flags);
    b.errback(gone);
    a.errback(lost);
    c.errback(gone);
    if (flags.contains(FIRE_ON_ONE_ERRBACK)) {
      assertFirstError(whole, 1, gone);
    } else {
      assertThat(value(whole))
          .isEqualTo(outcomes(List.of(failed(lost), failed(gone), failed(gone))));
    }
    assertThat(members).allMatch(member -> member.isUnhandled() != flags.contains(CONSUME_ERRORS));
  }

  @ParameterizedTest
  @MethodSource("allFlags")
  void membersFiredBefore_countInTheirOrder(Set<ListFlag> flags) {
    c.callback("C");
    b.callback("B");
    a.callback("A");
    Deferred<ListResult<String>> whole = list(flags);
    assertThat(value(whole))
        .isEqualTo(
            flags.contains(FIRE_ON_ONE_CALLBACK)
                ? new ListResult.First<>(new Indexed<>(0, "A"))
                : outcomes(List.of(success("A"), success("B"), success("C"))));
  }

  @ParameterizedTest
  @MethodSource("allFlags")
  void empty_firesAtOnceUnlessItNeedsAValue(Set<ListFlag> flags) {
    ListFlag[] array = flags.toArray(ListFlag[]::new);
    List<Deferred<String>> none = List.of();
    if (flags.contains(FIRE_ON_ONE_CALLBACK)) {
      assertThatThrownBy(() -> DeferredList.of(none, array))
          .isExactlyInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "deferreds must not be empty if the list fires on one callback: it never would");
    } else {
      assertThat(value(DeferredList.of(none, array))).isEqualTo(outcomes(List.of()));
    }
  }

  @Test
  void firstErrorException_saysWhichAndWhat() {
    Deferred<ListResult<String>> whole = DeferredList.of(members, FIRE_ON_ONE_ERRBACK);
    b.errback(gone);
    assertThat(failure(whole)).hasMessage("Deferred at index 1 failed: java.io.IOException: gone");
  }

  @Test
  void firstErrorException_consumedFailuresThatCameLater_areSuppressedInIt() {
    Deferred<ListResult<String>> whole =
        DeferredList.of(members, FIRE_ON_ONE_ERRBACK, CONSUME_ERRORS);
    b.errback(gone);
    a.errback(lost);
    assertThat(failure(whole)).hasSuppressedException(lost).hasCause(gone);
  }

  @Test
  void firstErrorException_failsAnotherMember_isNotSuppressedInItself() {
    Deferred<ListResult<String>> whole =
        DeferredList.of(members, FIRE_ON_ONE_ERRBACK, CONSUME_ERRORS);
    b.errback(gone);
    a.errback(failure(whole));
    assertThat(value(a)).isNull();
    assertThat(failure(whole).getSuppressed()).isEmpty();
  }

  @Test
  void members_callbacksAddedLater_takeTheirResults() {
    Deferred<ListResult<String>> whole = DeferredList.of(members);
    List<String> trace = new ArrayList<>();
    a.addEffect(trace::add);
    a.callback("A");
    assertThat(trace).containsExactly("A");
    assertThat(whole.isFired()).isFalse();
  }

  @Test
  void members_sameOneTwice_countsTwice() {
    Deferred<ListResult<String>> whole = DeferredList.of(List.of(a, a));
    a.callback("A");
    assertThat(value(whole)).isEqualTo(outcomes(List.of(success("A"), success("A"))));
    Deferred<ListResult<String>> failing = DeferredList.of(List.of(b, b));
    b.errback(gone);
    assertThat(value(failing)).isEqualTo(outcomes(List.of(failed(gone), failed(gone))));
  }

  @Test
  void cancel_unfired_cancelsTheMembersAndGivesWhatTheyCameTo() {
    Deferred<String> stubborn = new Deferred<>(d -> d.callback("kept"));
    Deferred<ListResult<String>> whole = DeferredList.of(List.of(a, stubborn));
    whole.cancel();
    assertThat(failure(a)).isInstanceOf(CancellationException.class);
    assertThat(value(whole)).isEqualTo(outcomes(List.of(failed(failure(a)), success("kept"))));
  }

  @Test
  void cancel_firesOnOneErrback_failsWithTheFirstCancellation() {
    Deferred<ListResult<String>> whole = DeferredList.of(members, FIRE_ON_ONE_ERRBACK);
    b.callback("B");
    whole.cancel();
    assertFirstError(whole, 0, failure(a));
    assertThat(value(b)).isEqualTo("B");
    assertThat(failure(c)).isInstanceOf(CancellationException.class);
  }

  @Test
  void cancel_fired_leavesTheMembersAlone() {
    Deferred<ListResult<String>> whole = DeferredList.of(members, FIRE_ON_ONE_CALLBACK);
    a.callback("A");
    whole.cancel();
    assertThat(b.isFired()).isFalse();
    assertThat(c.isFired()).isFalse();
  }

  @Test
  void cancel_memberGoesOnWaiting_soDoesTheWhole() {
    List<String> trace = new ArrayList<>();
    Deferred<String> later = new Deferred<>(d -> trace.add("cancelling"));
    Deferred<String> handles = new Deferred<>();
    handles.addDeferringErrback(e -> later);
    Deferred<ListResult<String>> whole = DeferredList.of(List.of(handles));
    whole.cancel();
    assertThat(whole.isFired()).isFalse();
    assertThat(trace).isEmpty();
    whole.cancel();
    assertThat(trace).containsExactly("cancelling");
    assertThat(value(whole)).isEqualTo(outcomes(List.of(failed(failure(handles)))));
  }

  @Test
  void cancel_memberErrbackCancelsTheWholeAgain_membersDecide() {
    a.addErrback(CancellationException.class, e -> "again");
    List<Deferred<ListResult<String>>> whole = new ArrayList<>();
    a.addEffect(v -> whole.get(0).cancel());
    whole.add(DeferredList.of(List.of(a, b)));
    whole.get(0).cancel();
    assertThat(value(whole.get(0)))
        .isEqualTo(outcomes(List.of(success("again"), failed(failure(b)))));
  }

  @Test
  void cancel_cancellerOfAMemberThrows_isLoggedAndTheOthersAreCancelled() throws Exception {
    Ledger ledger =
        Watched.run(
            () -> {
              Deferred<String> raising =
                  new Deferred<>(
                      d -> {
                        throw gone;
                      });
              Deferred<ListResult<String>> whole =
                  DeferredList.of(List.of(raising, c), CONSUME_ERRORS);
              whole.cancel();
              assertThat(whole.state()).isInstanceOf(Outcome.Success.class);
            });
    assertThat(ledger.flushLoggedErrors(IOException.class)).containsExactly(gone);
    assertThat(ledger.snapshot()).isEmpty();
  }

  @Test
  void cancel_memberWaitsForTheList_comesToAnEnd() {
    List<Deferred<String>> waits = new ArrayList<>();
    a.addDeferringCallback(v -> waits.get(0));
    Deferred<ListResult<String>> whole = DeferredList.of(List.of(a));
    waits.add(whole.addCallback(all -> "never"));
    a.callback("A");
    whole.cancel();
    a.cancel();
    assertThat(whole.isFired()).isFalse();
    assertThat(a.state()).isEqualTo(new DeferredState.Waiting<String>(waits.get(0)));
  }
}
