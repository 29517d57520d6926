// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract;

/** The two ends of a connection that was made. */
record Pair(Peer client, Peer server) {
  /** Returns this as the other side sees it. */
  Pair swapped() {
    return new Pair(/* client= */ server, /* server= */ client);
  }

  boolean isOver() {
    return client.isLost() && server.isLost();
  }

  /** Returns how both heard of the end. */
  String ends() {
    return client.reason().getClass().getSimpleName()
        + " here, "
        + server.reason().getClass().getSimpleName()
        + " there";
  }
}
