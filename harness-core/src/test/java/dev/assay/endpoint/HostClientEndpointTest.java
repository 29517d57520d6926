// SPDX-License-Identifier: Apache-2.0
package dev.assay.endpoint;

import static dev.assay.deferred.Fired.failure;
import static dev.assay.deferred.Fired.success;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.DeferredState;
import dev.assay.protocol.DnsLookupException;
import dev.assay.protocol.Protocol;
import dev.assay.protocol.RecordingProtocol;
import dev.assay.reactor.ManualConnector;
import dev.assay.reactor.ManualConnector.State;
import dev.assay.reactor.ManualReactor;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

final class HostClientEndpointTest {
  private final ManualReactor reactor = new ManualReactor();
  private final Deferred<List<InetAddress>> addresses = new Deferred<>();
  private final Deferred<Protocol> connected;

  HostClientEndpointTest() {
    reactor.name("example.org", addresses);
    connected =
        Endpoints.hostClient(reactor, "example.org", 80).connect(peer -> new RecordingProtocol());
  }

  @Test
  void connect_asksForTheNameFirst() {
    assertThat(reactor.connectors()).isEmpty();

    resolveTo(1);

    assertThat(reactor.connectors()).hasToString("[10.0.0.1:80]");
  }

  @Test
  void connect_noSuchName_failsWithThat() {
    addresses.errback(new DnsLookupException("no such host"));

    assertThat(failure(connected))
        .isInstanceOf(DnsLookupException.class)
        .hasMessage("no such host");
  }

  @Test
  void connect_noAddress_fails() {
    resolveTo();

    assertThat(failure(connected))
        .isInstanceOf(DnsLookupException.class)
        .hasMessage("no address was found for example.org");
  }

  @Test
  void attempts_begin300MillisecondsApart() {
    resolveTo(1, 2, 3);
    assertThat(reactor.connectors()).hasSize(1);

    reactor.advance(299);
    assertThat(reactor.connectors()).hasSize(1);
    reactor.advance(1);
    assertThat(reactor.connectors()).hasSize(2);
    reactor.advance(300);
    assertThat(reactor.connectors()).hasToString("[10.0.0.1:80, 10.0.0.2:80, 10.0.0.3:80]");
    assertThat(reactor.delayedCalls()).isEmpty();
  }

  @Test
  void failure_leavesTheNextItsTime() {
    resolveTo(1, 2);

    reactor.last().refuse();

    assertThat(reactor.connectors()).hasSize(1);
    assertThat(connected.state()).isInstanceOf(DeferredState.Waiting.class);
    reactor.advance(300);
    reactor.last().establish();
    assertThat(success(connected)).isInstanceOf(RecordingProtocol.class);
  }

  @Test
  void firstSuccess_wins_andCallsOffTheOthers() {
    resolveTo(1, 2, 3);
    reactor.advance(300);
    ManualConnector first = reactor.connectors().get(0);
    ManualConnector second = reactor.connectors().get(1);

    second.establish();

    assertThat(success(connected)).isInstanceOf(RecordingProtocol.class);
    assertThat(first.state()).isEqualTo(State.DISCONNECTED);
    assertThat(reactor.delayedCalls()).as("the third never begins").isEmpty();
  }

  @Test
  void success_whenAllHaveBegun_isNotUndoneByThoseCalledOff() {
    resolveTo(1, 2);
    reactor.advance(300);

    reactor.connectors().get(0).establish();

    assertThat(success(connected)).isInstanceOf(RecordingProtocol.class);
    assertThat(reactor.last().state()).isEqualTo(State.DISCONNECTED);
  }

  @Test
  void lastFails_whileAnotherTries_waitsForThatOne() {
    resolveTo(1, 2);
    reactor.advance(300);

    reactor.connectors().get(1).refuse();
    assertThat(connected.state()).isInstanceOf(DeferredState.Waiting.class);

    reactor.connectors().get(0).establish();
    assertThat(success(connected)).isInstanceOf(RecordingProtocol.class);
  }

  @Test
  void allFail_failsWithTheFirst_othersSuppressed() {
    resolveTo(1, 2, 3);
    reactor.advance(600);

    reactor.connectors().get(1).refuse();
    reactor.connectors().get(0).refuse();
    reactor.connectors().get(2).refuse();

    Throwable failure = failure(connected);
    assertThat(failure).hasMessage("10.0.0.2:80 refused");
    assertThat(failure.getSuppressed())
        .extracting(Throwable::getMessage)
        .containsExactly("10.0.0.1:80 refused", "10.0.0.3:80 refused");
  }

  @Test
  void cancel_whileResolving_cancelsThat() {
    connected.cancel();

    assertThat(failure(connected)).isInstanceOf(CancellationException.class);
    assertThat(reactor.connectors()).isEmpty();
  }

  @Test
  void cancel_whileTrying_callsOffEveryAttempt() {
    resolveTo(1, 2, 3);
    reactor.advance(300);

    connected.cancel();

    assertThat(reactor.connectors())
        .extracting(ManualConnector::state)
        .containsExactly(State.DISCONNECTED, State.DISCONNECTED);
    assertThat(reactor.delayedCalls()).isEmpty();
    assertThat(failure(connected)).isInstanceOf(CancellationException.class);
  }

  private void resolveTo(int... lastBytes) {
    List<InetAddress> found = new ArrayList<>();
    for (int last : lastBytes) {
      try {
        found.add(InetAddress.getByAddress(new byte[] {10, 0, 0, (byte) last}));
      } catch (UnknownHostException e) {
        throw new AssertionError(e);
      }
    }
    addresses.callback(found);
  }
}
