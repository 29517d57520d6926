// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.poetry;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Deferreds;
import dev.assay.deferred.Indexed;
import dev.assay.deferred.Outcome;
import dev.assay.endpoint.ClientEndpoint;
import dev.assay.time.ReactorTime;
import java.time.Duration;
import java.util.List;

/**
 * A client that fetches poems, from as many servers at once as there are.
 *
 * <p>What it returns can be cancelled: the connections that it waits for end, or are never made.
 */
final class PoetryClient {
  private final ReactorTime time;
  private final Duration patience;

  /**
   * Makes a client.
   *
   * @param patience how long a poem may take, from the attempt to connect to its last byte
   */
  PoetryClient(ReactorTime time, Duration patience) {
    this.time = time;
    this.patience = patience;
  }

  /**
   * Fetches the poem of one server. The Deferred fails with a {@link
   * dev.assay.protocol.ConnectFailedException}, a {@link
   * dev.assay.protocol.ConnectionLostException}, or a {@link
   * java.util.concurrent.TimeoutException}.
   */
  Deferred<String> fetch(ClientEndpoint server) {
    return server
        .connect(PoemReceiver::new)
        .addDeferringCallback(PoemReceiver::poem)
        .addTimeout(patience, time)
        .label("poem of " + server);
  }

  /** Fetches the poems of all servers; the Deferred tells how each of them fared, in order. */
  Deferred<List<Outcome<String>>> fetchAll(List<ClientEndpoint> servers) {
    return Deferreds.outcomes(fetches(servers));
  }

  /** Fetches the poem that is complete first, and lets the others go. */
  Deferred<String> fetchFirst(List<ClientEndpoint> servers) {
    return Deferreds.race(fetches(servers)).addCallback(Indexed::value);
  }

  private List<Deferred<String>> fetches(List<ClientEndpoint> servers) {
    return servers.stream().map(this::fetch).toList();
  }
}
