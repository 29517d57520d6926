// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Deferreds;
import dev.assay.fake.event.Trace;
import dev.assay.fake.event.TraceEvent;
import dev.assay.fake.network.Datagrams;
import dev.assay.fake.network.Pair;
import dev.assay.fake.network.RecordingClient;
import dev.assay.fake.network.RecordingProtocol;
import dev.assay.fake.network.SlowNetwork;
import dev.assay.ledger.Ledger;
import dev.assay.protocol.BindFailedException;
import dev.assay.reactor.rules.Addresses;
import dev.assay.time.DelayedCall;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TraceTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final FakeReactor reactor = new FakeReactor();
  private final List<String> log = new ArrayList<>();

  @Test
  void calls_areTraced_fromArmingToRunning() {
    reactor.callLater(SECOND, () -> {}).label("ping");
    DelayedCall moved = reactor.callLater(SECOND, () -> {});
    moved.reset(SECOND.multipliedBy(2));
    DelayedCall cancelled = reactor.callLater(SECOND, () -> {});
    cancelled.cancel();
    reactor.advance(SECOND.multipliedBy(2));

    assertThat(trace())
        .containsExactly(
            "t=0s localhost armed DelayedCall (ping): due at t=1s, a lambda of TraceTest",
            "t=0s localhost armed DelayedCall: due at t=1s, a lambda of TraceTest",
            "t=0s localhost moved DelayedCall: due at t=2s",
            "t=0s localhost armed DelayedCall: due at t=1s, a lambda of TraceTest",
            "t=0s localhost cancelled DelayedCall",
            "t=1s localhost ran DelayedCall (ping)",
            "t=2s localhost ran DelayedCall");
  }

  @Test
  void connections_areTraced_fromTheAttemptToTheEnd() {
    RecordingProtocol client = new RecordingProtocol("client", log);
    Pair.connect(reactor, client, new RecordingProtocol("server", log));
    client.write("hello");
    client.transport().loseConnection();
    reactor.advance(Duration.ZERO);

    assertThat(trace())
        .containsExactly(
            "t=0s localhost listening ListeningPort 0.0.0.0:80",
            "t=0s localhost connect localhost:80",
            "t=0s localhost resolve localhost",
            "t=0s localhost resolved localhost: 127.0.0.1",
            "t=0s localhost connected client 127.0.0.1:49152 -> 127.0.0.1:80",
            "t=0s localhost connected server 127.0.0.1:80 -> 127.0.0.1:49152",
            "t=0s localhost write client 127.0.0.1:49152 -> 127.0.0.1:80: 5 bytes",
            "t=0s localhost loseConnection client 127.0.0.1:49152 -> 127.0.0.1:80",
            "t=0s localhost connectionLost client 127.0.0.1:49152 -> 127.0.0.1:80: ConnectionDoneException",
            "t=0s localhost received server 127.0.0.1:80 -> 127.0.0.1:49152: 5 bytes",
            "t=0s localhost connectionLost server 127.0.0.1:80 -> 127.0.0.1:49152: ConnectionDoneException");
  }

  @Test
  void failures_areTraced() {
    reactor.connectTcp("nowhere", 80, new RecordingClient(log));
    reactor.connectTcp("127.0.0.1", 80, new RecordingClient(log));
    reactor.advance(Duration.ZERO);

    assertThat(trace())
        .contains(
            "t=0s localhost notFound nowhere",
            "t=0s localhost connectFailed nowhere:80: DnsLookupException",
            "t=0s localhost connectFailed 127.0.0.1:80: ConnectionRefusedException");
  }

  @Test
  void datagrams_areTraced() throws BindFailedException {
    Datagrams client = new Datagrams("client", log);
    reactor.listenUdp(0, client);
    reactor.listenUdp(53, new Datagrams("server", log)).stopListening();
    InetSocketAddress server = new InetSocketAddress(Addresses.ipv4(127, 0, 0, 1), 53);
    client.transport().connect(server);
    client.send("query");
    reactor.advance(Duration.ZERO);

    assertThat(trace())
        .containsExactly(
            "t=0s localhost listening DatagramPort 0.0.0.0:49152",
            "t=0s localhost listening DatagramPort 0.0.0.0:53",
            "t=0s localhost connect DatagramPort 0.0.0.0:49152: 127.0.0.1:53",
            "t=0s localhost datagramSent DatagramPort 0.0.0.0:49152:"
                + " 127.0.0.1:49152 -> 127.0.0.1:53: 5 bytes",
            "t=0s localhost stoppedListening DatagramPort 0.0.0.0:53",
            "t=0s localhost connectionRefused DatagramPort 0.0.0.0:49152");
  }

  @Test
  void threads_areTraced() {
    reactor.deferToThread(() -> "x");
    reactor.callFromThread(() -> {});
    reactor.advance(Duration.ZERO);
    String thread = "thread " + Thread.currentThread().getName() + ", a lambda of TraceTest";

    assertThat(trace())
        .containsExactly(
            "t=0s localhost taskRequested ThreadTask, a lambda of TraceTest",
            "t=0s localhost handedOver " + thread,
            "t=0s localhost threadCall " + thread,
            "t=0s localhost taskStarted ThreadTask, a lambda of TraceTest",
            "t=0s localhost taskEnded ThreadTask, a lambda of TraceTest");
  }

  @Test
  void life_isTraced() {
    reactor.start();
    reactor.stop();
    reactor.advance(Duration.ZERO);

    assertThat(trace())
        .containsExactly(
            "t=0s localhost started reactor",
            "t=0s localhost stopping reactor",
            "t=0s localhost stopped reactor");
  }

  @Test
  void inATrial_deferredsAndErrorsAreTraced_byTheirNames() {
    Ledger ledger = new Ledger();
    Trace trace;
    try (Ledger.Binding bound = ledger.bind()) {
      assertThat(bound).isNotNull();
      FakeReactor watched = new FakeReactor();
      trace = watched.network().trace();
      Deferred<String> pong = new Deferred<String>().label("pong");
      watched
          .callLater(
              SECOND,
              () -> {
                pong.errback(new IllegalStateException("no"));
                throw new IllegalArgumentException("x must be y: z");
              })
          .label("ping");
      watched.advance(SECOND);
      pong.addErrback(error -> "handled");
    }

    assertThat(trace.toString().lines().map(line -> line.replaceAll("armed at .*", "armed at …")))
        .containsExactly(
            "t=0s opened Deferred#1 (pong)",
            "t=0s localhost armed DelayedCall#1 (ping): due at t=1s, armed at …",
            "t=1s localhost ran DelayedCall#1 (ping)",
            "t=1s fired Deferred#1 (pong): java.lang.IllegalStateException",
            "t=1s logged LoggedError#1: DelayedCall#1 (ping), armed at …",
            "t=1s settled Deferred#1 (pong)");
  }

  @Test
  void events_areValues() {
    reactor.advance(SECOND);
    reactor.callLater(SECOND, () -> {}).cancel();

    assertThat(reactor.network().trace().events())
        .endsWith(new TraceEvent(SECOND, "localhost", "cancelled", "DelayedCall", ""));
  }

  @Test
  void jsonLines_haveOneObjectEach() {
    reactor.callLater(SECOND, () -> {}).label("say \"hi\"\n").cancel();

    assertThat(reactor.network().trace().toJsonLines())
        .isEqualTo(
            """
            {"at":0,"host":"localhost","kind":"armed","subject":"DelayedCall (say \\"hi\\"\\u000a)",\
            "detail":"due at t=1s, a lambda of TraceTest"}
            {"at":0,"host":"localhost","kind":"cancelled","subject":"DelayedCall (say \\"hi\\"\\u000a)",\
            "detail":""}
            """);
  }

  @Test
  void text_hasALineForEachEvent_evenIfNamesHaveMore() {
    reactor.callLater(SECOND, () -> {}).label("one\ntwo").cancel();

    assertThat(reactor.network().trace().toString().lines()).hasSize(2);
  }

  @Test
  void veryLongRun_dropsTheFirstEvents() {
    for (int i = 0; i < 200_000; i++) {
      reactor.callLater(SECOND, () -> {}).cancel();
    }
    Trace trace = reactor.network().trace();

    assertThat(trace.events()).hasSize(1 << 18);
    assertThat(trace.dropped()).isEqualTo(400_000 - (1 << 18));
  }

  @Test
  void equalRuns_haveEqualBytes() {
    byte[] first = busyRun(42).getBytes(UTF_8);

    assertThat(busyRun(42).getBytes(UTF_8)).isEqualTo(first);
    assertThat(busyRun(43).getBytes(UTF_8)).isNotEqualTo(first);
  }

  /** Plays a bit of everything, with all that is open decided by a seed, and returns the trace. */
  private static String busyRun(long seed) {
    Ledger ledger = new Ledger();
    try (Ledger.Binding bound = ledger.bind()) {
      assertThat(bound).isNotNull();
      Random random = new Random(seed);
      FakeNetwork network = SlowNetwork.of(Duration.ofMillis(10));
      network.choose((what, options) -> random.nextInt(options));
      network.strike(new Fault.LoseDatagrams("a", "b", Duration.ofMillis(1)));
      play(network);
      Trace trace = network.trace();
      return trace + trace.toJsonLines();
    }
  }

  private static void play(FakeNetwork network) {
    List<String> log = new ArrayList<>();
    FakeReactor a = network.host("a");
    FakeReactor b = network.host("b");
    RecordingProtocol server = new RecordingProtocol("server", log);
    Pair.listen(b, server.onData(server::write));
    RecordingProtocol client = new RecordingProtocol("client", log);
    a.connectTcp("b", 80, peer -> client.onMade(() -> client.write("hello, world")));
    Datagrams datagrams = new Datagrams("datagrams", log);
    try {
      a.listenUdp(0, datagrams);
      b.listenUdp(53, new Datagrams("server", log));
    } catch (BindFailedException e) {
      throw new AssertionError(e);
    }
    for (int i = 0; i < 10; i++) {
      datagrams.send("query", new InetSocketAddress(Addresses.ipv4(10, 0, 0, 2), 53));
      a.callInThread(() -> a.callFromThread(() -> log.add("back")));
      a.callLater(Duration.ofMillis(1), () -> log.add("call"));
      Deferreds.deferLater(a, Duration.ofMillis(5)).addErrback(error -> null);
    }
    a.advance(SECOND);
    client.transport().abortConnection();
    a.advance(SECOND);
  }

  private List<String> trace() {
    return reactor.network().trace().events().stream().map(TraceEvent::toString).toList();
  }
}
