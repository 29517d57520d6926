// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.ledger.Ledger;
import dev.assay.pending.Pending;
import dev.assay.reactor.ReactorDescriptors.ReadDescriptor;
import dev.assay.reactor.ReactorDescriptors.WriteDescriptor;
import dev.assay.time.LivelockError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FakeDescriptorsTest {
  private final FakeReactor reactor = new FakeReactor();
  private final List<String> log = new ArrayList<>();
  private final Pipe pipe = new Pipe();

  @Test
  void descriptorThatIsReady_isToldOnceInEachTurn() {
    reactor.addReader(pipe);
    reactor.makeReadable(pipe);
    assertThat(log).isEmpty();
    reactor.turn();
    assertThat(log).containsExactly("read");
    reactor.turn();

    assertThat(log).containsExactly("read", "read");
  }

  @Test
  void descriptorThatIsNotReady_isNotTold() {
    reactor.addReader(pipe);
    reactor.makeWritable(pipe);
    reactor.advance(Duration.ofSeconds(1));

    assertThat(log).isEmpty();
  }

  @Test
  void descriptorThatWasReadyBefore_isToldWhenItIsAdded() {
    reactor.makeReadable(pipe);
    reactor.turn();
    assertThat(log).isEmpty();
    reactor.addReader(pipe);
    reactor.turn();

    assertThat(log).containsExactly("read");
  }

  @Test
  void descriptorThatIsNoLongerReady_isToldNoMore() {
    reactor.addReader(pipe);
    reactor.makeReadable(pipe);
    reactor.turn();
    reactor.makeUnreadable(pipe);
    reactor.advance(Duration.ZERO);

    assertThat(log).containsExactly("read");
  }

  @Test
  void writerThatRemovesItself_isToldNoMore() {
    pipe.onWrite = () -> reactor.removeWriter(pipe);
    reactor.addWriter(pipe);
    reactor.makeWritable(pipe);
    reactor.advance(Duration.ZERO);

    assertThat(log).containsExactly("write");
    reactor.addWriter(pipe);
    reactor.advance(Duration.ZERO);
    assertThat(log).containsExactly("write", "write");
  }

  @Test
  void readingAndWriting_areKeptApart() {
    reactor.addReader(pipe);
    reactor.addWriter(pipe);
    reactor.makeReadable(pipe);
    reactor.makeWritable(pipe);
    reactor.turn();
    assertThat(log).containsExactly("read", "write");
    reactor.removeReader(pipe);
    reactor.turn();
    assertThat(log).containsExactly("read", "write", "write");
    reactor.makeUnwritable(pipe);
    reactor.advance(Duration.ZERO);

    assertThat(log).hasSize(3);
  }

  @Test
  void addingTwice_isOnce_andRemovingWhatIsNotThere_isNothing() {
    reactor.removeReader(pipe);
    reactor.addReader(pipe);
    reactor.addReader(pipe);
    reactor.makeReadable(pipe);
    reactor.turn();
    assertThat(log).containsExactly("read");
    reactor.removeReader(pipe);
    reactor.removeReader(pipe);
    reactor.advance(Duration.ZERO);

    assertThat(log).containsExactly("read");
  }

  @Test
  void descriptorThatStaysReadyForEver_isALivelock_thatNamesIt() {
    reactor.clock().withTurnLimit(3);
    reactor.addReader(pipe);
    reactor.makeReadable(pipe);

    assertThatExceptionOfType(LivelockError.class)
        .isThrownBy(() -> reactor.advance(Duration.ZERO))
        .withMessageContaining(
            "readiness of a FakeDescriptorsTest.Pipe, notified when it can be read from"
                + " would begin another");
  }

  @Test
  void descriptorThatThrows_isRemoved_andToldOfItsEnd() {
    Ledger ledger = new Ledger();
    try (Ledger.Binding bound = ledger.bind()) {
      assertThat(bound).isNotNull();
      FakeReactor watched = new FakeReactor();
      pipe.onRead =
          () -> {
            throw new IllegalStateException("broken");
          };
      watched.addReader(pipe);
      watched.addWriter(pipe);
      watched.makeReadable(pipe);
      watched.makeWritable(pipe);
      watched.advance(Duration.ZERO);
    }

    assertThat(log).containsExactly("read", "lost broken");
    assertThat(ledger.snapshot())
        .extracting(Pending::detail)
        .containsExactly("a FakeDescriptorsTest.Pipe: java.lang.IllegalStateException: broken");
  }

  @Test
  void descriptorsInATrial_standInTheLedger_untilTheyAreRemoved() {
    Ledger ledger = new Ledger();
    try (Ledger.Binding bound = ledger.bind()) {
      assertThat(bound).isNotNull();
      FakeReactor watched = new FakeReactor();
      watched.addReader(pipe);
      assertThat(ledger.snapshot())
          .extracting(pending -> pending.name() + ": " + pending.detail())
          .containsExactly(
              "Descriptor#1: a FakeDescriptorsTest.Pipe, notified when it can be read from");
      watched.removeReader(pipe);
    }

    assertThat(ledger.snapshot()).isEmpty();
  }

  private final class Pipe implements ReadDescriptor, WriteDescriptor {
    private Runnable onRead = () -> {};
    private Runnable onWrite = () -> {};

    @Override
    public void doRead() {
      log.add("read");
      onRead.run();
    }

    @Override
    public void doWrite() {
      log.add("write");
      onWrite.run();
    }

    @Override
    public void connectionLost(Throwable reason) {
      log.add("lost " + reason.getMessage());
    }
  }
}
