// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fake.bytes.Bytes;
import dev.assay.fake.event.Chunking;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class WireProperties {
  @Property
  void eachSide_receivesWhatTheOtherWrote_inOrder(
      @ForAll("policies") Chunking toServer,
      @ForAll("policies") Chunking toClient,
      @ForAll("steps") List<Step> steps) {
    Table table = new Table(toServer, toClient);
    for (Step step : steps) {
      step.play(table);
      table.checkPrefixes();
    }
    table.finish();
  }

  @Provide
  Arbitrary<Chunking> policies() {
    return Arbitraries.oneOf(
        Arbitraries.of(Chunking.identity(), Chunking.collapse(), Chunking.byteByByte()),
        Arbitraries.integers().between(1, 20).map(Chunking::every),
        Arbitraries.longs().map(Chunking::seeded));
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Boolean> sides = Arbitraries.of(true, false);
    Arbitrary<Integer> counts = Arbitraries.integers().between(1, 40);
    Arbitrary<Act> acts = Arbitraries.of(Act.class);
    return Combinators.combine(acts, sides, counts).as(Step::new).list().ofMaxSize(60);
  }

  enum Act {
    WRITE,
    PUMP,
    DELIVER_ONE,
    HOLD,
    RELEASE,
    CUT,
    PAUSE,
    RESUME
  }

  record Step(Act act, boolean towardsServer, int count) {
    void play(Table table) {
      End from = towardsServer ? table.client : table.server;
      End to = towardsServer ? table.server : table.client;
      WireDirection way = towardsServer ? table.wire.toServer() : table.wire.toClient();
      switch (act) {
        case WRITE -> from.write(count);
        case PUMP -> table.wire.pump();
        case DELIVER_ONE -> {
          if (way.pending().length > 0 && !to.isPaused()) {
            way.deliverOne();
          }
        }
        case HOLD -> way.hold();
        case RELEASE -> way.release();
        case CUT -> way.cutAfter(count);
        case PAUSE -> to.received.transport().pauseProducing();
        case RESUME -> to.received.transport().resumeProducing();
      }
    }
  }

  /** A wire with what was written at its ends. */
  static final class Table {
    private final End client = new End();
    private final End server = new End();
    private final Wire wire = Wire.connect(client.received, server.received);

    Table(Chunking toServer, Chunking toClient) {
      wire.toServer().chunking(toServer);
      wire.toClient().chunking(toClient);
    }

    void checkPrefixes() {
      server.checkReceived(client.written, wire.toServer());
      client.checkReceived(server.written, wire.toClient());
    }

    void finish() {
      wire.toServer().release();
      wire.toClient().release();
      client.received.transport().resumeProducing();
      server.received.transport().resumeProducing();
      wire.flush();
      assertThat(server.received.data()).isEqualTo(client.written);
      assertThat(client.received.data()).isEqualTo(server.written);
    }
  }

  private static final class End {
    private final AccumulatingProtocol received = new AccumulatingProtocol();
    private byte[] written = new byte[0];

    void write(int count) {
      byte[] data = new byte[count];
      for (int i = 0; i < count; i++) {
        data[i] = (byte) (written.length + i);
      }
      received.transport().write(data);
      written = Bytes.join(List.of(written, data));
    }

    boolean isPaused() {
      return ((StringTransport) received.transport()).producerState() == ProducerState.PAUSED;
    }

    void checkReceived(byte[] sent, WireDirection way) {
      byte[] got = received.data();
      assertThat(got).isEqualTo(Arrays.copyOf(sent, got.length));
      assertThat(way.pending()).isEqualTo(Arrays.copyOfRange(sent, got.length, sent.length));
    }
  }
}
