// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.datagram;

import dev.assay.contract.peer.Net;
import dev.assay.contract.peer.Tcp;
import dev.assay.contract.rig.Expect;
import dev.assay.contract.rig.Rig;
import dev.assay.contract.rig.Rule;
import dev.assay.deferred.Deferred;
import dev.assay.protocol.BindFailedException;
import dev.assay.protocol.DatagramTransport;
import dev.assay.reactor.ReactorTcp;
import java.net.InetSocketAddress;
import java.util.List;

/** The checks of datagram ports. */
final class UdpPortChecks {
  static final List<Rule> RULES =
      List.of(
          rule(
              "port.address",
              "A port returns its address; if no port was given, with the one that was chosen.",
              UdpPortChecks::address),
          rule(
              "port.taken-is-refused",
              "To open a port that is taken throws BindFailedException, and starts no protocol.",
              UdpPortChecks::taken),
          rule(
              "port.foreign-interface-is-refused",
              "To open a port of another machine's address throws BindFailedException.",
              UdpPortChecks::foreignInterface),
          rule(
              "port.out-of-range-is-refused",
              "A port below 0 or above 65535 is refused with IllegalArgumentException.",
              UdpPortChecks::outOfRange),
          rule(
              "port.is-no-tcp-port",
              "A port for datagrams and one for connections can have the same number.",
              UdpPortChecks::isNoTcpPort,
              ReactorTcp.class),
          rule(
              "port.starts-its-protocol",
              "A protocol is started, once, and has its port then.",
              UdpPortChecks::startsItsProtocol),
          rule(
              "stop.stops-its-protocol",
              "A protocol is stopped when its port is closed, once, not inside the request.",
              UdpPortChecks::stopsItsProtocol),
          rule(
              "stop.frees-the-port",
              "When the Deferred of stopListening fires, the port can be opened again.",
              UdpPortChecks::freesThePort),
          rule(
              "stop.nothing-is-received",
              "A protocol whose port is being closed receives nothing more.",
              UdpPortChecks::nothingIsReceived),
          rule(
              "stop.write-is-nothing",
              "To write on a port that is closed has no effect.",
              UdpPortChecks::writeIsNothing),
          rule(
              "stop.twice",
              "To close a port again has no further effect; the second Deferred fires as well.",
              UdpPortChecks::stopTwice),
          rule(
              "stop.when-received",
              "A protocol can close its port when it receives.",
              UdpPortChecks::stopWhenReceived));

  private UdpPortChecks() {}

  private static Rule rule(String name, String meaning, Udp.Body body, Class<?>... faces) {
    return Udp.rule(name, meaning, body, faces);
  }

  private static void address(Rig rig, Udp udp) {
    DatagramTransport chosen = udp.open("peer").transport();
    Expect.isTrue("the port that was chosen must not be 0", chosen.host().getPort() != 0);
    Expect.equal(
        "the interface", rig.subject().host(), chosen.host().getAddress().getHostAddress());

    InetSocketAddress free = udp.deadAddress();
    DatagramTransport asked = udp.listen(free.getPort(), new UdpPeer(rig, "other"));
    Expect.equal("the address that was asked for", free, asked.host());
  }

  private static void taken(Rig rig, Udp udp) {
    int port = udp.open("peer").transport().host().getPort();
    UdpPeer late = new UdpPeer(rig, "late");

    rig.thrown(
        BindFailedException.class,
        "listenUdp on a port that is taken",
        () -> udp.reactor().listenUdp(port, late, rig.subject().host()));
    Expect.equal("what the protocol was told", List.of(), late.events());
  }

  private static void foreignInterface(Rig rig, Udp udp) {
    rig.thrown(
        BindFailedException.class,
        "listenUdp on 192.0.2.1",
        () -> udp.reactor().listenUdp(0, new UdpPeer(rig, "peer"), "192.0.2.1"));
  }

  private static void outOfRange(Rig rig, Udp udp) {
    for (int port : new int[] {-1, 65_536}) {
      rig.thrown(
          IllegalArgumentException.class,
          "listenUdp on port " + port,
          () -> udp.reactor().listenUdp(port, new UdpPeer(rig, "peer")));
    }
  }

