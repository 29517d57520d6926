// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.protocol;

import dev.assay.fake.event.Datagram;
import dev.assay.protocol.DatagramProtocol;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * A datagram protocol that records all its events and sends nothing.
 *
 * @since 0.1
 */
public final class AccumulatingDatagramProtocol extends DatagramProtocol {
  private final List<Datagram> received = new ArrayList<>();
  private int refusals;
  private boolean started;
  private boolean stopped;

  /** Creates a protocol that has recorded nothing. */
  public AccumulatingDatagramProtocol() {}

  /** Returns the datagrams that were received, in order. */
  public List<Datagram> received() {
    return List.copyOf(received);
  }

  /** Returns how often the protocol was notified that its datagrams have no receiver. */
  public int refusals() {
    return refusals;
  }

  /** Returns whether the port was opened. */
  public boolean isStarted() {
    return started;
  }

  /** Returns whether the port is closed. */
  public boolean isStopped() {
    return stopped;
  }

  @Override
  protected void startProtocol() {
    started = true;
  }

  @Override
  public void datagramReceived(byte[] data, InetSocketAddress from) {
    received.add(new Datagram(data, from));
  }

  @Override
  public void connectionRefused() {
    refusals++;
  }

  @Override
  public void stopProtocol() {
    stopped = true;
  }
}
