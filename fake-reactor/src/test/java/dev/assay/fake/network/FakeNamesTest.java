// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.deferred.Deferred;
import dev.assay.fake.FakeNetwork;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.Fault;
import dev.assay.fake.event.Lookup;
import dev.assay.protocol.DnsLookupException;
import dev.assay.reactor.rules.Addresses;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

final class FakeNamesTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final FakeNetwork network = new FakeNetwork();
  private final FakeReactor reactor = network.host("a");
  private final List<String> log = new ArrayList<>();

  @Test
  void hosts_areFoundByName() {
    network.host("b");
    resolve("a");
    resolve("b");
    resolve("localhost");

    assertThat(log).containsExactly("[/10.0.0.1]", "[/10.0.0.2]", "[/127.0.0.1]");
  }

  @Test
  void addresses_areTheirOwn() {
    reactor.names().delay(SECOND);
    resolve("192.0.2.7");
    resolve("::1");

    assertThat(log).containsExactly("[/192.0.2.7]", "[/0:0:0:0:0:0:0:1]");
  }

  @Test
  void namesThatATestAdds_areFound_byThatHostOnly() {
    InetAddress one = Addresses.ipv4(192, 0, 2, 1);
    InetAddress two = Addresses.ipv4(192, 0, 2, 2);
    reactor.names().add("example.org", one, two);
    resolve("example.org");
    network.host("b").resolve("example.org").addCallback(List::toString).addErrback(this::failed);

    assertThat(log)
        .containsExactly(
            "[/192.0.2.1, /192.0.2.2]",
            "DnsLookupException: example.org has no address known to b");
  }

  @Test
  void unknownName_fails() {
    resolve("example.org");

    assertThat(log).containsExactly("DnsLookupException: example.org has no address known to a");
  }

  @Test
  void nameAddedWithoutAddresses_isNotFound() {
    network.host("b");
    reactor.names().add("b");
    resolve("b");

    assertThat(log).containsExactly("DnsLookupException: b has no address known to a");
  }

  @Test
  void nameThatIsMadeToFail_failsSo_untilItIsAddedAgain() {
    reactor
        .network()
        .strike(
            new Fault.FailLookup("a", "example.org", new DnsLookupException("the server is down")));
    resolve("example.org");
    reactor.names().add("example.org", Addresses.ipv4(192, 0, 2, 1));
    resolve("example.org");

    assertThat(log).containsExactly("DnsLookupException: the server is down", "[/192.0.2.1]");
  }

  @Test
  void delay_isHowLongALookUpTakes() {
    reactor.names().delay(SECOND);
    resolve("localhost");
    resolve("unknown");
    reactor.advance(SECOND.minusNanos(1));
    assertThat(log).isEmpty();
    assertThat(reactor.delayedCalls()).isEmpty();
    reactor.advance(Duration.ofNanos(1));

    assertThat(log)
        .containsExactly("[/127.0.0.1]", "DnsLookupException: unknown has no address known to a");
  }

  @Test
  void negativeDelay_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> reactor.names().delay(SECOND.negated()))
        .withMessage("each must not be negative: PT-1S");
  }

  @Test
  void lookUp_canBeCancelled() {
    reactor.names().delay(SECOND);
    Deferred<List<InetAddress>> found = reactor.resolve("localhost");
    found.addErrback(
        CancellationException.class,
        error -> {
          log.add("cancelled");
          return List.of();
        });
    found.cancel();
    reactor.runUntilIdle(Duration.ZERO);

    assertThat(log).containsExactly("cancelled");
  }

  @Test
  void lookUps_areRecorded_alsoThoseOfAttemptsToConnect() {
    reactor.resolve("localhost");
    reactor.advance(SECOND);
    reactor.connectTcp("a", 80, new RecordingClient(log));

    assertThat(reactor.names().lookups())
        .containsExactly(new Lookup(Duration.ZERO, "localhost"), new Lookup(SECOND, "a"));
  }

  private void resolve(String name) {
    reactor.resolve(name).addCallback(List::toString).addEffect(log::add).addErrback(this::failed);
  }

  private String failed(Throwable error) {
    log.add(error.getClass().getSimpleName() + ": " + error.getMessage());
    return "failed";
  }
}
