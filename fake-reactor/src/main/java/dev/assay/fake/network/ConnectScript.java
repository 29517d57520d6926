// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import dev.assay.fake.event.ConnectAttempt;
import dev.assay.pending.Site;
import dev.assay.protocol.ConnectFailedException;
import dev.assay.reactor.rules.Addresses;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The attempts to connect that were made, and those that a test makes fail.
 *
 * @since 0.1
 */
public final class ConnectScript {
  private final List<ConnectAttempt> attempts = new ArrayList<>();
  private final Map<Integer, Scripted<ConnectFailedException>> byNumber = new LinkedHashMap<>();
  private final Map<SocketAddress, Scripted<ConnectFailedException>> byDestination =
      new LinkedHashMap<>();

  /** Returns every attempt so far. */
  public List<ConnectAttempt> attempts() {
    return List.copyOf(attempts);
  }

  /**
   * Fails the attempt with the given number. Attempts are counted from the first one ever made,
   * which is 1.
   */
  public void fail(int number, ConnectFailedException reason, Site site) {
    String what = "attempt %d to connect fails: %s".formatted(number, reason);
    byNumber.put(
        number,
        new Scripted<>(reason, ScriptedEntry.once(site, () -> what + "; so far " + made())));
  }

  /** Fails the next attempt that no other rule applies to. */
  public void failNext(ConnectFailedException reason, Site site) {
    int number = attempts.size() + 1;
    while (byNumber.containsKey(number)) {
      number++;
    }
    fail(number, reason, site);
  }

  private String made() {
    return attempts.size() == 1 ? "there was 1" : "there were " + attempts.size();
  }

  /**
   * Fails every attempt to connect to a destination. A host is identified by the name in the
   * request.
   */
  public void failTo(SocketAddress destination, ConnectFailedException reason, Site site) {
    String what = "attempts to connect to " + Addresses.show(destination) + " fail: " + reason;
    byDestination.put(destination, new Scripted<>(reason, ScriptedEntry.rule(site, () -> what)));
  }

  /** Records an attempt, and returns the failure that the test has scripted for it, or null. */
  @Nullable ConnectFailedException record(ConnectAttempt attempt) {
    attempts.add(attempt);
    Scripted<ConnectFailedException> scripted = byNumber.remove(attempts.size());
    if (scripted == null) {
      scripted = byDestination.get(attempt.destination());
    }
    return scripted == null ? null : scripted.happen();
  }
}
