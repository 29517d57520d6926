// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.assertj;

import static dev.assay.junit.assertj.AssayAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.assay.fake.FakeNetwork;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.VirtualClock;
import dev.assay.fake.protocol.AccumulatingProtocol;
import dev.assay.fake.protocol.StringTransport;
import dev.assay.fake.protocol.Wire;
import dev.assay.ledger.Ledger;
import dev.assay.protocol.BindFailedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** Assertions about fakes look and change nothing, whether they hold or fail. */
final class FakeObserverProperties {
  @Property
  void everyAssertion_anyFake_changesNothing(
      @ForAll @Size(max = 12) List<Step> steps, @ForAll Check check) {
    World world = new World();
    steps.forEach(step -> step.in(world));
    List<String> before = world.look();
    Failing.holds(() -> check.of(world));
    assertThat(world.look()).isEqualTo(before);
  }

  @Property
  void isQuiet_anyWire_isThatPumpingMovesNothing(@ForAll @Size(max = 12) List<Step> steps) {
    World world = new World();
    steps.forEach(step -> step.in(world));
    boolean quiet = Failing.holds(() -> assertThat(world.wire).isQuiet());
    world.wire.toServer().release();
    if (world.wire.server().isConnected()) {
      world.wire.server().resumeProducing();
    }
    assertThat(quiet).isEqualTo(!world.wire.pump());
  }

  /** One of all the assertions that there are, in a form that may hold or fail. */
  @SuppressWarnings("ImmutableEnumChecker") // it holds no state but code
  enum Check {
    NO_DELAYED_CALLS(world -> assertThat(world.clock).hasNoDelayedCalls()),
    NEXT_CALL(world -> assertThat(world.reactor).nextCallIn(Duration.ofSeconds(1))),
    IS_AT(world -> assertThat(world.reactor).isAt(Duration.ofSeconds(1))),
    LISTENS(world -> assertThat(world.reactor).listensOn(80)),
    NO_PORTS(world -> assertThat(world.reactor).hasNoOpenPorts()),
    NO_CONNECTIONS(world -> assertThat(world.reactor).hasNoOpenConnections()),
    NETWORK_PORTS(world -> assertThat(world.network).hasNoOpenPorts()),
    NETWORK_CONNECTIONS(world -> assertThat(world.network).hasNoOpenConnections()),
    QUIET(world -> assertThat(world.wire).isQuiet()),
    WROTE(world -> assertThat(world.wire.client()).wrote("ping")),
    WROTE_NOTHING(world -> assertThat(world.transport).wroteNothing()),
    CONNECTED(world -> assertThat(world.transport).isConnected()),
    DISCONNECTING(world -> assertThat(world.transport).isDisconnecting()),
    ABORTING(world -> assertThat(world.transport).isAborting()),
    DISCONNECTED(world -> assertThat(world.transport).isDisconnected()),
    PAUSED(world -> assertThat(world.wire.server()).isPaused()),
    CONTAINS(world -> assertThat(world.network.trace()).containsInOrder("armed", "ran")),
    DOES_NOT_CONTAIN(world -> assertThat(world.network.trace()).doesNotContain("ran"));

    private final Consumer<World> look;

    Check(Consumer<World> look) {
      this.look = look;
    }

    void of(World world) {
      look.accept(world);
    }
  }

  /** Something that happens to the fakes. */
  @SuppressWarnings("ImmutableEnumChecker") // it holds no state but code
  enum Step {
    CALL(world -> world.reactor.callLater(Duration.ofSeconds(1), () -> world.ran++)),
    CALL_NOW(world -> world.clock.callLater(Duration.ZERO, () -> world.ran++)),
    ADVANCE(world -> world.clock.advance(Duration.ofSeconds(1))),
    STEP(world -> world.reactor.step()),
    LISTEN(World::listen),
    CONNECT(world -> world.reactor.connectTcp("localhost", 80, at -> new AccumulatingProtocol())),
    WRITE(world -> world.transport.write(new byte[] {'h', 'i'})),
    CLOSE(world -> world.transport.loseConnection()),
    ABORT(world -> world.transport.abortConnection()),
    PING(world -> world.wire.client().write(new byte[] {'p', 'i', 'n', 'g'})),
    HANG_UP(world -> world.wire.client().loseConnection()),
    BREAK_OFF(world -> world.wire.client().abortConnection()),
    PAUSE(world -> world.wire.server().pauseProducing()),
    HOLD(world -> world.wire.toServer().hold()),
    PUMP(world -> world.wire.pump());

    private final Consumer<World> action;

    Step(Consumer<World> action) {
      this.action = action;
    }

    /** Does this, unless it is the wrong moment for it. */
    void in(World world) {
      Throwable refusal = catchThrowable(() -> action.accept(world));
      assertThat(refusal == null || refusal instanceof IllegalStateException).isTrue();
    }
  }

  /** One fake of each kind, in a trial. */
  static final class World {
    private final Ledger ledger = new Ledger();
    private final VirtualClock clock;
    private final FakeNetwork network;
    private final FakeReactor reactor;
    private final Wire wire;
    private final StringTransport transport;
    private int ran;

    World() {
      Ledger.Binding trial = ledger.bind();
      clock = new VirtualClock();
      network = new FakeNetwork(clock);
      reactor = network.host("host");
      wire = Wire.connect(new AccumulatingProtocol(), new AccumulatingProtocol());
      transport = new StringTransport(clock);
      transport.connect(new AccumulatingProtocol());
      trial.close();
    }

    void listen() {
      try {
        reactor.listenTcp(80, peer -> new AccumulatingProtocol());
      } catch (BindFailedException e) {
        throw new IllegalStateException(e);
      }
    }

    List<String> look() {
      List<String> seen = new ArrayList<>();
      ledger.snapshot().forEach(line -> seen.add(line.toString()));
      clock.delayedCalls().forEach(call -> seen.add(call.toString()));
      reactor.connections().forEach(connection -> seen.add(connection.toString()));
      reactor.listeners().forEach(port -> seen.add(port.toString()));
      seen.add(network.trace().toString());
      seen.add(wire.toServer() + ", " + wire.toClient() + ", " + wire.server().producerState());
      seen.add(transport.writes().size() + " writes, " + transport.state());
      seen.add(ran + " calls ran by " + clock.elapsed());
      return seen;
    }
  }
}
