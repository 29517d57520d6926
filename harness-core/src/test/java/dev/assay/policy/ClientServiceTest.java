// SPDX-License-Identifier: Apache-2.0
package dev.assay.policy;

import static dev.assay.deferred.Fired.failure;
import static dev.assay.deferred.Fired.success;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.deferred.Deferred;
import dev.assay.endpoint.ClientEndpoint;
import dev.assay.endpoint.Endpoints;
import dev.assay.protocol.ConnectionRefusedException;
import dev.assay.protocol.RecordingProtocol;
import dev.assay.reactor.ManualConnector.State;
import dev.assay.reactor.ManualReactor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

final class ClientServiceTest {
  private final ManualReactor reactor = new ManualReactor();
  private final ClientEndpoint endpoint = Endpoints.tcpClient(reactor, "example.org", 80);
  private final ClientService<RecordingProtocol> service =
      new ClientService<>(reactor, endpoint, RecordingProtocol::new);

  @Test
  void start_connects() {
    assertThat(reactor.connectors()).isEmpty();

    service.startService();

    assertThat(reactor.connectors()).hasSize(1);
    assertThat(service).hasToString("ClientService of tcp:host=example.org:port=80 [connecting]");
  }

  @Test
  void start_twice_connectsOnce() {
    service.startService();
    service.startService();

    assertThat(reactor.connectors()).hasSize(1);
  }

  @Test
  void whenConnected_firesWithTheNextConnection() {
    Deferred<RecordingProtocol> beforeStart = service.whenConnected();
    service.startService();
    Deferred<RecordingProtocol> whileConnecting = service.whenConnected();
    assertThat(beforeStart.isFired()).isFalse();

    reactor.last().establish();

    RecordingProtocol protocol = success(beforeStart);
    assertThat(protocol.takeEvents()).containsExactly("made");
    assertThat(success(whileConnecting)).isSameAs(protocol);
  }

  @Test
  void whenConnected_connected_firesAtOnce() {
    RecordingProtocol protocol = connect();

    assertThat(success(service.whenConnected())).isSameAs(protocol);
    assertThat(service).asString().endsWith("[connected]");
  }

  @Test
  void failure_isFollowedByAnAttempt_afterAWait() {
    service.startService();
    reactor.last().refuse();
    assertThat(service).asString().endsWith("[waiting after failure 1]");

    reactor.advance(1499);
    assertThat(reactor.connectors()).hasSize(1);
    reactor.advance(1);
    assertThat(reactor.connectors()).hasSize(2);
  }

  @Test
  void failures_waitLongerEachTime() {
    service.startService();

    reactor.last().refuse();
    assertThat(reactor.delayedCalls()).hasToString("[PT1.5S]");
    reactor.advance(1500);
    reactor.last().refuse();
    assertThat(reactor.delayedCalls()).hasToString("[PT3.75S]");
  }

  @Test
  void lostConnection_isMadeAgain_asAfterTheFirstFailure() {
    service.startService();
    reactor.last().refuse();
    reactor.advance(1500);
    reactor.last().establish();

    reactor.last().lose();
    reactor.advance(1500);

    assertThat(reactor.connectors()).hasSize(3);
    assertThat(reactor.last().state()).isEqualTo(State.CONNECTING);
  }

  @Test
  void lostConnection_isTold_andNotGivenAway() {
    RecordingProtocol protocol = connect();

    reactor.last().lose();

    assertThat(protocol.takeEvents()).containsExactly("made", "lost ConnectionDoneException");
    assertThat(service.whenConnected().isFired()).isFalse();
  }

  @Test
  void whenConnected_failAfterFailures_countsFromWhenItWasAsked() {
    Deferred<RecordingProtocol> patient = service.whenConnected();
    service.startService();
    reactor.last().refuse();
    Deferred<RecordingProtocol> next = service.whenConnected(1);
    Deferred<RecordingProtocol> second = service.whenConnected(2);
    assertThat(next.isFired()).isFalse();

    reactor.advance(1500);
    reactor.last().refuse();
    assertThat(failure(next)).isInstanceOf(ConnectionRefusedException.class);
    assertThat(second.isFired()).isFalse();

    reactor.advance(2250);
    reactor.last().refuse();
    assertThat(failure(second)).isInstanceOf(ConnectionRefusedException.class);
    assertThat(patient.isFired()).isFalse();
  }

  @Test
  void whenConnected_failAfterFailures_mustBePositive() {
    assertThatThrownBy(() -> service.whenConnected(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("failAfterFailures must be positive: 0");
  }

  @Test
  void whenConnected_cancelled_leavesTheServiceAndTheOthers() {
    service.startService();
    Deferred<RecordingProtocol> cancelled = service.whenConnected();
    Deferred<RecordingProtocol> other = service.whenConnected();

    cancelled.cancel();
    reactor.last().establish();

    assertThat(failure(cancelled)).isInstanceOf(CancellationException.class);
    assertThat(success(other)).isNotNull();
  }

  @Test
  void whenConnected_cancelledByAnothersCallback_isLeftAlone() {
    service.startService();
    List<Deferred<RecordingProtocol>> waiters = new ArrayList<>();
    waiters.add(service.whenConnected().addEffect(protocol -> waiters.get(1).cancel()));
    waiters.add(service.whenConnected());
    waiters.add(service.whenConnected());

    reactor.last().establish();

    assertThat(success(waiters.get(0))).isNotNull();
    assertThat(failure(waiters.get(1))).isInstanceOf(CancellationException.class);
    assertThat(success(waiters.get(2))).isNotNull();
  }

  @Test
  void endpointThatThrows_countsAsAFailure() {
    IllegalStateException error = new IllegalStateException("no network today");
    ClientService<RecordingProtocol> broken =
        new ClientService<>(
            reactor,
            factory -> {
              throw error;
            },
            RecordingProtocol::new);
    Deferred<RecordingProtocol> connected = broken.whenConnected(1);

    broken.startService();

    assertThat(failure(connected)).isSameAs(error);
    assertThat(reactor.delayedCalls()).hasSize(1);
  }

  @Test
  void protocolThatThrowsWhenLost_isReplacedAllTheSame() {
    ClientService<Moody> moody = new ClientService<>(reactor, endpoint, Moody::new);
    moody.startService();
    reactor.last().establish();

    assertThatThrownBy(() -> reactor.last().lose()).hasMessage("not now");

    assertThat(reactor.delayedCalls()).hasSize(1);
  }

  @Test
  void policiesAroundTheEndpoint_seeTheConnection() {
    List<Traffic> traffic = new ArrayList<>();
    ClientEndpoint logging =
        factory -> endpoint.connect(new TrafficLoggingFactory(factory, traffic::add));
    ClientService<RecordingProtocol> logged =
        new ClientService<>(reactor, logging, RecordingProtocol::new);
    logged.startService();
    reactor.last().establish();

    success(logged.whenConnected()).transport().write(new byte[] {'a'});

    assertThat(traffic).hasSize(2).last().isEqualTo(new Traffic.Written(1, "a"));
  }

  private RecordingProtocol connect() {
    service.startService();
    reactor.last().establish();
    return success(service.whenConnected());
  }
}
