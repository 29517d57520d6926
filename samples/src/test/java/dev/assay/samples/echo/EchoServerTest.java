// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.echo;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import dev.assay.fake.FakeReactor;
import dev.assay.fake.protocol.AccumulatingProtocol;
import dev.assay.junit.Trial;
import dev.assay.protocol.BindFailedException;
import dev.assay.protocol.ConnectionDoneException;
import dev.assay.reactor.ListeningPort;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The server that {@code samples/run} starts on a real network, in virtual time. */
final class EchoServerTest {
  private final FakeReactor reactor;
  private final ListeningPort port;
  private final AccumulatingProtocol client = new AccumulatingProtocol();

  EchoServerTest(FakeReactor reactor) throws BindFailedException {
    this.reactor = reactor;
    port = EchoServer.listen(reactor, 7007);
  }

  @Trial
  Deferred<?> line_comesBack() {
    connect();
    client.transport().write("hello\n".getBytes(US_ASCII));
    reactor.settle();

    assertThat(client.data(US_ASCII)).isEqualTo("hello\n");
    client.transport().loseConnection();
    return stop();
  }

  @Trial
  Deferred<?> connection_thatIsSilentForAMinute_isClosed() {
    connect();
    reactor.advance(Duration.ofSeconds(59));
    assertThat(client.isClosed()).isFalse();

    reactor.advance(Duration.ofSeconds(1));
    assertThat(client.closedReason()).isInstanceOf(ConnectionDoneException.class);
    return stop();
  }

  private void connect() {
    reactor.connectTcp("localhost", 7007, peer -> client);
    reactor.settle();
  }

  private Deferred<@Nullable Void> stop() {
    return port.stopListening();
  }
}
