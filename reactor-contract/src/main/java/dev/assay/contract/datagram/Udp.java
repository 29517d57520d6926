// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.datagram;

import dev.assay.contract.rig.Rig;
import dev.assay.contract.rig.Rule;
import dev.assay.deferred.Deferred;
import dev.assay.protocol.DatagramTransport;
import dev.assay.reactor.ReactorUdp;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The datagram ports of a check, and short methods to create them. */
final class Udp {
  private final Rig rig;
  private final List<DatagramTransport> ports = new ArrayList<>();

  private Udp(Rig rig) {
    this.rig = rig;
    rig.cleanup(() -> ports.forEach(this::stop));
  }

  /**
   * Returns a rule about datagrams.
   *
   * @param faces the interfaces that a reactor must implement besides {@link ReactorUdp}
   */
  static Rule rule(String name, String meaning, Body body, Class<?>... faces) {
    Class<?>[] all =
        Stream.concat(Stream.of(ReactorUdp.class), Stream.of(faces)).toArray(Class<?>[]::new);
    return Rule.of("udp." + name, meaning, rig -> body.run(rig, new Udp(rig)), all);
  }

  /** Opens any free port of the subject's address. */
  UdpPeer open(String name) {
    return open(new UdpPeer(rig, name));
  }

  UdpPeer open(UdpPeer peer) {
    listen(0, peer);
    rig.await("the protocol is started", () -> peer.was("started"));
    return peer;
  }

  DatagramTransport listen(int port, UdpPeer peer) {
    DatagramTransport opened = rig.get(() -> reactor().listenUdp(port, peer, rig.subject().host()));
    ports.add(opened);
    return opened;
  }

  /** Returns a port that receives nothing. */
  InetSocketAddress deadAddress() {
    UdpPeer peer = open("nobody");
    InetSocketAddress address = rig.get(() -> peer.transport().host());
    stop(peer.transport());
    return address;
  }

  void stop(DatagramTransport port) {
    Deferred<@Nullable Void> closed = rig.<Deferred<@Nullable Void>>get(port::stopListening);
    rig.value("the port is closed", closed);
  }

  ReactorUdp reactor() {
    return rig.reactor(ReactorUdp.class);
  }

  /** The program of a check. */
  @FunctionalInterface
  interface Body {
    void run(Rig rig, Udp udp) throws Exception;
  }
}
