// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.peer;

/**
 * The two ends of a connection.
 *
 * @since 0.1
 */
public record Pair(Peer client, Peer server) {
  /** Returns this with the two sides exchanged. */
  public Pair swapped() {
    return new Pair(/* client= */ server, /* server= */ client);
  }

  /** Returns whether both sides were notified of the end. */
  public boolean isOver() {
    return client.isLost() && server.isLost();
  }

  /** Returns the reasons for the end that both sides received. */
  public String ends() {
    return client.reason().getClass().getSimpleName()
        + " here, "
        + server.reason().getClass().getSimpleName()
        + " there";
  }
}
