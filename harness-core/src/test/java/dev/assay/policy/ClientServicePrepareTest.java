// SPDX-License-Identifier: Apache-2.0
package dev.assay.policy;

import static dev.assay.deferred.Fired.failure;
import static dev.assay.deferred.Fired.success;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Callback;
import dev.assay.deferred.Deferred;
import dev.assay.endpoint.ClientEndpoint;
import dev.assay.endpoint.Endpoints;
import dev.assay.protocol.ConnectionDoneException;
import dev.assay.protocol.Protocol;
import dev.assay.protocol.RecordingProtocol;
import dev.assay.reactor.ManualReactor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ClientServicePrepareTest {
  private final ManualReactor reactor = new ManualReactor();
  private final ClientEndpoint endpoint = Endpoints.tcpClient(reactor, "example.org", 80);
  private final Deferred<@Nullable Void> login = new Deferred<>();
  private final List<Protocol> prepared = new ArrayList<>();
  private final ClientService<RecordingProtocol> service =
      service(
          protocol -> {
            prepared.add(protocol);
            return login;
          });

  @Test
  void connection_isGivenAwayOnlyWhenItIsPrepared() {
    service.startService();
    Deferred<RecordingProtocol> connected = service.whenConnected();
    reactor.last().establish();
    assertThat(prepared).hasSize(1);
    assertThat(connected.isFired()).isFalse();
    assertThat(service.whenConnected().isFired()).isFalse();

    login.callback(null);

    assertThat(success(connected)).isSameAs(prepared.get(0));
  }

  @Test
  void preparationThatNeedNotBeWaitedFor_isDoneAtOnce() {
    ClientService<RecordingProtocol> quick =
        service(
            protocol -> {
              prepared.add(protocol);
              return null;
            });
    quick.startService();
    reactor.last().establish();

    assertThat(success(quick.whenConnected())).isSameAs(prepared.get(0));
  }

  @Test
  void preparationFails_closesTheConnection_andCountsAsAFailure() {
    IllegalStateException error = new IllegalStateException("wrong password");
    Deferred<RecordingProtocol> connected = service.whenConnected(1);
    service.startService();
    reactor.last().establish();

    login.errback(error);
    assertThat(reactor.last().transport().takeRequests()).containsExactly("lose");
    assertThat(reactor.delayedCalls()).as("the connection is not gone yet").isEmpty();

    reactor.last().lose();
    assertThat(failure(connected)).isSameAs(error);
    assertThat(reactor.delayedCalls()).hasToString("[PT2S]");
  }

  @Test
  void preparationThrows_countsAsAFailure() {
    IllegalStateException error = new IllegalStateException("wrong password");
    ClientService<RecordingProtocol> rejecting =
        service(
            protocol -> {
              throw error;
            });
    Deferred<RecordingProtocol> connected = rejecting.whenConnected(1);
    rejecting.startService();

    reactor.last().establish();
    reactor.last().lose();

    assertThat(failure(connected)).isSameAs(error);
  }

  @Test
  void preparationsThatFail_waitLongerEachTime() {
    ClientService<RecordingProtocol> rejecting =
        service(protocol -> Deferred.<@Nullable Void>fail(new IllegalStateException("no")));
    rejecting.startService();

    reactor.last().establish();
    reactor.last().lose();
    assertThat(reactor.delayedCalls()).hasToString("[PT2S]");
    reactor.advance(2000);
    reactor.last().establish();
    reactor.last().lose();
    assertThat(reactor.delayedCalls()).hasToString("[PT6S]");
  }

  @Test
  void connectionLostWhilePreparing_cancelsThat_andCountsAsAFailure() {
    ConnectionDoneException reason = new ConnectionDoneException("they closed");
    Deferred<RecordingProtocol> connected = service.whenConnected(1);
    service.startService();
    reactor.last().establish();

    reactor.last().lose(reason);

    assertThat(login.isFired()).isTrue();
    assertThat(failure(connected)).isSameAs(reason);
    assertThat(reactor.delayedCalls()).hasSize(1);
  }

  @Test
  void stop_whilePreparing_cancelsThat_andClosesTheConnection() {
    service.startService();
    reactor.last().establish();
    Deferred<RecordingProtocol> connected = service.whenConnected();

    Deferred<@Nullable Void> stop = service.stopService();
    assertThat(login.isFired()).isTrue();
    assertThat(reactor.last().transport().takeRequests()).containsExactly("lose");
    assertThat(stop.isFired()).isFalse();

    reactor.last().lose();
    assertThat(stop.isFired()).isTrue();
    assertThat(failure(connected)).isInstanceOf(CancellationException.class);
    assertThat(reactor.delayedCalls()).isEmpty();
  }

  @Test
  void stop_whilePreparing_thatSucceedsWhenCancelled_closesTheConnection() {
    Deferred<@Nullable Void> stubborn = new Deferred<>(deferred -> deferred.callback(null));
    ClientService<RecordingProtocol> client = service(protocol -> stubborn);
    client.startService();
    reactor.last().establish();
    Deferred<RecordingProtocol> connected = client.whenConnected();

    Deferred<@Nullable Void> stop = client.stopService();
    assertThat(reactor.last().transport().takeRequests()).containsExactly("lose");
    assertThat(connected.isFired()).isFalse();

    reactor.last().lose();
    assertThat(stop.isFired()).isTrue();
    assertThat(failure(connected)).isInstanceOf(CancellationException.class);
  }

  private ClientService<RecordingProtocol> service(
      Callback<RecordingProtocol, @Nullable Deferred<?>> prepare) {
    return new ClientService<>(
        reactor,
        endpoint,
        RecordingProtocol::new,
        BackoffPolicy.exponential(Duration.ofSeconds(1), Duration.ofMinutes(1), 2),
        prepare);
  }
}
