// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.poetry;

import static dev.assay.trial.Trials.successResultOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.FailureGroupException;
import dev.assay.deferred.Outcome;
import dev.assay.endpoint.ClientEndpoint;
import dev.assay.endpoint.Endpoints;
import dev.assay.fake.FakeNetwork;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.Fault;
import dev.assay.junit.Trial;
import dev.assay.protocol.BindFailedException;
import dev.assay.protocol.ConnectTimedOutException;
import dev.assay.protocol.ConnectionRefusedException;
import dev.assay.protocol.DnsLookupException;
import dev.assay.reactor.ListeningPort;
import dev.assay.trial.TrialContext;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A network of poets, each on a host of their own: connections are really made there, refused, lost
 * and left hanging.
 *
 * <p>A poet says a letter a second, so a poem of ten letters is over when nine seconds have passed.
 */
final class PoetryClientTest {
  private static final int PORT = 10_000;
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final FakeNetwork network;
  private final FakeReactor reactor;
  private final PoetryClient client;
  private final TrialContext trial;

  PoetryClientTest(FakeReactor reactor, TrialContext trial) {
    this.trial = trial;
    this.reactor = reactor;
    network = reactor.network();
    client = new PoetryClient(reactor, Duration.ofMinutes(1));
  }

  @Trial
  Deferred<String> poem_isFetched() throws BindFailedException {
    recite("blake", "Tyger");

    return client
        .fetch(poet("blake"))
        .addEffect(poem -> assertThat(poem).isEqualTo("Tyger"))
        .addEffect(poem -> assertThat(reactor.elapsed()).isEqualTo(SECOND.multipliedBy(4)));
  }

  /** All recite at the same time: the whole takes as long as the longest. */
  @Trial
  Deferred<?> manyPoems_areFetchedAtOnce() throws BindFailedException {
    recite("blake", "Tyger");
    recite("rilke", "Die Blätter fallen");
    recite("sappho", "");

    return client
        .fetchAll(poets("blake", "rilke", "sappho"))
        .addEffect(
            poems ->
                assertThat(poems)
                    .containsExactly(
                        new Outcome.Success<>("Tyger"),
                        new Outcome.Success<>("Die Blätter fallen"),
                        new Outcome.Success<>("")))
        .addEffect(poems -> assertThat(reactor.elapsed()).isEqualTo(SECOND.multipliedBy(18)));
  }

  /** Each way to fail is the network's own doing, and none of them harms the others. */
  @Trial
  Deferred<?> poetsWhoFail_doNotSpoilTheOthers() throws BindFailedException {
    recite("blake", "Tyger");
    network.host("refuses");
    network.host("unplugged");
    network.strike(new Fault.Crash("unplugged"));
    recite("stumbles", "Half a poem");
    network.strikeAfter(SECOND.multipliedBy(3), new Fault.Reset("localhost", "stumbles"));
    recite("vanishes", "Half a poem");
    network.strikeAfter(SECOND.multipliedBy(3), new Fault.Crash("vanishes"));
    recite("goesOn", "and on ".repeat(100));

    return client
        .fetchAll(poets("blake", "refuses", "unplugged", "stumbles", "vanishes", "goesOn"))
        .addEffect(
            outcomes ->
                assertThat(outcomes.stream().map(PoetryClientTest::brief))
                    .containsExactly(
                        "Tyger",
                        "ConnectionRefusedException",
                        "ConnectTimedOutException",
                        "ConnectionLostException",
                        "TimeoutException",
                        "TimeoutException"))
        .addEffect(outcomes -> assertThat(reactor.elapsed()).isEqualTo(Duration.ofMinutes(1)));
  }

  /** The label tells which of a hundred connections it was. */
  @Trial
  void poemThatTakesTooLong_isGivenUp() throws BindFailedException {
    recite("homer", "Sing, O goddess, ".repeat(1_000));

    assertThatExceptionOfType(TimeoutException.class)
        .isThrownBy(() -> trial.await(client.fetch(poet("homer"))))
        .withMessageContaining("(poem of tcp:host=homer:port=10000)");
  }

  /** What a script says fails an attempt before any host is asked. */
  @Trial
  void connectionThatCannotBeMade_isTheFailure() {
    network.strike(
        new Fault.FailNextConnect(
            "localhost", new ConnectTimedOutException("no route to the muse")));

    assertThatExceptionOfType(ConnectTimedOutException.class)
        .isThrownBy(() -> trial.await(client.fetch(poet("localhost"))))
        .withMessage("no route to the muse");
  }

  @Trial
  void firstPoem_wins_andTheOthersAreLetGo() throws Throwable {
    recite("rilke", "Die Blätter fallen");
    recite("blake", "Tyger");

    assertThat(trial.await(client.fetchFirst(poets("rilke", "refuses", "blake"))))
        .isEqualTo("Tyger");
    assertThat(reactor.elapsed()).isEqualTo(SECOND.multipliedBy(4));
    reactor.advance(Duration.ZERO);
    assertThat(network.host("rilke").connections()).isEmpty();
  }

  @Trial
  void raceThatNobodyFinishes_tellsOfEach() {
    network.host("refuses");

    assertThatExceptionOfType(FailureGroupException.class)
        .isThrownBy(() -> trial.await(client.fetchFirst(poets("refuses", "unknown"))))
        .satisfies(
            group ->
                assertThat(group.errors())
                    .hasExactlyElementsOfTypes(
                        ConnectionRefusedException.class, DnsLookupException.class));
  }

  @Trial
  void cancelledClient_letsGoOfAll() throws BindFailedException {
    recite("blake", "Tyger");
    network.host("unplugged");
    network.strike(new Fault.Crash("unplugged"));
    Deferred<List<Outcome<String>>> all = client.fetchAll(poets("blake", "unplugged"));
    reactor.advance(SECOND);
    all.cancel();

    assertThat(successResultOf(all).stream().map(PoetryClientTest::brief))
        .containsExactly("CancellationException", "CancellationException");
  }

  /** A network that takes little at a time: the poet waits, and not a letter is lost. */
  @Trial
  Deferred<String> narrowNetwork_carriesTheWholePoem() throws BindFailedException {
    network.highWaterMark(4).receiveWindow(8);
    recite("rilke", "Die Blätter fallen", 10);
    network.strike(new Fault.Bandwidth("localhost", "rilke", 2));

    return client
        .fetch(poet("rilke"))
        .addEffect(poem -> assertThat(poem).isEqualTo("Die Blätter fallen"))
        .addEffect(poem -> assertThat(reactor.elapsed()).isEqualTo(Duration.ofMillis(9_500)));
  }

  private static String brief(Outcome<String> outcome) {
    return outcome.fold(poem -> poem, error -> error.getClass().getSimpleName());
  }

  private void recite(String host, String poem) throws BindFailedException {
    recite(host, poem, 1);
  }

  private void recite(String host, String poem, int step) throws BindFailedException {
    FakeReactor poet = network.host(host);
    ListeningPort port = poet.listenTcp(PORT, new PoetryServer(poet, poem, step, SECOND));
    trial.addDeferringCleanup(port::stopListening);
  }

  private ClientEndpoint poet(String host) {
    return Endpoints.tcpClient(reactor, host, PORT);
  }

  private List<ClientEndpoint> poets(String... hosts) {
    return Stream.of(hosts).map(this::poet).toList();
  }
}
