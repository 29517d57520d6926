// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.certificate;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;

/** The encoding of certificates: values that consist of a tag, a length and content. */
final class Der {
  static final int INTEGER = 0x02;
  static final int BIT_STRING = 0x03;
  static final int OCTET_STRING = 0x04;
  static final int OBJECT_IDENTIFIER = 0x06;
  static final int UTF8_STRING = 0x0C;
  static final int GENERALIZED_TIME = 0x18;
  static final int SEQUENCE = 0x30;
  static final int SET = 0x31;

  private Der() {}

  /** Returns a value that consists of other values, or of bytes. */
  static byte[] value(int tag, byte[]... content) {
    int length = 0;
    for (byte[] each : content) {
      length += each.length;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(length + 6);
    out.write(tag);
    if (length < 0x80) {
      out.write(length);
    } else {
      out.write(0x82);
      out.write(length >> 8);
      out.write(length);
    }
    for (byte[] each : content) {
      out.writeBytes(each);
    }
    return out.toByteArray();
  }

  /** Returns a value that consists of ASCII text. */
  static byte[] text(int tag, String text) {
    return value(tag, text.getBytes(US_ASCII));
  }

  /** Returns an object identifier, in the encoding of its numbers. */
  static byte[] oid(int... numbers) {
    byte[] encoded = new byte[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      encoded[i] = (byte) numbers[i];
    }
    return value(OBJECT_IDENTIFIER, encoded);
  }

  /** Returns a string of whole bytes as bits. */
  static byte[] bits(byte[] bytes) {
    return value(BIT_STRING, new byte[1], bytes);
  }
}
