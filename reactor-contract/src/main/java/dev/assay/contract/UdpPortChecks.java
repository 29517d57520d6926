// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract;

import dev.assay.deferred.Deferred;
import dev.assay.protocol.BindFailedException;
import dev.assay.protocol.DatagramTransport;
import dev.assay.reactor.ReactorTcp;
import dev.assay.reactor.ReactorUdp;
import java.net.InetSocketAddress;
import java.util.List;

/** The checks of datagram ports. */
final class UdpPortChecks {
  static final List<ContractCheck> CHECKS =
      List.of(
          udp(
              "port.address",
              "A port returns its address; if no port was given, with the one that was chosen.",
              UdpPortChecks::address),
          udp(
              "port.taken-is-refused",
              "To open a port that is taken throws BindFailedException, and starts no protocol.",
              UdpPortChecks::taken),
          udp(
              "port.foreign-interface-is-refused",
              "To open a port of another machine's address throws BindFailedException.",
              UdpPortChecks::foreignInterface),
          udp(
              "port.out-of-range-is-refused",
              "A port below 0 or above 65535 is refused with IllegalArgumentException.",
              UdpPortChecks::outOfRange),
          ContractCheck.of(
              "udp.port.is-no-tcp-port",
              "A port for datagrams and one for connections can have the same number.",
              UdpPortChecks::isNoTcpPort,
              ReactorUdp.class,
              ReactorTcp.class),
          udp(
              "port.starts-its-protocol",
              "A protocol is started, once, and has its port then.",
              UdpPortChecks::startsItsProtocol),
          udp(
              "stop.stops-its-protocol",
              "A protocol is stopped when its port is closed, once, not inside the request.",
              UdpPortChecks::stopsItsProtocol),
          udp(
              "stop.frees-the-port",
              "When the Deferred of stopListening fires, the port can be opened again.",
              UdpPortChecks::freesThePort),
          udp(
              "stop.nothing-is-received",
              "A protocol whose port is being closed receives nothing more.",
              UdpPortChecks::nothingIsReceived),
          udp(
              "stop.write-is-nothing",
              "To write on a port that is closed has no effect.",
              UdpPortChecks::writeIsNothing),
          udp(
              "stop.twice",
              "To close a port again has no further effect; the second Deferred fires as well.",
              UdpPortChecks::stopTwice),
          udp(
              "stop.when-received",
              "A protocol can close its port when it receives.",
              UdpPortChecks::stopWhenReceived));

  private UdpPortChecks() {}

  private static ContractCheck udp(String name, String meaning, ContractCheck.Body body) {
    return ContractCheck.of("udp." + name, meaning, body, ReactorUdp.class);
  }

  private static void address(Rig rig) {
    DatagramTransport chosen = rig.udp().open("peer").transport();
    Expect.isTrue("the port that was chosen must not be 0", chosen.host().getPort() != 0);
    Expect.equal(
        "the interface", rig.subject().host(), chosen.host().getAddress().getHostAddress());

    InetSocketAddress free = rig.udp().deadAddress();
    DatagramTransport asked = rig.udp().listen(free.getPort(), new UdpPeer(rig, "other"));
    Expect.equal("the address that was asked for", free, asked.host());
  }

  private static void taken(Rig rig) {
    int port = rig.udp().open("peer").transport().host().getPort();
    UdpPeer late = new UdpPeer(rig, "late");

    rig.thrown(
        BindFailedException.class,
        "listenUdp on a port that is taken",
        () -> rig.udp().reactor().listenUdp(port, late, rig.subject().host()));
    Expect.equal("what the protocol was told", List.of(), late.events());
  }

  private static void foreignInterface(Rig rig) {
    rig.thrown(
        BindFailedException.class,
        "listenUdp on 192.0.2.1",
        () -> rig.udp().reactor().listenUdp(0, new UdpPeer(rig, "peer"), "192.0.2.1"));
  }

  private static void outOfRange(Rig rig) {
    for (int port : new int[] {-1, 65_536}) {
      rig.thrown(
          IllegalArgumentException.class,
          "listenUdp on port " + port,
          () -> rig.udp().reactor().listenUdp(port, new UdpPeer(rig, "peer")));
    }
  }

  private static void isNoTcpPort(Rig rig) {
    int port = Net.portOf(rig.net().listen(rig.net().factory("server")));
    UdpPeer receiver = new UdpPeer(rig, "receiver");
    rig.udp().listen(port, receiver);
    UdpPeer sender = rig.udp().open("sender");
    rig.run(() -> sender.write("hello", receiver));

    rig.await("it arrives", () -> receiver.count() == 1);
  }

  private static void startsItsProtocol(Rig rig) {
    UdpPeer peer = new UdpPeer(rig, "peer");
    DatagramTransport port = rig.udp().listen(0, peer);
    rig.await("it is started", () -> peer.was("started"));
    rig.settle();

    Expect.equal("what it was told", List.of("started"), peer.events());
    Expect.equal("its port", port, peer.transport());
  }

  private static void stopsItsProtocol(Rig rig) {
    UdpPeer peer = rig.udp().open(new UdpPeer(rig, "peer").onStop(() -> rig.say("stopped")));
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

  private static void freesThePort(Rig rig) {
    UdpPeer first = rig.udp().open("first");
    int port = first.transport().host().getPort();
    UdpPeer second = new UdpPeer(rig, "second");
    Deferred<DatagramTransport> opened =
        rig.get(
            () ->
                first
                    .transport()
                    .stopListening()
                    .addCallback(done -> rig.udp().listen(port, second)));
    rig.value("it can be opened again", opened);
    UdpPeer sender = rig.udp().open("sender");
    rig.run(() -> sender.write("hello", second));

    rig.await("the second receives", () -> second.count() == 1);
  }

  private static void nothingIsReceived(Rig rig) {
    UdpPeer sender = rig.udp().open("sender");
    UdpPeer receiver = rig.udp().open("receiver");
    rig.run(
        () -> {
          sender.write("too late", receiver);
          receiver.transport().stopListening();
        });
    rig.await("it is stopped", () -> receiver.was("stopped"));
    rig.settle();

    Expect.equal("what it was told", List.of("started", "stopped"), receiver.events());
  }

  private static void writeIsNothing(Rig rig) {
    UdpPeer sender = rig.udp().open("sender");
    UdpPeer receiver = rig.udp().open("receiver");
    rig.run(() -> sender.transport().stopListening());
    rig.await("it is stopped", () -> sender.was("stopped"));
    rig.run(() -> sender.write("too late", receiver));
    rig.settle();

    Expect.equal("what arrived", List.of(), receiver.texts());
  }

  private static void stopTwice(Rig rig) {
    UdpPeer peer = rig.udp().open("peer");
    Deferred<?> first = rig.get(() -> peer.transport().stopListening());
    Deferred<?> second = rig.get(() -> peer.transport().stopListening());
    rig.value("the first Deferred fires", first);
    rig.value("the second Deferred fires", second);
    rig.udp().stop(peer.transport());

    Expect.equal("what it was told", List.of("started", "stopped"), peer.events());
  }

  private static void stopWhenReceived(Rig rig) {
    UdpPeer receiver = new UdpPeer(rig, "receiver");
    receiver.onData((data, from) -> receiver.transport().stopListening());
    rig.udp().open(receiver);
    UdpPeer sender = rig.udp().open("sender");
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
