// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.assertj;

import dev.assay.fake.event.ByteText;
import dev.assay.ledger.Display;
import java.lang.reflect.Array;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The text of a value in a failure: arrays show their elements, and bytes are quoted. */
final class ValueText {
  /** A number of elements greater than what fits into the text of a value. */
  private static final int SHOWN = 120;

  private ValueText() {}

  static String of(@Nullable Object value) {
    return shown(value, 1);
  }

  /** Returns the text of a value; nested arrays are shown to a maximum depth. */
  private static String shown(@Nullable Object value, int depth) {
    if (value instanceof byte[] bytes) {
      return ByteText.brief(bytes);
    } else if (value == null || !isArray(value)) {
      return Display.of(value);
    }
    return depth < 0 ? "[...]" : Display.of(new Elements(value, depth));
  }

  /** Returns the text of a value, with its type if a value of another type has the same text. */
  static String of(@Nullable Object value, @Nullable Object other) {
    String text = of(value);
    return value != null
            && other != null
            && !value.getClass().equals(other.getClass())
            && text.equals(of(other))
        ? text + " (a " + value.getClass().getTypeName() + ")"
        : text;
  }

  /** Returns an explanation for values that are not equal although their texts are. */
  static String alike(@Nullable Object value, @Nullable Object other) {
    if (!of(value, other).equals(of(other, value))) {
      return "";
    }
    return value != null && other != null && isArray(value) && isArray(other)
        ? ", which differs from index " + mismatch(value, other) + " on"
        : ", which reads the same but is not equal";
  }

  private static int mismatch(Object one, Object other) {
    int length = Math.min(Array.getLength(one), Array.getLength(other));
    return IntStream.range(0, length)
        .filter(i -> !Objects.deepEquals(Array.get(one, i), Array.get(other, i)))
        .findFirst()
        .orElse(length);
  }

  private static boolean isArray(Object value) {
    return value.getClass().isArray();
  }

  /** The elements of an array, as a text of which only the beginning is used. */
  private record Elements(Object array, int depth) {
    @Override
    public String toString() {
      return IntStream.range(0, Math.min(SHOWN, Array.getLength(array)))
          .mapToObj(i -> shown(Array.get(array, i), depth - 1))
          .collect(Collectors.joining(", ", "[", "]"));
    }
  }
}
