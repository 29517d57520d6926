// SPDX-License-Identifier: Apache-2.0
package dev.assay.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.protocol.ConnectionDoneException;
import dev.assay.protocol.ManualTransport;
import dev.assay.protocol.Protocol;
import dev.assay.protocol.RecordingProtocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class TrafficLoggingFactoryTest {
  private final List<Traffic> log = new ArrayList<>();
  private final RecordingProtocol inner = new RecordingProtocol();
  private final TrafficLoggingFactory factory = new TrafficLoggingFactory(peer -> inner, log::add);
  private final ManualTransport transport = new ManualTransport();

  @Test
  void everything_isToldInOrder() {
    ConnectionDoneException reason = new ConnectionDoneException("bye");
    Protocol outer = connect();
    outer.dataReceived(new byte[] {'h', 'i'});
    inner.transport().write(new byte[] {'y', 'o'});
    inner.transport().writeSequence(List.of(new byte[] {'a'}, new byte[] {'b'}));
    inner.transport().loseWriteConnection();
    inner.transport().loseConnection();
    inner.transport().abortConnection();
    outer.endConnection(reason);

    assertThat(log)
        .containsExactly(
            new Traffic.Made(1, transport.peer()),
            new Traffic.Received(1, "hi"),
            new Traffic.Written(1, "yo"),
            new Traffic.Written(1, "ab"),
            new Traffic.Requested(1, Traffic.Request.CLOSE_WRITING),
            new Traffic.Requested(1, Traffic.Request.CLOSE),
            new Traffic.Requested(1, Traffic.Request.ABORT),
            new Traffic.Lost(1, reason));
  }

  @Test
  void everything_stillHappens() {
    Protocol outer = connect();
    outer.dataReceived(new byte[] {'h', 'i'});
    inner.transport().write(new byte[] {'y', 'o'});
    inner.transport().loseConnection();
    outer.endConnection(new ConnectionDoneException("bye"));

    assertThat(inner.takeEvents())
        .containsExactly("made", "received hi", "lost ConnectionDoneException");
    assertThat(transport.takeRequests()).containsExactly("write yo", "lose");
  }

  @Test
  void connections_areNumbered() {
    connect();
    connect();

    assertThat(log).extracting(Traffic::connection).containsExactly(1, 2);
  }

  private Protocol connect() {
    Protocol outer = Objects.requireNonNull(factory.buildProtocol(transport.peer()));
    outer.makeConnection(transport);
    return outer;
  }
}
