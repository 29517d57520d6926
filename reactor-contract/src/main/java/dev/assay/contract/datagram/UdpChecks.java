// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.datagram;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.assay.contract.peer.Pattern;
import dev.assay.contract.rig.Expect;
import dev.assay.contract.rig.Rig;
import dev.assay.contract.rig.Rule;
import dev.assay.contract.subject.ContractSubject;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The checks of the transfer of datagrams. */
final class UdpChecks {
  static final List<Rule> RULES =
      List.of(
          rule(
              "data.arrives",
              "A datagram arrives, with the address of its sender.",
              UdpChecks::arrives),
          rule(
              "data.boundaries-are-kept",
              "Each datagram is received as one, however many there are.",
              UdpChecks::boundaries),
          rule("data.empty", "A datagram may be empty, and arrives so.", UdpChecks::empty),
          rule("data.big", "A datagram of some thousand bytes arrives whole.", UdpChecks::big),
          rule(
              "data.written-is-copied",
              "A datagram arrives as it was when it was written, though the array has changed.",
              UdpChecks::writtenIsCopied),
          rule(
              "data.received-is-the-receivers",
              "A datagram that was received does not change.",
              UdpChecks::receivedIsTheReceivers),
          rule(
              "data.answer",
              "A protocol can answer, when it receives, to the sender of the datagram.",
              UdpChecks::answer),
          rule(
              "data.not-inside-write",
              "Nothing is received inside a call of write, even if the port sends to itself.",
              UdpChecks::notInsideWrite),
          rule(
              "data.to-nobody",
              "A datagram to an address where nothing receives is lost silently.",
              UdpChecks::toNobody),
          rule(
              "connect.write",
              "A port that is connected sends to its peer, named or not, and receives from it.",
              UdpChecks::connectWrite),
          rule(
              "connect.others-are-not-heard",
              "A port that is connected receives from its peer only.",
              UdpChecks::othersAreNotHeard),
          rule(
              "connect.write-to-another-is-refused",
              "To send from a connected port to another address throws IllegalStateException.",
              UdpChecks::writeToAnother),
          rule(
              "connect.twice-is-refused",
              "To connect a port again throws IllegalStateException.",
              UdpChecks::connectTwice),
          rule(
              "connect.write-to-nobody-is-refused",
              "To send without an address from a port that is not connected throws IllegalStateException.",
              UdpChecks::writeUnconnected),
          rule(
                  "connect.refused-is-told",
                  "A port that is connected is notified later if nothing receives at its peer.",
                  UdpChecks::refusedIsTold)
              .where(
                  "the subject does not tell of refused datagrams",
                  ContractSubject::tellsRefusedDatagrams),
          rule(
              "error.is-logged",
              "What a protocol throws when it receives is logged; the port continues to receive.",
              UdpChecks::errorIsLogged));

  private UdpChecks() {}

  private static Rule rule(String name, String meaning, Udp.Body body) {
    return Udp.rule(name, meaning, body);
  }

  private static void arrives(Rig rig, Udp udp) {
    UdpPeer sender = udp.open("sender");
    UdpPeer receiver = udp.open("receiver");
    rig.run(() -> sender.write("hello", receiver));
    rig.await("it arrives", () -> receiver.count() == 1);

    Expect.equal("what arrived", List.of("hello"), receiver.texts());
    Expect.equal(
        "where it is from", List.of(rig.get(() -> sender.transport().host())), receiver.senders());
  }

  private static void boundaries(Rig rig, Udp udp) {
    UdpPeer sender = udp.open("sender");
    UdpPeer receiver = udp.open("receiver");
    List<String> texts = IntStream.range(0, 20).mapToObj(i -> "datagram " + (10 + i)).toList();
    rig.run(() -> texts.forEach(text -> sender.write(text, receiver)));
    rig.await("all arrive", () -> receiver.count() == texts.size());

    Expect.equal("what arrived", texts, receiver.texts());
  }

  private static void empty(Rig rig, Udp udp) {
    UdpPeer sender = udp.open("sender");
    UdpPeer receiver = udp.open("receiver");
    rig.run(() -> sender.write("", receiver));
    rig.await("it arrives", () -> receiver.count() == 1);

    Expect.equal("what arrived", List.of(""), receiver.texts());
  }

  private static void big(Rig rig, Udp udp) {
    UdpPeer sender = udp.open("sender");
    UdpPeer receiver = udp.open("receiver");
    rig.run(() -> sender.transport().write(Pattern.bytes(0, 8_000), receiver.transport().host()));
    rig.await("it arrives", () -> receiver.count() == 1);

    Pattern.check("what arrived", 8_000, receiver.received().get(0));
  }

  private static void writtenIsCopied(Rig rig, Udp udp) {
    UdpPeer sender = udp.open("sender");
    UdpPeer receiver = udp.open("receiver");
    rig.run(
        () -> {
          byte[] data = "as it was".getBytes(US_ASCII);
          sender.transport().write(data, receiver.transport().host());
          Arrays.fill(data, (byte) '?');
        });
    rig.await("it arrives", () -> receiver.count() == 1);

    Expect.equal("what arrived", List.of("as it was"), receiver.texts());
  }

