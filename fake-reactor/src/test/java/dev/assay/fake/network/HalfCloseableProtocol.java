// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.HalfCloseable;
import dev.assay.protocol.Protocol;
import java.util.List;

/** A protocol that writes down what it is told, also of the end of one direction. */
final class HalfCloseableProtocol extends Protocol implements HalfCloseable {
  private final String name;
  private final List<String> log;
  private Runnable onReadLost = () -> {};

  HalfCloseableProtocol(String name, List<String> log) {
    this.name = name;
    this.log = log;
  }

  HalfCloseableProtocol onReadLost(Runnable action) {
    onReadLost = action;
    return this;
  }

  void write(String text) {
    transport().write(text.getBytes(US_ASCII));
  }

  @Override
  public void dataReceived(byte[] data) {
    log.add(name + " got " + new String(data, US_ASCII));
  }

  @Override
  public void readConnectionLost() {
    log.add(name + " read lost");
    onReadLost.run();
  }

  @Override
  public void writeConnectionLost() {
    log.add(name + " write lost");
  }

  @Override
  protected void connectionLost(ConnectionClosedException reason) {
    log.add(name + " lost " + reason.getClass().getSimpleName());
  }
}
