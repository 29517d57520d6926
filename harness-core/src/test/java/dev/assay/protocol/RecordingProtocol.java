// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A protocol that remembers what it was told. */
public final class RecordingProtocol extends Protocol {
  private final List<String> events = new ArrayList<>();

  /** Makes one that was told nothing. */
  public RecordingProtocol() {}

  /** Returns the events since the last call, such as {@code received hello}. */
  public List<String> takeEvents() {
    List<String> taken = List.copyOf(events);
    events.clear();
    return taken;
  }

  @Override
  protected void connectionMade() {
    events.add("made");
  }

  @Override
  public void dataReceived(byte[] data) {
    events.add("received " + new String(data, StandardCharsets.ISO_8859_1));
  }

  @Override
  protected void connectionLost(ConnectionClosedException reason) {
    events.add("lost " + reason.getClass().getSimpleName());
  }
}
