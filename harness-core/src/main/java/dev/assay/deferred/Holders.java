// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import dev.assay.ledger.Ledger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The recorded tokens that are held, the oldest first, and which of them a release returns.
 *
 * <p>A release does not name its token, so it is matched by what is known about it. If several
 * tokens match, one of them is settled, and each of the others is reported as possibly being that
 * one.
 */
final class Holders {
  private static final int LISTED = 5;

  private final Set<TokenRecord> held = new LinkedHashSet<>();

  void add(TokenRecord record) {
    held.add(record);
    record.open();
  }

  /** Removes the token of a record. Returns false if it was removed before. */
  boolean remove(TokenRecord record) {
    record.settle();
    return held.remove(record);
  }

  int count() {
    return held.size();
  }

  /**
   * Forgets tokens held by trials that have ended, as they are never returned. Returns their
   * number.
   */
  int forgetEnded() {
    int before = held.size();
    held.removeIf(record -> record.ledger().isClosed());
    return before - held.size();
  }

  /**
   * Settles the record of the token that a release returns, if there is one.
   *
   * @param unrecorded whether other tokens were acquired outside trials
   */
  void release(boolean unrecorded) {
    List<TokenRecord> released = candidates(unrecorded);
    if (released.isEmpty()) {
      return;
    }
    remove(released.get(0));
    if (released.stream().map(record -> record.site().toString()).distinct().count() > 1) {
      released.forEach(record -> record.mayAsWellBe(released));
    }
  }

  /** Returns the tokens that a release may be meant for: the first of these groups that has any. */
  private List<TokenRecord> candidates(boolean unrecorded) {
    List<TokenRecord> released = held.stream().filter(record -> !record.ofRun).toList();
    List<TokenRecord> running = released.stream().filter(TokenRecord::isInCallback).toList();
    if (!running.isEmpty()) {
      return running;
    }
    Ledger current = Ledger.current();
    List<TokenRecord> own = released.stream().filter(some -> some.ledger() == current).toList();
    if (!own.isEmpty() || unrecorded) {
      return own;
    }
    return released;
  }

  /** Returns {@code acquired at Pool.java:12 in take}, or an empty string if no holder is known. */
  @Override
  public String toString() {
    if (held.isEmpty()) {
      return "";
    }
    String first =
        held.stream()
            .limit(LISTED)
            .map(record -> record.site().toString())
            .distinct()
            .collect(Collectors.joining(" and at ", "acquired at ", ""));
    return held.size() <= LISTED ? first : first + " and elsewhere";
  }
}