  private static void receivedIsTheReceivers(Rig rig, Udp udp) {
    UdpPeer sender = udp.open("sender");
    UdpPeer receiver = udp.open("receiver");
    for (int i = 1; i <= 3; i++) {
      int number = i;
      rig.run(() -> sender.write("datagram " + number, receiver));
      rig.await("it arrives", () -> receiver.count() == number);
    }

    Expect.equal(
        "what was kept", List.of("datagram 1", "datagram 2", "datagram 3"), receiver.texts());
  }

  private static void answer(Rig rig, Udp udp) {
    UdpPeer echo = new UdpPeer(rig, "echo");
    echo.onData((data, from) -> echo.transport().write(data, from));
    udp.open(echo);
    UdpPeer sender = udp.open("sender");
    rig.run(() -> sender.write("hello", echo));
    rig.await("the answer arrives", () -> sender.count() == 1);

    Expect.equal("the answer", List.of("hello"), sender.texts());
  }

  private static void notInsideWrite(Rig rig, Udp udp) {
    UdpPeer peer = udp.open(new UdpPeer(rig, "both").onData((data, from) -> rig.say("received")));
    rig.run(
        () -> {
          peer.write("hello", peer);
          rig.say("written");
        });
    rig.await("it arrives", () -> peer.count() == 1);

    Expect.equal("the order", List.of("written", "received"), rig.said());
  }

  private static void toNobody(Rig rig, Udp udp) {
    InetSocketAddress nobody = udp.deadAddress();
    UdpPeer sender = udp.open("sender");
    UdpPeer receiver = udp.open("receiver");
    rig.run(
        () -> {
          sender.transport().write("lost".getBytes(US_ASCII), nobody);
          sender.write("hello", receiver);
        });
    rig.await("the other one arrives", () -> receiver.count() == 1);
    rig.settle();

    Expect.equal("what the sender was told", List.of("started"), sender.events());
  }

  private static void connectWrite(Rig rig, Udp udp) {
    UdpPeer one = udp.open("one");
    UdpPeer other = udp.open("other");
    rig.run(
        () -> {
          one.transport().connect(other.transport().host());
          one.write("a");
          one.write("b", other);
          other.write("c", one);
        });
    rig.await("all arrive", () -> one.count() == 1 && other.count() == 2);

    Expect.equal("what the other received", List.of("a", "b"), other.texts());
    Expect.equal("what it received", List.of("c"), one.texts());
  }

  private static void othersAreNotHeard(Rig rig, Udp udp) {
    UdpPeer one = udp.open("one");
    UdpPeer peer = udp.open("peer");
    UdpPeer stranger = udp.open("stranger");
    rig.run(
        () -> {
          one.transport().connect(peer.transport().host());
          stranger.write("not heard", one);
          peer.write("heard", one);
        });
    rig.await("the peer's arrives", () -> one.count() > 0);
    rig.settle();

    Expect.equal("what arrived", List.of("heard"), one.texts());
  }

  private static void writeToAnother(Rig rig, Udp udp) {
    UdpPeer one = udp.open("one");
    UdpPeer peer = udp.open("peer");
    UdpPeer stranger = udp.open("stranger");
    rig.run(() -> one.transport().connect(peer.transport().host()));

    rig.thrown(IllegalStateException.class, "write()", () -> one.write("x", stranger));
    rig.settle();
    Expect.equal("what the stranger received", List.of(), stranger.texts());
  }

  private static void connectTwice(Rig rig, Udp udp) {
    UdpPeer one = udp.open("one");
    UdpPeer peer = udp.open("peer");
    rig.run(() -> one.transport().connect(peer.transport().host()));

    rig.thrown(
        IllegalStateException.class,
        "connect()",
        () -> one.transport().connect(peer.transport().host()));
  }

  private static void writeUnconnected(Rig rig, Udp udp) {
    UdpPeer one = udp.open("one");

    rig.thrown(IllegalStateException.class, "write()", () -> one.write("x"));
  }

  private static void refusedIsTold(Rig rig, Udp udp) {
    InetSocketAddress nobody = udp.deadAddress();
    UdpPeer one = udp.open(new UdpPeer(rig, "one").onRefused(() -> rig.say("refused")));
    rig.run(
        () -> {
          one.transport().connect(nobody);
          one.write("hello");
          rig.say("written");
        });
    rig.await("it is told", () -> one.was("refused"));

    Expect.equal("the order", List.of("written", "refused"), rig.said());
  }

  private static void errorIsLogged(Rig rig, Udp udp) {
    UdpPeer sender = udp.open("sender");
    UdpPeer receiver =
        udp.open(
            new UdpPeer(rig, "receiver")
                .onData(
                    (data, from) -> {
                      if (data.length == 0) {
                        rig.raise();
                      }
                    }));
    rig.run(() -> sender.write("", receiver));
    rig.await("it arrives", () -> receiver.count() == 1);
    rig.logged(rig.error());
    rig.run(() -> sender.write("next", receiver));

    rig.await("the next one arrives", () -> receiver.count() == 2);
  }
}
