// SPDX-License-Identifier: Apache-2.0
package dev.assay.reactor.rules;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Factories and formatting for socket addresses, without a resolver: addresses are created from
 * numbers and shown in their original form.
 *
 * @since 0.1
 */
public final class Addresses {
  /** The highest port. */
  public static final int LAST_PORT = 65_535;

  private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})";
  private static final Pattern IPV4 = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");

  private Addresses() {}

  /** Rejects a port number that is out of range. */
  public static void checkPort(int port) {
    if (port < 0 || port > LAST_PORT) {
      throw new IllegalArgumentException("port must be from 0 to 65535: " + port);
    }
  }

  /** Returns the socket address of a host, given by name or by address, and a port. */
  public static InetSocketAddress unresolved(String host, int port) {
    checkPort(port);
    return InetSocketAddress.createUnresolved(host, port);
  }

  /** Returns whether something that arrives at one address could be meant for the other. */
  public static boolean overlap(InetSocketAddress one, InetSocketAddress other) {
    return one.getPort() == other.getPort()
        && (isAny(one) || isAny(other) || one.getAddress().equals(other.getAddress()));
  }

  private static boolean isAny(InetSocketAddress address) {
    return address.getAddress().isAnyLocalAddress();
  }

  /** Returns {@code 127.0.0.1:80}, {@code example.org:80}, or {@code /run/app.sock}. */
  public static String show(SocketAddress address) {
    if (!(address instanceof InetSocketAddress inet)) {
      return address.toString();
    }
    InetAddress resolved = inet.getAddress();
    String host = resolved == null ? inet.getHostString() : resolved.getHostAddress();
    return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + inet.getPort();
  }

  /** Returns the address that a text represents, or null if the text is a name. */
  public static @Nullable InetAddress literal(String host) {
    boolean ipv6 = host.indexOf(':') >= 0;
    if (!ipv6 && !IPV4.matcher(host).matches()) {
      return null;
    }
    try {
      return InetAddress.getByName(host); // never calls a resolver for a numeric address
    } catch (UnknownHostException notAnAddress) {
      return null;
    }
  }

  /** Returns the IPv4 address with these four numbers. */
  public static InetAddress ipv4(int a, int b, int c, int d) {
    try {
      return InetAddress.getByAddress(new byte[] {(byte) a, (byte) b, (byte) c, (byte) d});
    } catch (UnknownHostException impossible) {
      throw new AssertionError("four bytes are an address; please report this", impossible);
    }
  }
}
