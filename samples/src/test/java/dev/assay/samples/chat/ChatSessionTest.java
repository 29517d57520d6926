// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.chat;

import static dev.assay.trial.Trials.successResultOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.fake.VirtualClock;
import dev.assay.fake.protocol.ScriptedPeer;
import dev.assay.fake.protocol.SplitSweep;
import dev.assay.fake.protocol.Wire;
import dev.assay.junit.Trial;
import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.ConnectionDoneException;
import dev.assay.protocol.ConnectionLostException;
import dev.assay.protocol.Protocol;
import dev.assay.trial.TrialContext;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Nested;

/** The room and its guests, each at the other end of a string transport. */
final class ChatSessionTest {
  private final VirtualClock clock;
  private final ChatRoom room;

  ChatSessionTest(VirtualClock clock, TrialContext trial) {
    this.clock = clock;
    room = new ChatRoom(clock, "Welcome.");
    trial.addDeferringCleanup(room::close);
  }

  /** A conversation from end to end reads best as a script: both sides, line by line. */
  @Trial
  void visit_goesByTheScript() {
    ScriptedPeer visitor =
        new ScriptedPeer()
            .expect("Welcome.\r\nWhat is your name?\r\n")
            .answer("Ada\r\n")
            .expect("Hello Ada. Here are: nobody else\r\n")
            .answer("is anybody there?\r\n/quit\r\n")
            .expect("Goodbye.\r\n");
    Wire.connect(visitor, session()).flush();

    visitor.assertFinished();
  }

  @Nested
  final class AtTheDoor {
    @Trial
    void guest_isAskedForTheName() {
      Guest guest = Guest.at(clock, room);

      assertThat(guest.heard()).containsExactly("Welcome.", "What is your name?");
    }

    @Trial
    void nameThatIsTaken_isRefused() {
      Guest ada = Guest.in(clock, room, "Ada");
      Guest other = Guest.in(clock, room, "Ada");
      other.say("Grace");

      assertThat(other.heard()).containsExactly("Hello Grace. Here are: Ada");
      assertThat(ada.heard()).containsExactly("* Grace has come");
    }

    @Trial
    void nameThatIsNone_isRefused() {
      Guest guest = Guest.at(clock, room);
      guest.heard();
      guest.say("");
      guest.say("<b>Ada</b>");
      guest.say("A".repeat(21));
      assertThat(guest.heard())
          .hasSize(3)
          .containsOnly("A name has 1 to 20 letters and digits. What is your name?");

      guest.say("  Zoë\t");
      assertThat(guest.heard()).containsExactly("Hello Zoë. Here are: nobody else");
    }

    @Trial
    void guestWithoutAName_hearsNothingAndIsNotMissed() {
      Guest ada = Guest.in(clock, room, "Ada");
      Guest guest = Guest.at(clock, room);
      guest.heard();
      ada.say("hello?");
      guest.say("/quit");

      assertThat(guest.heard()).containsExactly("Goodbye.");
      assertThat(ada.heard()).isEmpty();
    }

    /** The timeout of a guest who gives a name must be gone: it would be left armed. */
    @Trial
    void guestWhoSaysNothing_isShownOut() {
      Guest silent = Guest.at(clock, room);
      Guest ada = Guest.in(clock, room, "Ada");
      clock.advance(ChatSession.PATIENCE.minusNanos(1));
      assertThat(silent.transport().isAborting()).isFalse();

      clock.advance(Duration.ofNanos(1));
      assertThat(silent.transport().isAborting()).isTrue();
      assertThat(ada.transport().isConnected()).isTrue();
    }
  }

  @Nested
  final class Inside {
    private final Guest ada = Guest.in(clock, room, "Ada");
    private final Guest grace = Guest.in(clock, room, "Grace");
    private final Guest alan = Guest.in(clock, room, "Alan");

    Inside() {
      ada.heard();
      grace.heard();
    }

