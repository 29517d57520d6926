// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.event;

import dev.assay.fake.bytes.Size;
import dev.assay.reactor.rules.Addresses;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;

/**
 * A datagram that was sent; it may not have arrived.
 *
 * @since 0.1
 */
public final class SentDatagram {
  private final Duration at;
  private final InetSocketAddress from;
  private final InetSocketAddress to;
  private final byte[] data;

  /** Creates a datagram that was sent at a time; the data is copied. */
  public SentDatagram(Duration at, InetSocketAddress from, InetSocketAddress to, byte[] data) {
    this.at = at;
    this.from = from;
    this.to = to;
    this.data = data.clone();
  }

  /** Returns the time at which it was sent. */
  public Duration at() {
    return at;
  }

  /** Returns the address that it was sent from. */
  public InetSocketAddress from() {
    return from;
  }

  /** Returns the address that it was sent to. */
  public InetSocketAddress to() {
    return to;
  }

  /** Returns a copy of the data. */
  public byte[] data() {
    return data.clone();
  }

  /** Returns the data as text. */
  public String data(Charset charset) {
    return new String(data, charset);
  }

  /**
   * Returns whether the other was sent at the same time, between the same addresses, with the same
   * bytes.
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof SentDatagram datagram
        && at.equals(datagram.at)
        && from.equals(datagram.from)
        && to.equals(datagram.to)
        && Arrays.equals(data, datagram.data);
  }

  @Override
  public int hashCode() {
    return Objects.hash(at, from, to, Arrays.hashCode(data));
  }

  /** Returns {@code 10.0.0.1:49152 -> 10.0.0.2:53: 5 bytes}. */
  @Override
  public String toString() {
    return Addresses.show(from) + " -> " + Addresses.show(to) + ": " + new Size(data.length);
  }
}
