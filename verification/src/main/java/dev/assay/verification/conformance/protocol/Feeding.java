// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.conformance.protocol;

import com.google.gson.JsonObject;
import dev.assay.fake.protocol.StringTransport;
import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.Protocol;
import dev.assay.verification.conformance.language.ErrorNames;
import dev.assay.verification.conformance.language.Fields;
import dev.assay.verification.conformance.language.Recording;
import dev.assay.verification.conformance.language.Trace;
import java.util.List;
import java.util.function.Function;

/** Feeds a protocol until its connection is lost. */
final class Feeding {
  private final Trace trace = new Trace();
  private final StringTransport transport = new StringTransport();

  private Feeding() {}

  /**
   * Plays a program that is about a protocol and what it is fed with.
   *
   * @param maker makes the protocol, which notes what it is told
   */
  static Recording play(Fields program, Function<Trace, ? extends Protocol> maker) {
    return new Feeding().run(program, maker);
  }

  private Recording run(Fields program, Function<Trace, ? extends Protocol> maker) {
    List<byte[]> chunks = program.texts("feed").stream().map(Latin1::bytes).toList();
    Protocol protocol = maker.apply(trace);
    transport.connect(protocol);
    protocol.whenDisconnected().addEffect(this::lost);
    for (byte[] chunk : chunks) {
      if (transport.isConnected()) {
        protocol.dataReceived(chunk);
      }
      endIfClosed();
    }
    if (transport.isConnected() && protocol instanceof Lines lines && lines.isPaused()) {
      trace.add("resume");
      lines.resumeProducing();
      endIfClosed();
    }
    return new Recording(trace.entries(), new JsonObject());
  }

  private void endIfClosed() {
    if (transport.isDisconnecting() && !transport.state().isOver()) {
      transport.endConnection();
    }
  }

  private void lost(ConnectionClosedException reason) {
    trace.add("lost", ErrorNames.of(reason));
  }
}