    @Trial
    void line_isHeardByAllOthers() {
      ada.say("hello");
      ada.say("   ");
      alan.say("hello Ada");

      assertThat(ada.heard()).containsExactly("Alan: hello Ada");
      assertThat(grace.heard()).containsExactly("Ada: hello", "Alan: hello Ada");
      assertThat(alan.heard()).containsExactly("Ada: hello");
    }

    /** What moves a cursor, or rings a bell, is not for others' screens. */
    @Trial
    void line_losesItsControlCharacters() {
      ada.say("he\u001b[2Jl\u0007l\no");

      assertThat(grace.heard()).containsExactly("Ada: he[2Jllo");
    }

    @Trial
    void lineThatIsTooLong_endsTheVisit() {
      ada.say("x".repeat(ChatSession.LONGEST_LINE));
      assertThat(ada.transport().isConnected()).isTrue();
      ada.say("x".repeat(ChatSession.LONGEST_LINE + 1));

      assertThat(ada.heard()).containsExactly("A line has at most 400 bytes.");
      assertThat(ada.transport().isDisconnecting()).isTrue();
      assertThat(grace.heard()).hasSize(2).endsWith("* Ada has left");
    }

    @Trial
    void memberWhoQuits_hearsNoMore_andTheNameIsFree() {
      ada.say("/quit");
      grace.say("bye!");
      Guest other = Guest.at(clock, room);
      other.say("Ada");

      assertThat(ada.heard()).containsExactly("Goodbye.");
      assertThat(grace.heard()).containsExactly("* Ada has left", "* Ada has come");
      assertThat(other.heard()).endsWith("Hello Ada. Here are: Grace, Alan");
    }

    /** The name belongs to somebody else by the time the connection is over. */
    @Trial
    void memberWhoQuits_doesNotTakeTheNextOfThatNameAlong() {
      ada.say("/quit");
      Guest other = Guest.in(clock, room, "Ada");
      clock.advance(Duration.ZERO);
      assertThat(grace.heard()).containsExactly("* Ada has left", "* Ada has come");

      alan.say("hello, new Ada");
      assertThat(other.heard()).containsExactly("Alan: hello, new Ada");
    }

    @Trial
    void memberWhoIsGone_isMissedOnce() {
      ada.transport().endConnection(new ConnectionLostException("reset by the guest"));
      grace.transport().endConnection(new ConnectionDoneException("closed by the guest"));

      assertThat(alan.heard()).containsExactly("* Ada has left", "* Grace has left");
    }

    @Trial
    void guestsWhoAreGone_areForgotten() {
      ada.transport().endConnection(new ConnectionDoneException("closed by the guest"));
      Deferred<List<ConnectionClosedException>> end = room.close();
      clock.advance(Duration.ZERO);

      assertThat(successResultOf(end)).hasSize(2);
    }

    @Trial
    void roomThatCloses_saysGoodbyeToAll_andLetsNobodyIn() {
      Guest newcomer = Guest.at(clock, room);
      newcomer.heard();
      Deferred<?> end = room.close();
      clock.advance(Duration.ZERO);

      assertThat(end.isFired()).isTrue();
      assertThat(List.of(ada.heard(), grace.heard(), alan.heard(), newcomer.heard()))
          .containsOnly(List.of("The chat is closed."));
      assertThat(room.buildProtocol(ada.transport().peer())).isNull();
    }
  }

  /** However the guest's bytes are cut, the others hear the same. */
  @Trial
  void conversation_isTheSameHoweverItIsCut() {
    SplitSweep.of("Zoë\r\nhello\r\nhow are you? ☂\r\n/quit\r\nnever said\r\n").check(this::visit);
  }

  private Object visit(List<byte[]> chunks) {
    ChatRoom small = new ChatRoom(clock, "Welcome.");
    Guest ada = Guest.in(clock, small, "Ada");
    Guest visitor = Guest.at(clock, small);
    chunks.forEach(visitor::send);
    small.close();
    clock.advance(Duration.ZERO);
    return List.of(ada.heard(), visitor.heard());
  }

  private Protocol session() {
    InetSocketAddress anywhere = InetSocketAddress.createUnresolved("guest", 1);
    return Objects.requireNonNull(room.buildProtocol(anywhere), "the room is closed");
  }
}
