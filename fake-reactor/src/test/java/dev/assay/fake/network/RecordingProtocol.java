// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.network;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.assay.protocol.ConnectionClosedException;
import dev.assay.protocol.Protocol;
import java.util.List;
import java.util.function.Consumer;

/** A protocol that writes down what it is told, and then does what a test wants. */
public final class RecordingProtocol extends Protocol {
  private final String name;
  private final List<String> log;
  private Runnable onMade = () -> {};
  private Consumer<String> onData = data -> {};
  private Consumer<ConnectionClosedException> onLost = reason -> {};

  public RecordingProtocol(String name, List<String> log) {
    this.name = name;
    this.log = log;
  }

  public RecordingProtocol onMade(Runnable action) {
    onMade = action;
    return this;
  }

  public RecordingProtocol onData(Consumer<String> action) {
    onData = action;
    return this;
  }

  public RecordingProtocol onLost(Consumer<ConnectionClosedException> action) {
    onLost = action;
    return this;
  }

  public void write(String text) {
    transport().write(text.getBytes(US_ASCII));
  }

  @Override
  protected void connectionMade() {
    log.add(name + " made");
    onMade.run();
  }

  @Override
  public void dataReceived(byte[] data) {
    String text = new String(data, US_ASCII);
    log.add(name + " got " + (text.length() > 40 ? text.length() + " bytes" : text));
    onData.accept(text);
  }

  @Override
  protected void connectionLost(ConnectionClosedException reason) {
    log.add(name + " lost " + reason.getClass().getSimpleName());
    onLost.accept(reason);
  }
}