  private static void isNoTcpPort(Rig rig, Udp udp) {
    Net net = new Net(rig, new Tcp());
    int port = Tcp.portOf(net.listen(net.factory("server")).address());
    UdpPeer receiver = new UdpPeer(rig, "receiver");
    udp.listen(port, receiver);
    UdpPeer sender = udp.open("sender");
    rig.run(() -> sender.write("hello", receiver));

    rig.await("it arrives", () -> receiver.count() == 1);
  }

  private static void startsItsProtocol(Rig rig, Udp udp) {
    UdpPeer peer = new UdpPeer(rig, "peer");
    DatagramTransport port = udp.listen(0, peer);
    rig.await("it is started", () -> peer.was("started"));
    rig.settle();

    Expect.equal("what it was told", List.of("started"), peer.events());
    Expect.equal("its port", port, peer.transport());
  }

  private static void stopsItsProtocol(Rig rig, Udp udp) {
    UdpPeer peer = udp.open(new UdpPeer(rig, "peer").onStop(() -> rig.say("stopped")));
    rig.run(
        () -> {
          peer.transport().stopListening();
          rig.say("asked");
        });
    rig.await("it is stopped", () -> peer.was("stopped"));
    rig.settle();

    Expect.equal("the order", List.of("asked", "stopped"), rig.said());
    Expect.equal("what it was told", List.of("started", "stopped"), peer.events());
  }

  private static void freesThePort(Rig rig, Udp udp) {
    UdpPeer first = udp.open("first");
    int port = first.transport().host().getPort();
    UdpPeer second = new UdpPeer(rig, "second");
    Deferred<DatagramTransport> opened =
        rig.get(
            () -> first.transport().stopListening().addCallback(done -> udp.listen(port, second)));
    rig.value("it can be opened again", opened);
    UdpPeer sender = udp.open("sender");
    rig.run(() -> sender.write("hello", second));

    rig.await("the second receives", () -> second.count() == 1);
  }

  private static void nothingIsReceived(Rig rig, Udp udp) {
    UdpPeer sender = udp.open("sender");
    UdpPeer receiver = udp.open("receiver");
    rig.run(
        () -> {
          sender.write("too late", receiver);
          receiver.transport().stopListening();
        });
    rig.await("it is stopped", () -> receiver.was("stopped"));
    rig.settle();

    Expect.equal("what it was told", List.of("started", "stopped"), receiver.events());
  }

  private static void writeIsNothing(Rig rig, Udp udp) {
    UdpPeer sender = udp.open("sender");
    UdpPeer receiver = udp.open("receiver");
    rig.run(() -> sender.transport().stopListening());
    rig.await("it is stopped", () -> sender.was("stopped"));
    rig.run(() -> sender.write("too late", receiver));
    rig.settle();

    Expect.equal("what arrived", List.of(), receiver.texts());
  }

  private static void stopTwice(Rig rig, Udp udp) {
    UdpPeer peer = udp.open("peer");
    Deferred<?> first = rig.get(() -> peer.transport().stopListening());
    Deferred<?> second = rig.get(() -> peer.transport().stopListening());
    rig.value("the first Deferred fires", first);
    rig.value("the second Deferred fires", second);
    udp.stop(peer.transport());

    Expect.equal("what it was told", List.of("started", "stopped"), peer.events());
  }

  private static void stopWhenReceived(Rig rig, Udp udp) {
    UdpPeer receiver = new UdpPeer(rig, "receiver");
    receiver.onData((data, from) -> receiver.transport().stopListening());
    udp.open(receiver);
    UdpPeer sender = udp.open("sender");
    rig.run(
        () -> {
          sender.write("one", receiver);
          sender.write("two", receiver);
        });
    rig.await("it is stopped", () -> receiver.was("stopped"));
    rig.settle();

    Expect.equal("what it was told", List.of("started", "data", "stopped"), receiver.events());
  }
}
