// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.event;

import dev.assay.reactor.rules.Addresses;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * A datagram that was sent or received, with the address of the other side.
 *
 * @since 0.1
 */
public final class Datagram {
  private final byte[] data;
  private final InetSocketAddress address;

  /** Creates a datagram; the data is copied. */
  public Datagram(byte[] data, InetSocketAddress address) {
    this.data = data.clone();
    this.address = address;
  }

  /** Returns a copy of the data. */
  public byte[] data() {
    return data.clone();
  }

  /** Returns the data as text. */
  public String data(Charset charset) {
    return new String(data, charset);
  }

  /** Returns the address that it was sent to, or that it came from. */
  public InetSocketAddress address() {
    return address;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Datagram datagram
        && Arrays.equals(data, datagram.data)
        && address.equals(datagram.address);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(data) + address.hashCode();
  }

  /** Returns {@code "ping" with 10.0.0.1:53}. */
  @Override
  public String toString() {
    return ByteText.brief(data) + " with " + Addresses.show(address);
  }
}
