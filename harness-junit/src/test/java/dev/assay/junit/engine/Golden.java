// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Texts of failures as they must read, but for the numbers of lines and the real time. */
final class Golden {
  private Golden() {}

  static void check(String name, Throwable failure) {
    check(name, String.valueOf(failure.getMessage()));
  }

  static void check(String name, String text) {
    String plain =
        text.replaceAll("\\.java:\\d+", ".java:…").replaceAll(", \\d+ ms real", ", … ms real");
    assertThat(plain + "\n").isEqualTo(read("/failures/" + name + ".txt"));
  }

  private static String read(String file) {
    try (InputStream stream = Golden.class.getResourceAsStream(file)) {
      return stream == null
          ? "there is no file " + file
          : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
