// SPDX-License-Identifier: Apache-2.0
package dev.assay.policy;

import static dev.assay.deferred.Fired.failure;
import static dev.assay.deferred.Fired.success;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.endpoint.ClientEndpoint;
import dev.assay.endpoint.Endpoints;
import dev.assay.protocol.Protocol;
import dev.assay.protocol.RecordingProtocol;
import dev.assay.reactor.ManualConnector.State;
import dev.assay.reactor.ManualReactor;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ClientServiceStopTest {
  private final ManualReactor reactor = new ManualReactor();
  private final ClientEndpoint endpoint = Endpoints.tcpClient(reactor, "example.org", 80);
  private final ClientService<RecordingProtocol> service =
      new ClientService<>(reactor, endpoint, RecordingProtocol::new);

  @Test
  void stop_beforeStart_isDone_andFailsWaiters() {
    Deferred<RecordingProtocol> waiter = service.whenConnected();

    assertThat(service.stopService().isFired()).isTrue();

    assertThat(failure(waiter))
        .isInstanceOf(CancellationException.class)
        .hasMessage("the service was stopped");
  }

  @Test
  void stop_whileConnecting_callsOffTheAttempt() {
    service.startService();
    Deferred<RecordingProtocol> waiter = service.whenConnected();

    Deferred<@Nullable Void> stop = service.stopService();

    assertThat(reactor.last().state()).isEqualTo(State.DISCONNECTED);
    assertThat(stop.isFired()).isTrue();
    assertThat(failure(waiter)).isInstanceOf(CancellationException.class);
    assertThat(reactor.delayedCalls()).isEmpty();
  }

  @Test
  void stop_whileWaiting_disarms() {
    service.startService();
    reactor.last().refuse();
    Deferred<RecordingProtocol> waiter = service.whenConnected();

    assertThat(service.stopService().isFired()).isTrue();

    assertThat(reactor.delayedCalls()).isEmpty();
    assertThat(failure(waiter)).isInstanceOf(CancellationException.class);
    assertThat(service).asString().endsWith("[stopped]");
  }

  @Test
  void stop_whileConnected_closesTheConnection_andWaitsForItsEnd() {
    service.startService();
    reactor.last().establish();

    Deferred<@Nullable Void> stop = service.stopService();
    assertThat(reactor.last().transport().takeRequests()).containsExactly("lose");
    assertThat(stop.isFired()).isFalse();
    assertThat(service).asString().endsWith("[stopping]");

    reactor.last().lose();
    assertThat(stop.isFired()).isTrue();
    assertThat(reactor.delayedCalls()).isEmpty();
  }

  @Test
  void stop_twice_bothWaitForTheEnd() {
    service.startService();
    reactor.last().establish();
    Deferred<@Nullable Void> first = service.stopService();
    Deferred<@Nullable Void> second = service.stopService();
    assertThat(reactor.last().transport().takeRequests()).containsExactly("lose");

    reactor.last().lose();

    assertThat(first.isFired()).isTrue();
    assertThat(second.isFired()).isTrue();
    assertThat(service.stopService().isFired()).as("when there is nothing left").isTrue();
  }

  @Test
  void whenConnected_whileStopping_failsWhenStopped() {
    service.startService();
    reactor.last().establish();
    service.stopService();

    Deferred<RecordingProtocol> waiter = service.whenConnected();
    assertThat(waiter.isFired()).isFalse();

    reactor.last().lose();
    assertThat(failure(waiter)).isInstanceOf(CancellationException.class);
  }

  @Test
  void whenConnected_stopped_failsAtOnce() {
    service.startService();
    service.stopService();

    assertThat(failure(service.whenConnected()))
        .isInstanceOf(CancellationException.class)
        .hasMessage("the service is stopped");
  }

  @Test
  void start_afterStop_connectsAgain() {
    service.startService();
    service.stopService();

    service.startService();
    reactor.last().establish();

    assertThat(reactor.connectors()).hasSize(2);
    assertThat(success(service.whenConnected())).isNotNull();
  }

  @Test
  void start_afterStop_forgetsTheFailuresBefore() {
    service.startService();
    reactor.last().refuse();
    reactor.advance(1500);
    reactor.last().refuse();
    service.stopService();

    service.startService();
    reactor.last().refuse();

    assertThat(reactor.delayedCalls()).hasToString("[PT3S]");
  }

  @Test
  void start_whileStopping_connectsWhenTheOldConnectionIsGone() {
    service.startService();
    reactor.last().establish();
    Deferred<@Nullable Void> stop = service.stopService();

    service.startService();
    Deferred<RecordingProtocol> waiter = service.whenConnected();
    assertThat(reactor.connectors()).hasSize(1);
    assertThat(service).asString().endsWith("[restarting]");

    reactor.last().lose();
    assertThat(stop.isFired()).isTrue();
    assertThat(reactor.connectors()).hasSize(2);
    assertThat(waiter.isFired()).isFalse();
    reactor.last().establish();
    assertThat(success(waiter)).isNotNull();
  }

  @Test
  void stop_whileRestarting_stopsAfterAll() {
    service.startService();
    reactor.last().establish();
    service.stopService();
    service.startService();

    Deferred<@Nullable Void> stop = service.stopService();
    reactor.last().lose();

    assertThat(stop.isFired()).isTrue();
    assertThat(reactor.connectors()).hasSize(1);
  }

  @Test
  void start_onceStopped_fromTheCallback_connectsAgain() {
    service.startService();
    reactor.last().establish();
    Deferred<@Nullable Void> stop =
        service.stopService().addEffect(ignored -> service.startService());

    reactor.last().lose();

    assertThat(stop.isFired()).isTrue();
    assertThat(reactor.connectors()).hasSize(2);
  }

  @Test
  void stop_insideConnectionMade_closesTheConnection_andWaitsForItsEnd() {
    Stopping stopping = new Stopping();
    ClientService<Stopping> sudden = new ClientService<>(reactor, endpoint, () -> stopping);
    stopping.service = sudden;
    sudden.startService();

    reactor.last().establish();
    Deferred<@Nullable Void> stop = sudden.stopService();
    assertThat(reactor.last().transport().takeRequests()).containsExactly("lose");
    assertThat(stop.isFired()).isFalse();

    reactor.last().lose();
    assertThat(stop.isFired()).isTrue();
    assertThat(reactor.connectors()).hasSize(1);
    assertThat(reactor.delayedCalls()).isEmpty();
  }

  private static final class Stopping extends Protocol {
    private @Nullable ClientService<Stopping> service;

    @Override
    protected void connectionMade() {
      if (service != null) {
        service.stopService();
      }
    }

    @Override
    public void dataReceived(byte[] data) {}
  }
}
