// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.conformance.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.assay.verification.conformance.language.MalformedCaseException;

/** Bytes, as cases write them: each as the character with its number. */
final class Latin1 {
  private Latin1() {}

  static String text(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }

  static byte[] bytes(String text) {
    byte[] bytes = text.getBytes(ISO_8859_1);
    if (!text(bytes).equals(text)) {
      throw new MalformedCaseException("no bytes are written as " + text);
    }
    return bytes;
  }
}
