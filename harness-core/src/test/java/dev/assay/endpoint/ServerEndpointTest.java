// SPDX-License-Identifier: Apache-2.0
package dev.assay.endpoint;

import static dev.assay.deferred.Fired.failure;
import static dev.assay.deferred.Fired.success;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.protocol.BindFailedException;
import dev.assay.protocol.RecordingProtocol;
import dev.assay.reactor.ListenOptions;
import dev.assay.reactor.ManualReactor;
import org.junit.jupiter.api.Test;

final class ServerEndpointTest {
  private final ManualReactor reactor = new ManualReactor();

  @Test
  void listen_givesThePort() {
    ServerEndpoint endpoint =
        Endpoints.tcpServer(reactor, 8080, ListenOptions.DEFAULT.withHost("127.0.0.1"));

    var port = success(endpoint.listen(peer -> new RecordingProtocol()));

    assertThat(reactor.listening()).containsExactly("127.0.0.1:8080, backlog 50");
    assertThat(port.stopListening().isFired()).isTrue();
    assertThat(reactor.listening()).isEmpty();
  }

  @Test
  void listen_unix_takesThePath() {
    var port =
        success(Endpoints.unixServer(reactor, "/run/x").listen(peer -> new RecordingProtocol()));

    assertThat(reactor.listening()).containsExactly("/run/x");
    assertThat(port).isNotNull();
  }

  @Test
  void listen_taken_failsWithBindFailed() {
    reactor.takeAllPorts();

    assertThat(failure(Endpoints.tcpServer(reactor, 80).listen(peer -> new RecordingProtocol())))
        .isInstanceOf(BindFailedException.class);
  }

  @Test
  void port_zeroIsAnyFreeOne_negativeIsRefused() {
    assertThat(Endpoints.tcpServer(reactor, 0)).hasToString("tcp:port=0");
    assertThatThrownBy(() -> Endpoints.tcpServer(reactor, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("port must be from 0 to 65535: -1");
  }
}
