// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import dev.assay.protocol.ConnectFailed;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The attempts to connect that were made, and those that a test wants to fail. */
final class ConnectScript {
  private final List<ConnectAttempt> attempts = new ArrayList<>();
  private final Map<Integer, ConnectFailed> byNumber = new LinkedHashMap<>();
  private final Map<SocketAddress, ConnectFailed> byDestination = new LinkedHashMap<>();

  List<ConnectAttempt> attempts() {
    return List.copyOf(attempts);
  }

  /** Fails the attempt of a number, counted from the first ever made, which is 1. */
  void fail(int number, ConnectFailed reason) {
    byNumber.put(number, reason);
  }

  void failNext(ConnectFailed reason) {
    int number = attempts.size() + 1;
    while (byNumber.containsKey(number)) {
      number++;
    }
    byNumber.put(number, reason);
  }

  /** Fails every attempt to connect to a destination; a host is known by the name it is called. */
  void failTo(SocketAddress destination, ConnectFailed reason) {
    byDestination.put(destination, reason);
  }

  /** Records an attempt, and returns what a test wants it to fail with, or null. */
  @Nullable ConnectFailed record(ConnectAttempt attempt) {
    attempts.add(attempt);
    ConnectFailed failure = byNumber.remove(attempts.size());
    return failure != null ? failure : byDestination.get(attempt.destination());
  }
}
