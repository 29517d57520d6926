// SPDX-License-Identifier: Apache-2.0
package dev.assay.usage;

import static dev.assay.junit.assertj.AssayAssertions.assertThat;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.deferred.Deferred;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of arrays that are not the ones expected. */
final class ArrayMessagesTest {
  @Test
  void bytes_areShownAsText() {
    said(
        "PING\r\n".getBytes(US_ASCII),
        new byte[] {'P', 'O', 'N', 'G', -1},
        """
        to have succeeded with "PONG\\xff"
        but it succeeded with "PING\\r\\n\"""");
  }

  @Test
  void numbers_areShownOneByOne() {
    said(
        new int[] {1, 2},
        new int[] {1, 3},
        """
        to have succeeded with [1, 3]
        but it succeeded with [1, 2]""");
  }

  @Test
  void objects_areShownOneByOne_arraysAmongThemToo() {
    said(
        new Object[] {"a", null, new byte[] {'x'}, new int[0]},
        new Object[] {"a", null, new byte[] {'y'}, new int[0]},
        """
        to have succeeded with [a, null, "y", []]
        but it succeeded with [a, null, "x", []]""");
  }

  @Test
  void arraysOfOtherTypes_areToldApart() {
    said(
        new Object[] {1L},
        new Object[] {1},
        """
        to have succeeded with [1]
        but it succeeded with [1], which differs from index 0 on""");
    said(
        new int[] {1},
        new long[] {1},
        """
        to have succeeded with [1] (a long[])
        but it succeeded with [1] (a int[])""");
  }

  @Test
  void longArrays_thatDifferFarBehind_sayWhere() {
    byte[] other = new byte[100];
    other[90] = 1;
    String zeros = "\\x00".repeat(64);
    said(
        new byte[100],
        other,
        """
        to have succeeded with "%s" and 36 bytes more
        but it succeeded with "%s" and 36 bytes more, which differs from index 90 on"""
            .formatted(zeros, zeros));
    String numbers = "[" + "0, ".repeat(39) + "0…";
    said(
        new int[500],
        new int[501],
        """
        to have succeeded with %s
        but it succeeded with %s, which differs from index 500 on"""
            .formatted(numbers, numbers));
  }

  @Test
  void arraysWithinArrays_areShownOneLevelDeep() {
    said(
        new int[][][] {{{1}}, {}},
        new int[][] {{1, 2}, {}},
        """
        to have succeeded with [[1, 2], []]
        but it succeeded with [[[...]], []]""");
    said(
        new int[][][] {{}, {{1}}},
        new int[][][] {{}, {{2}}},
        """
        to have succeeded with [[], [[...]]]
        but it succeeded with [[], [[...]]], which differs from index 1 on""");
  }

  @Test
  void arraysThatContainThemselves_areNotFollowed() {
    Object[] loop = loop();
    assertThat(Deferred.<Object>succeed(loop)).succeededWith(loop);
    said(
        loop,
        1,
        """
        to have succeeded with 1
        but it succeeded with [[[...], [...]], [[...], [...]]]""");
    said(
        loop,
        loop(),
        """
        to have succeeded with [[[...], [...]], [[...], [...]]]
        but it succeeded with [[[...], [...]], [[...], [...]]], \
        and one of them contains itself or is too deep to be compared""");
  }

  @Test
  void elementWhoseTextThrows_doesNotHideTheFailure() {
    Object broken =
        new Object() {
          @Override
          public String toString() {
            throw new IllegalStateException("no text");
          }
        };
    said(
        new Object[] {1},
        new Object[] {broken},
        """
        to have succeeded with [a ArrayMessagesTest$1 whose toString() threw IllegalStateException]
        but it succeeded with [1]""");
  }

  @Test
  void assertionThatHolds_asksForNoText() {
    List<String> asked = new ArrayList<>();
    Object value =
        new Object() {
          @Override
          public String toString() {
            asked.add("toString");
            return "value";
          }
        };

    assertThat(Deferred.succeed(value)).succeededWith(value);

    assertThat(asked).isEmpty();
  }

  @Test
  void otherAssertions_showThemToo() {
    Deferred<byte[]> done = Deferred.succeed("pong".getBytes(US_ASCII));
    Said.by(() -> assertThat(done).hasNoResult()).endsWith("but it succeeded with \"pong\"");
  }

  private static Object[] loop() {
    Object[] loop = {null, null};
    Arrays.fill(loop, loop);
    return loop;
  }

  private static void said(Object actual, Object expected, String end) {
    Deferred<Object> done = Deferred.succeed(actual);
    Said.by(() -> assertThat(done).succeededWith(expected)).endsWith("\n" + end);
  }
}
