// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.tls.TlsSession;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProtocolRelayTest {
  private final ManualTransport transport = new ManualTransport();

  @Test
  void everyEvent_reachesTheProtocol() {
    RecordingProtocol inner = new RecordingProtocol();
    Protocol outer = new PlainRelay(inner).outer();

    outer.makeConnection(transport);
    outer.dataReceived("hello".getBytes(ISO_8859_1));
    outer.endConnection(new ConnectionDoneException("bye"));

    assertThat(inner.takeEvents())
        .containsExactly("made", "received hello", "lost ConnectionDoneException");
  }

  @Test
  void protocol_seesTheTransportAndItsOwnState() {
    RecordingProtocol inner = new RecordingProtocol();
    Protocol outer = new PlainRelay(inner).outer();

    outer.makeConnection(transport);
    assertThat(inner.transport()).isSameAs(transport);
    assertThat(inner.isConnected()).isTrue();

    outer.endConnection(new ConnectionDoneException("bye"));
    assertThat(inner.isConnected()).isFalse();
  }

  @Test
  void halfCloses_reachAProtocolThatWantsThem() {
    HalfClosingProtocol inner = new HalfClosingProtocol();
    Protocol outer = new PlainRelay(inner).outer();

    assertThat(outer).isInstanceOf(HalfCloseable.class);
    ((HalfCloseable) outer).readConnectionLost();
    ((HalfCloseable) outer).writeConnectionLost();
    assertThat(inner.events()).containsExactly("read lost", "write lost");
  }

  @Test
  void protocolWithoutHalfCloses_isWithoutThemBehindARelay() {
    assertThat(new PlainRelay(new RecordingProtocol()).outer())
        .isNotInstanceOf(HalfCloseable.class);
  }

  @Test
  void handshake_reachesAProtocolThatWantsIt() {
    Listening inner = new Listening();
    TlsSession session = new TlsSession("h2", List.of());

    ((HandshakeListener) new PlainRelay(inner).outer()).handshakeCompleted(session);
    ((HandshakeListener) new PlainRelay(new RecordingProtocol()).outer())
        .handshakeCompleted(session);

    assertThat(inner.sessions).containsExactly(session);
  }

  private static final class Listening extends Protocol implements HandshakeListener {
    private final List<TlsSession> sessions = new ArrayList<>();

    @Override
    public void dataReceived(byte[] data) {}

    @Override
    public void handshakeCompleted(TlsSession session) {
      sessions.add(session);
    }
  }

  private static final class PlainRelay extends ProtocolRelay {
    PlainRelay(Protocol inner) {
      super(inner);
    }
  }
}
