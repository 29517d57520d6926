// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.protocol;

import dev.assay.fake.event.Datagram;
import dev.assay.protocol.DatagramProtocol;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * A datagram protocol that keeps all it is told and says nothing.
 *
 * @since 0.1
 */
public final class AccumulatingDatagramProtocol extends DatagramProtocol {
  private final List<Datagram> received = new ArrayList<>();
  private int refusals;
  private boolean started;
  private boolean stopped;

  /** Makes a protocol that has been told nothing. */
  public AccumulatingDatagramProtocol() {}

  /** Returns what was received, in order. */
  public List<Datagram> received() {
    return List.copyOf(received);
  }

  /** Returns how often it was told that nobody receives what it sends. */
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
