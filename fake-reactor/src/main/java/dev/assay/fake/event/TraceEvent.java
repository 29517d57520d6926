// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.event;

import dev.assay.ledger.Display;
import java.time.Duration;
import java.util.stream.Collectors;

/**
 * One event of a trace.
 *
 * @param at the time at which it happened
 * @param host the host on which it happened, or an empty text if it has none
 * @param kind the kind of event, such as {@code write} or {@code connected}
 * @param subject the name of the object that it happened to
 * @param detail further details, or an empty text
 * @since 0.1
 */
public record TraceEvent(Duration at, String host, String kind, String subject, String detail) {

  /** Returns {@code t=1s a write client 127.0.0.1:49152 -> 127.0.0.1:80: 5 bytes}, on one line. */
  @Override
  public String toString() {
    String where = host.isEmpty() ? "" : host + " ";
    String what = kind + " " + subject + (detail.isEmpty() ? "" : ": " + detail);
    return ("t=" + Display.time(at) + " " + where + what)
        .lines()
        .collect(Collectors.joining("\\n"));
  }

  /** Returns this event as a JSON object, on one line. */
  public String toJson() {
    return "{\"at\":%d,\"host\":%s,\"kind\":%s,\"subject\":%s,\"detail\":%s}"
        .formatted(at.toNanos(), quote(host), quote(kind), quote(subject), quote(detail));
  }

  private static String quote(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || c == '\u2028' || c == '\u2029') {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
