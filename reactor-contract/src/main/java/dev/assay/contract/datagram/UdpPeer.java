// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.datagram;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.assay.contract.rig.Rig;
import dev.assay.protocol.DatagramProtocol;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;

/** A datagram protocol that records its events, and then does what the check wants. */
final class UdpPeer extends DatagramProtocol {
  private final Rig rig;
  private final String name;
  private final List<String> events = Collections.synchronizedList(new ArrayList<>());
  private final List<byte[]> received = Collections.synchronizedList(new ArrayList<>());
  private final List<InetSocketAddress> senders = Collections.synchronizedList(new ArrayList<>());
  private BiConsumer<byte[], InetSocketAddress> onData = (data, from) -> {};
  private Runnable onStop = () -> {};
  private Runnable onRefused = () -> {};

  UdpPeer(Rig rig, String name) {
    this.rig = rig;
    this.name = name;
  }

  UdpPeer onData(BiConsumer<byte[], InetSocketAddress> action) {
    onData = action;
    return this;
  }

  UdpPeer onStop(Runnable action) {
    onStop = action;
    return this;
  }

  UdpPeer onRefused(Runnable action) {
    onRefused = action;
    return this;
  }

  @Override
  protected void startProtocol() {
    note("started");
  }

  @Override
  public void datagramReceived(byte[] data, InetSocketAddress from) {
    note("data");
    received.add(data);
    senders.add(from);
    onData.accept(data, from);
  }

  @Override
  public void connectionRefused() {
    note("refused");
    onRefused.run();
  }

  @Override
  public void stopProtocol() {
    note("stopped");
    onStop.run();
  }

  /** Sends text. Like all of the transport, to be called on the reactor's thread. */
  void write(String text, UdpPeer to) {
    transport().write(text.getBytes(ISO_8859_1), to.transport().host());
  }

  void write(String text) {
    transport().write(text.getBytes(ISO_8859_1));
  }

  /** Returns the recorded events, such as {@code [started, data, stopped]}. */
  List<String> events() {
    return List.copyOf(events);
  }

  boolean was(String event) {
    return events.contains(event);
  }

  /** Returns the number of datagrams received. */
  int count() {
    return received.size();
  }

  /** Returns the datagrams received, as they were delivered. */
  List<byte[]> received() {
    return List.copyOf(received);
  }

  /** Returns the datagrams received, sorted, as they may overtake each other. */
  List<String> texts() {
    return received().stream().map(data -> new String(data, ISO_8859_1)).sorted().toList();
  }

  List<InetSocketAddress> senders() {
    return List.copyOf(senders);
  }

  private void note(String event) {
    events.add(event);
    rig.trace(name + " " + event);
  }
}
