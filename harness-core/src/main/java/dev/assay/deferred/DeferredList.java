// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Several Deferreds combined into one.
 *
 * <p>The members keep their results, so callbacks that are added to them later receive them. The
 * exception is failures under {@link ListFlag#CONSUME_ERRORS}. Cancelling the whole cancels the
 * members, and their results determine the result of the whole.
 */
final class DeferredList<T extends @Nullable Object> {
  private final List<Deferred<T>> members;
  private final Set<ListFlag> flags;
  private final @Nullable Outcome<T>[] outcomes;
  private final Deferred<ListResult<T>> whole;
  private int ended;
  private @Nullable FirstErrorException firstError;

  @SuppressWarnings({"unchecked", "rawtypes"})
  private DeferredList(List<Deferred<T>> members, Set<ListFlag> flags) {
    this.members = members;
    this.flags = flags;
    this.outcomes = new Outcome[members.size()];
    this.whole = new Deferred<>(Cancellation.leavingEndTo(members));
  }

  /**
   * Returns a Deferred that fires when all of the given ones have ended, or earlier if a flag says
   * so.
   *
   * @throws IllegalArgumentException if there are none and the list should fire with the first
   *     value, as it never would
   */
  static <T extends @Nullable Object> Deferred<ListResult<T>> of(
      Collection<Deferred<T>> deferreds, ListFlag... flags) {
    Set<ListFlag> set = EnumSet.noneOf(ListFlag.class);
    set.addAll(Arrays.asList(flags));
    if (deferreds.isEmpty() && set.contains(ListFlag.FIRE_ON_ONE_CALLBACK)) {
      throw new IllegalArgumentException(
          "deferreds must not be empty if the list fires on one callback: it never would");
    }
    DeferredList<T> list = new DeferredList<>(List.copyOf(deferreds), set);
    list.watch();
    return list.whole;
  }

  private void watch() {
    if (members.isEmpty()) {
      whole.callback(new ListResult.Outcomes<>(List.of()));
    }
    Level.Remainder remainder = consumes() ? Level.Remainder.VALUES : Level.Remainder.ALL;
    for (int i = 0; i < members.size(); i++) {
      int index = i;
      members.get(i).observe(remainder, outcome -> ended(index, outcome));
    }
  }

  private @Nullable FiringRequest ended(int index, Outcome<T> outcome) {
    outcomes[index] = outcome;
    ended++;
    if (!whole.isFired()) {
      return endOfWhole(index, outcome);
    }
    if (outcome instanceof Outcome.Failure<T> failure && consumes()) {
      suppress(failure.error());
    }
    return null;
  }

  /** Returns how the whole ends with this outcome, or null if it does not end yet. */
  private @Nullable FiringRequest endOfWhole(int index, Outcome<T> outcome) {
    if (outcome instanceof Outcome.Success<T> success
        && flags.contains(ListFlag.FIRE_ON_ONE_CALLBACK)) {
      return new FiringRequest(
          whole, new ListResult.First<>(new Indexed<>(index, success.value())));
    }
    if (outcome instanceof Outcome.Failure<T> failure
        && flags.contains(ListFlag.FIRE_ON_ONE_ERRBACK)) {
      firstError = new FirstErrorException(index, failure.error());
      return new FiringRequest(whole, new Failed(firstError));
    }
    if (ended < outcomes.length) {
      return null;
    }
    List<Outcome<T>> all = new ArrayList<>();
    Arrays.stream(outcomes).map(Objects::requireNonNull).forEach(all::add);
    return new FiringRequest(whole, new ListResult.Outcomes<>(all));
  }

  /**
   * Adds a failure that came too late to the first error, unless a member failed with that error
   * itself.
   */
  private void suppress(Throwable late) {
    if (firstError != null && late != firstError) {
      firstError.addSuppressed(late);
    }
  }

  private boolean consumes() {
    return flags.contains(ListFlag.CONSUME_ERRORS);
  }
}
