// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.event;

import dev.assay.pending.Display;
import java.time.Duration;
import java.util.stream.Collectors;

/**
 * One thing that happened.
 *
 * @param at when it happened
 * @param host the host that it happened on, or nothing if it has none
 * @param kind what sort of thing it was, such as {@code write} or {@code connected}
 * @param subject what it happened to, by name
 * @param detail what there is to say about it, or an empty text
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

  /** Returns this as an object of JSON, on one line. */
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
