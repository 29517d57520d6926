// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

import dev.assay.pending.Pending;
import dev.assay.pending.PendingKind;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a trial: its permissions and expectations.
 *
 * @param virtualLimit the most virtual time that each wait may take: for a fixture, for the body,
 *     for a cleanup
 * @param realLimit the most real time that may pass without progress
 * @param blockingLimit the most real time that one part of the trial may sleep in total, and that
 *     one wait in it may last while no thread that could end the wait runs
 * @param strictness the degree to which leftovers count
 * @param allowed the kinds of things that may be left behind
 * @param allowedNames the names, or the labels, of things and threads that may be left behind; a
 *     name that ends in {@code *} matches all names that begin with the rest
 * @param todo the expected failure, if there is one
 * @param realTime the rule for a trial that has passed only because real time passed
 * @since 0.1
 */
public record TrialSettings(
    Duration virtualLimit,
    Duration realLimit,
    Duration blockingLimit,
    Strictness strictness,
    Set<PendingKind> allowed,
    Set<String> allowedNames,
    @Nullable ExpectedError todo,
    RealTimeRule realTime) {

  /** The defaults: two minutes of virtual time, 30 seconds of real time, no leftovers allowed. */
  public static final TrialSettings DEFAULT =
      new TrialSettings(
          Duration.ofSeconds(120),
          Duration.ofSeconds(30),
          Duration.ofSeconds(1),
          Strictness.NORMAL,
          EnumSet.noneOf(PendingKind.class),
          new TreeSet<>(),
          null,
          RealTimeRule.REPORT);

  /** Checks the limits and copies the sets. */
  public TrialSettings {
    checkLimit("virtualLimit", virtualLimit);
    checkLimit("realLimit", realLimit);
    checkLimit("blockingLimit", blockingLimit);
    allowed = Collections.unmodifiableSet(copyOf(allowed));
    allowedNames = Collections.unmodifiableSet(new TreeSet<>(allowedNames));
  }

  /** Makes settings that report real time that passes. */
  public TrialSettings(
      Duration virtualLimit,
      Duration realLimit,
      Duration blockingLimit,
      Strictness strictness,
      Set<PendingKind> allowed,
      Set<String> allowedNames,
      @Nullable ExpectedError todo) {
    this(
        virtualLimit,
        realLimit,
        blockingLimit,
        strictness,
        allowed,
        allowedNames,
        todo,
        RealTimeRule.REPORT);
  }

  /** Returns these settings with another limit of virtual time. */
  public TrialSettings withVirtualLimit(Duration limit) {
    return new TrialSettings(
        limit, realLimit, blockingLimit, strictness, allowed, allowedNames, todo, realTime);
  }

  /** Returns these settings with another limit of real time without progress. */
  public TrialSettings withRealLimit(Duration limit) {
    return new TrialSettings(
        virtualLimit, limit, blockingLimit, strictness, allowed, allowedNames, todo, realTime);
  }

  /** Returns these settings with another limit of real time for sleeping and waiting. */
  public TrialSettings withBlockingLimit(Duration limit) {
    return new TrialSettings(
        virtualLimit, realLimit, limit, strictness, allowed, allowedNames, todo, realTime);
  }

  /** Returns these settings with another strictness. */
  public TrialSettings withStrictness(Strictness other) {
    return new TrialSettings(
        virtualLimit, realLimit, blockingLimit, other, allowed, allowedNames, todo, realTime);
  }

  /** Returns these settings with more kinds of things that may be left behind. */
  public TrialSettings allowing(Collection<PendingKind> kinds) {
    Set<PendingKind> all = copyOf(allowed);
    all.addAll(kinds);
    return new TrialSettings(
        virtualLimit, realLimit, blockingLimit, strictness, all, allowedNames, todo, realTime);
  }

  /** Returns these settings with more names of things that may be left behind. */
  public TrialSettings allowingNames(Collection<String> names) {
    Set<String> all = new TreeSet<>(allowedNames);
    all.addAll(names);
    return new TrialSettings(
        virtualLimit, realLimit, blockingLimit, strictness, allowed, all, todo, realTime);
  }

  /** Returns these settings with another expectation. */
  public TrialSettings withTodo(@Nullable ExpectedError expected) {
    return new TrialSettings(
        virtualLimit,
        realLimit,
        blockingLimit,
        strictness,
        allowed,
        allowedNames,
        expected,
        realTime);
  }

  /** Returns these settings with another rule for real time that passes. */
  public TrialSettings withRealTime(RealTimeRule rule) {
    return new TrialSettings(
        virtualLimit, realLimit, blockingLimit, strictness, allowed, allowedNames, todo, rule);
  }

  /**
   * Returns whether a thing may be left behind. An error may not, even if the Deferred's name is
   * allowed: permission to stay unfired is not permission to fail.
   */
  public boolean allows(Pending pending) {
    if (pending.error() != null) {
      return allowed.contains(pending.kind());
    }
    return allowed.contains(pending.kind())
        || allows(pending.name())
        || allows(labelOf(pending.name()));
  }

  /** Returns whether a name is one of those that may be left behind. */
  public boolean allows(String name) {
    return allowedNames.stream()
        .anyMatch(
            allows ->
                allows.endsWith("*")
                    ? name.startsWith(allows.substring(0, allows.length() - 1))
                    : name.equals(allows));
  }

  /** Returns {@code pong} of {@code Deferred#3 (pong)}. */
  private static String labelOf(String name) {
    int open = name.indexOf('(');
    return open < 0 || !name.endsWith(")") ? name : name.substring(open + 1, name.length() - 1);
  }

  private static Set<PendingKind> copyOf(Set<PendingKind> kinds) {
    Set<PendingKind> copy = EnumSet.noneOf(PendingKind.class);
    copy.addAll(kinds);
    return copy;
  }

  private static void checkLimit(String name, Duration limit) {
    if (limit.isNegative() || limit.isZero()) {
      throw new IllegalArgumentException(name + " must be positive: " + limit);
    }
  }
}
