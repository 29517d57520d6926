// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A transport that remembers what it was asked for; its test plays the network. */
public final class ManualTransport implements Transport {
  private final List<String> requests = new ArrayList<>();
  private final SocketAddress peer;
  private @Nullable PushProducer push;
  private @Nullable PullProducer pull;
  private boolean closing;

  /** Makes an open transport. */
  public ManualTransport() {
    this(new InetSocketAddress(10000));
  }

  /** Makes an open transport with a certain peer. */
  public ManualTransport(SocketAddress peer) {
    this.peer = peer;
  }

  /** Returns the requests since the last call, such as {@code write hello}. */
  public List<String> takeRequests() {
    List<String> taken = List.copyOf(requests);
    requests.clear();
    return taken;
  }

  /** Returns the registered push producer. */
  public PushProducer push() {
    return java.util.Objects.requireNonNull(push, "push");
  }

  /** Returns the registered pull producer. */
  public PullProducer pull() {
    return java.util.Objects.requireNonNull(pull, "pull");
  }

  /** Returns whether there is a producer. */
  public boolean hasProducer() {
    return push != null || pull != null;
  }

  @Override
  public void write(byte[] data) {
    requests.add("write " + new String(data, StandardCharsets.ISO_8859_1));
  }

  @Override
  public void writeSequence(List<byte[]> pieces) {
    pieces.forEach(this::write);
  }

  @Override
  public void loseConnection() {
    closing = true;
    requests.add("lose");
  }

  @Override
  public void loseWriteConnection() {
    requests.add("lose write");
  }

  @Override
  public void abortConnection() {
    closing = true;
    requests.add("abort");
  }

  @Override
  public boolean isConnected() {
    return !closing;
  }

  @Override
  public void registerProducer(PushProducer producer) {
    requireNoProducer();
    push = producer;
  }

  @Override
  public void registerProducer(PullProducer producer) {
    requireNoProducer();
    pull = producer;
    producer.resumeProducing();
  }

  @Override
  public void unregisterProducer() {
    if (!hasProducer()) {
      throw new IllegalStateException("no producer is registered");
    }
    push = null;
    pull = null;
  }

  @Override
  public void pauseProducing() {
    requests.add("pause");
  }

  @Override
  public void resumeProducing() {
    requests.add("resume");
  }

  @Override
  public void stopProducing() {
    requests.add("stop");
  }

  @Override
  public SocketAddress host() {
    return new InetSocketAddress(20000);
  }

  @Override
  public SocketAddress peer() {
    return peer;
  }

  @Override
  public <T> void setOption(SocketOption<T> option, T value) {
    requests.add(option.name() + " " + value);
  }

  @Override
  public <T> T option(SocketOption<T> option) {
    throw new UnsupportedOperationException(option.name());
  }

  private void requireNoProducer() {
    if (hasProducer()) {
      throw new IllegalStateException("a producer is registered");
    }
  }
}
