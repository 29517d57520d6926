// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fake.VirtualClock;
import dev.assay.fake.event.Chunking;
import dev.assay.fake.protocol.LineSendingProtocol;
import dev.assay.fake.protocol.Wire;
import dev.assay.protocol.Protocol;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds in whatever order, and in whatever pieces, the lines of three guests arrive. */
final class ChatProperties {

  /**
   * All are there, and all speak at once.
   *
   * @param schedule whose next piece arrives; what is left in the end arrives in turns
   */
  @Property
  void allGuests_hearOneConversation(
      @ForAll long cuts, @ForAll @Size(max = 100) List<@IntRange(max = 2) Integer> schedule) {
    ChatRoom room = new ChatRoom(new VirtualClock(), "Welcome.");
    List<Speaker> guests =
        Stream.of("Ada", "Grace", "Alan").map(name -> Speaker.in(room, name, cuts)).toList();
    guests.forEach(Speaker::speak);
    for (int next : schedule) {
      guests.get(next).deliverOne();
    }
    guests.forEach(guest -> guest.wire.flush());
    guests.forEach(guest -> guest.wire.flush());

    for (Speaker listener : guests) {
      for (Speaker other : guests) {
        checkHeard(listener, other);
        checkAgreement(listener.heard(), other.heard());
      }
    }
  }

  /** Each hears what the others have said, all of it and in order, and does not hear themselves. */
  private static void checkHeard(Speaker listener, Speaker other) {
    List<String> from =
        listener.heard().stream().filter(line -> line.startsWith(other.name)).toList();
    assertThat(from).isEqualTo(listener.name.equals(other.name) ? List.of() : other.lines());
  }

  /** What two of them both hear, they hear in the same order. */
  private static void checkAgreement(List<String> one, List<String> other) {
    assertThat(one.stream().filter(other::contains))
        .containsExactlyElementsOf(other.stream().filter(one::contains).toList());
  }

  /** A guest who talks in one go, and the wire to the room. */
  private record Speaker(String name, LineSendingProtocol guest, Wire wire) {
    static Speaker in(ChatRoom room, String name, long cuts) {
      LineSendingProtocol guest = LineSendingProtocol.atOnce(name);
      InetSocketAddress anywhere = InetSocketAddress.createUnresolved(name, 1);
      Protocol session = Objects.requireNonNull(room.buildProtocol(anywhere), "the room is closed");
      Wire wire = Wire.connect(guest, session).chunking(Chunking.seeded(cuts + name.length()));
      wire.flush();
      return new Speaker(name, guest, wire);
    }

    void speak() {
      IntStream.rangeClosed(1, 5).forEach(i -> guest.sendLine("line " + i));
    }

    void deliverOne() {
      if (wire.toServer().pending().length > 0) {
        wire.toServer().deliverOne();
      }
    }

    List<String> lines() {
      return IntStream.rangeClosed(1, 5).mapToObj(i -> name + ": line " + i).toList();
    }

    List<String> heard() {
      return guest.received().stream().filter(line -> line.contains(": line ")).toList();
    }
  }
}
