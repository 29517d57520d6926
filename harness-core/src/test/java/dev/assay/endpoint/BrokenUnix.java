// SPDX-License-Identifier: Apache-2.0
package dev.assay.endpoint;

import dev.assay.protocol.ClientFactory;
import dev.assay.protocol.Connector;
import dev.assay.protocol.ProtocolFactory;
import dev.assay.reactor.ListeningPort;
import dev.assay.reactor.ReactorUnix;

/** A reactor that throws whatever it is asked. */
record BrokenUnix(RuntimeException error) implements ReactorUnix {
  @Override
  public Connector connectUnix(String path, ClientFactory factory) {
    throw error;
  }

  @Override
  public ListeningPort listenUnix(String path, ProtocolFactory factory) {
    throw error;
  }
}
