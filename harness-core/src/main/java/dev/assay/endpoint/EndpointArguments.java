// SPDX-License-Identifier: Apache-2.0
package dev.assay.endpoint;

import dev.assay.reactor.rules.Addresses;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The arguments in an endpoint's text, by name. */
final class EndpointArguments {
  private static final int TOP_PORT = 65535;

  private final EndpointText text;
  private final Map<String, String> values;

  EndpointArguments(EndpointText text, Map<String, String> values) {
    this.text = text;
    this.values = values;
  }

  /** Returns a value. It must be present. */
  String required(String name) {
    String value = values.get(name);
    if (value == null) {
      throw text.wrong(name, "be given", "missing");
    }
    return value;
  }

  /** Returns a host. It must be present. */
  String host(String name) {
    return checkedHost(name, required(name));
  }

  /** Returns a host, or an empty string. */
  String hostOrEmpty(String name) {
    String host = values.get(name);
    return host == null ? "" : checkedHost(name, host);
  }

  /** Returns a port. It must be present. */
  int port(String name, int lowest) {
    return number(name, required(name), lowest, TOP_PORT);
  }

  int positive(String name, int otherwise) {
    String value = values.get(name);
    return value == null ? otherwise : number(name, value, 1, Integer.MAX_VALUE);
  }

  Duration seconds(String name, Duration otherwise) {
    String value = values.get(name);
    if (value == null) {
      return otherwise;
    }
    if (value.matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
      BigDecimal seconds = new BigDecimal(value);
      if (seconds.signum() > 0) {
        return Duration.ofNanos(seconds.movePointRight(9).longValueExact());
      }
    }
    throw text.wrong(name, "be a positive number of seconds, such as 5 or 0.5", value);
  }

  /** Returns an address with any port, or null. */
  @Nullable InetSocketAddress anyPortOf(String name) {
    String value = values.get(name);
    if (value == null) {
      return null;
    }
    InetAddress address = Addresses.literal(value);
    if (address == null) {
      throw text.wrong(name, "be an IP address", value);
    }
    return new InetSocketAddress(address, 0);
  }

  private String checkedHost(String name, String value) {
    if (value.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))) {
      throw text.wrong(name, "be a name or an address, without spaces", value);
    }
    return value;
  }

  private int number(String name, String value, int lowest, int highest) {
    if (value.matches("[0-9]{1,10}")) {
      long number = Long.parseLong(value);
      if (number >= lowest && number <= highest) {
        return (int) number;
      }
    }
    throw text.wrong(name, "be a number from " + lowest + " to " + highest, value);
  }
}
