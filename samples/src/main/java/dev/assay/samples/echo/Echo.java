// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.echo;

import dev.assay.protocol.Protocol;

/** Sends back what it receives. */
final class Echo extends Protocol {
  @Override
  public void dataReceived(byte[] data) {
    transport().write(data);
  }
}
