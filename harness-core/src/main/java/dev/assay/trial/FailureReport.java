// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

import dev.assay.pending.Pending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The text of a failure, and the only place where one is written. It says, in this order: what has
 * happened, and when on both clocks; to which objects, by name and birthplace; why that may be, and
 * what to do; how to see it again.
 */
final class FailureReport {
  private static final int LISTED = 10;

  private final FailureCode code;
  private final String verdict;
  private final List<String> lines = new ArrayList<>();
  private String fix;

  /**
   * Begins the report of a failure.
   *
   * @param verdict what has happened, as one plain sentence without a full stop
   */
  FailureReport(FailureCode code, String verdict) {
    this.code = code;
    this.verdict = verdict;
    this.fix = code.fix();
  }

  FailureCode code() {
    return code;
  }

  /** Replaces the advice by one that knows more. */
  FailureReport fix(String better) {
    fix = better;
    return this;
  }

  /** Says something about the last object, or about the whole. */
  FailureReport line(String text) {
    text.lines().forEach(line -> lines.add("  " + line));
    return this;
  }

  /** Names things and their birthplaces; at most ten of them, and how many more there are. */
  FailureReport list(List<Pending> things) {
    things.stream().limit(LISTED).forEach(this::thing);
    int more = things.size() - LISTED;
    return more > 0 ? line("and " + more + " more") : this;
  }

  private void thing(Pending thing) {
    line(thing.name() + ": " + thing.detail());
    line("  " + birth(thing));
  }

  private static String birth(Pending thing) {
    String verb =
        switch (thing.kind()) {
          case DELAYED_CALL -> "armed at ";
          case LOGGED_ERROR -> "logged at ";
          case FOREIGN_CALL -> "seen at ";
          case LOCK -> "acquired at ";
          case CONNECTION, LISTENING_PORT, DATAGRAM_PORT -> "opened at ";
          case DESCRIPTOR, PRODUCER -> "registered at ";
          case DEFERRED, UNHANDLED_FAILURE, THREAD_TASK -> "created at ";
        };
    return verb + thing.site() + ", in " + thing.phase() + " at t=" + text(thing.bornAt());
  }

  /** Returns the finished text. */
  String text(Circumstances when) {
    StringBuilder text = new StringBuilder();
    text.append(code).append(": ").append(verdict);
    text.append(" (virtual t=%s, %d ms real)".formatted(text(when.virtual()), when.realMillis()));
    lines.forEach(line -> text.append('\n').append(line));
    text.append("\n  likely cause: ").append(code.cause());
    text.append("\n  fix: ").append(fix);
    when.story().forEach(line -> text.append("\n  ").append(line));
    text.append("\n  replay: ").append(when.replay());
    return text.toString();
  }

  /** Returns {@code 1m2.5s}. */
  static String text(Duration time) {
    return time.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
  }

  /**
   * When and where a failure was found.
   *
   * @param story how it came about, a line an event
   * @param replay what to run to see it again
   */
  record Circumstances(Duration virtual, long realMillis, List<String> story, String replay) {}
}
