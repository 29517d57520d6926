// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake.event;

import java.util.Arrays;

/**
 * Human-readable text for bytes.
 *
 * @since 0.1
 */
public final class ByteText {
  /** The maximum number of bytes to show of a long array. */
  private static final int SHOWN = 64;

  private ByteText() {}

  /** Returns {@code "HELO\r\n"}: all bytes, with escapes for those that are not plain text. */
  public static String quote(byte[] bytes) {
    StringBuilder text = new StringBuilder("\"");
    for (byte each : bytes) {
      text.append(escape(each));
    }
    return text.append('"').toString();
  }

  /** Returns the beginning in quotes, and the number of bytes that are not shown. */
  public static String brief(byte[] bytes) {
    int more = bytes.length - SHOWN;
    return more <= 0
        ? quote(bytes)
        : quote(Arrays.copyOf(bytes, SHOWN))
            + " and "
            + more
            + (more == 1 ? " byte more" : " bytes more");
  }

  /** Returns {@code 0d 0a}. */
  public static String hex(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (byte each : bytes) {
      text.append(text.length() == 0 ? "" : " ").append("%02x".formatted(each & 0xff));
    }
    return text.toString();
  }

  private static String escape(byte each) {
    return switch (each) {
      case '\r' -> "\\r";
      case '\n' -> "\\n";
      case '\t' -> "\\t";
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      default -> each >= ' ' && each <= '~' ? "" + (char) each : "\\x%02x".formatted(each & 0xff);
    };
  }
}
