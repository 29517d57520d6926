// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract;

/** The two ends of a connection. */
record Pair(Peer client, Peer server) {
  /** Returns this with the two sides exchanged. */
  Pair swapped() {
    return new Pair(/* client= */ server, /* server= */ client);
  }

  boolean isOver() {
    return client.isLost() && server.isLost();
  }

  /** Returns the reasons for the end that both sides received. */
  String ends() {
    return client.reason().getClass().getSimpleName()
        + " here, "
        + server.reason().getClass().getSimpleName()
        + " there";
  }
}
