// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.assay.protocol.DatagramProtocol;
import dev.assay.reactor.rules.Addresses;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.BiConsumer;

/** A protocol that writes down what it is told of datagrams, and then does what a test wants. */
public final class Datagrams extends DatagramProtocol {
  private final String name;
  private final List<String> log;
  private Runnable onStarted = () -> {};
  private BiConsumer<String, InetSocketAddress> onReceived = (text, from) -> {};

  public Datagrams(String name, List<String> log) {
    this.name = name;
    this.log = log;
  }

  public Datagrams onStarted(Runnable action) {
    onStarted = action;
    return this;
  }

  public Datagrams onReceived(BiConsumer<String, InetSocketAddress> action) {
    onReceived = action;
    return this;
  }

  public void send(String text, InetSocketAddress to) {
    transport().write(text.getBytes(US_ASCII), to);
  }

  public void send(String text) {
    transport().write(text.getBytes(US_ASCII));
  }

  @Override
  protected void startProtocol() {
    log.add(name + " started");
    onStarted.run();
  }

  @Override
  public void datagramReceived(byte[] data, InetSocketAddress from) {
    String text = new String(data, US_ASCII);
    log.add(name + " got " + text + " from " + Addresses.show(from));
    onReceived.accept(text, from);
  }

  @Override
  public void connectionRefused() {
    log.add(name + " refused");
  }

  @Override
  public void stopProtocol() {
    log.add(name + " stopped");
  }
}
