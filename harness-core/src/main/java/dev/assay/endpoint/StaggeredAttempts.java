// SPDX-License-Identifier: Apache-2.0
package dev.assay.endpoint;

import dev.assay.deferred.Deferred;
import dev.assay.protocol.Protocol;
import dev.assay.protocol.ProtocolFactory;
import dev.assay.time.DelayedCall;
import dev.assay.time.ReactorTime;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Attempts at several endpoints, each begun a short time after the one before. The first success
 * wins.
 */
final class StaggeredAttempts {
  private static final Duration BETWEEN_STARTS = Duration.ofMillis(300);

  private final ReactorTime time;
  private final Iterator<? extends ClientEndpoint> endpoints;
  private final ProtocolFactory factory;
  private final Deferred<Protocol> winner = new Deferred<>(deferred -> callOff());
  private final Set<Deferred<Protocol>> underWay = new LinkedHashSet<>();
  private @Nullable DelayedCall nextStart;
  private @Nullable Throwable failure;
  private boolean over;

  StaggeredAttempts(
      ReactorTime time, List<? extends ClientEndpoint> endpoints, ProtocolFactory factory) {
    this.time = time;
    this.endpoints = endpoints.iterator();
    this.factory = factory;
  }

  /**
   * Begins with the first endpoint. There must be one.
   *
   * @return the winner, or the first failure, with the later ones suppressed in it
   */
  Deferred<Protocol> start(Object destination) {
    winner.label("connection to " + destination);
    startNext();
    return winner;
  }

  private void startNext() {
    Deferred<Protocol> attempt = endpoints.next().connect(factory);
    underWay.add(attempt);
    nextStart =
        endpoints.hasNext()
            ? time.callLater(BETWEEN_STARTS, this::startNext).label("attempt at the next address")
            : null;
    attempt.<@Nullable Void>addCallbacks(
        protocol -> {
          underWay.remove(attempt);
          won(protocol);
          return null;
        },
        error -> {
          underWay.remove(attempt);
          failed(error);
          return null;
        });
  }

  private void won(Protocol protocol) {
    callOff();
    winner.callback(protocol);
  }

  private void failed(Throwable error) {
    if (over) {
      return;
    }
    if (failure == null) {
      failure = error;
    } else if (!failure.equals(error)) {
      failure.addSuppressed(error);
    }
    if (underWay.isEmpty() && !endpoints.hasNext()) {
      winner.errback(failure);
    }
  }

  private void callOff() {
    over = true;
    if (nextStart != null && nextStart.isActive()) {
      nextStart.cancel();
    }
    List.copyOf(underWay).forEach(Deferred::cancel);
  }
}
