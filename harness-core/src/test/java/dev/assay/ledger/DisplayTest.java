// SPDX-License-Identifier: Apache-2.0
package dev.assay.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The text of values. */
final class DisplayTest {
  @Test
  void of_plainValue_isItsText() {
    assertThat(Display.of("text")).isEqualTo("text");
    assertThat(Display.of(3)).isEqualTo("3");
    assertThat(Display.of(null)).isEqualTo("null");
    assertThat(Display.of(Arrays.asList(1, null))).isEqualTo("[1, null]");
  }

  @Test
  void of_longText_isCut() {
    assertThat(Display.of("x".repeat(120))).isEqualTo("x".repeat(120));
    assertThat(Display.of("x".repeat(121))).isEqualTo("x".repeat(119) + "…");
  }

  @Test
  void of_objectWithoutText_hasNoIdentityHash() {
    assertThat(Display.of(new Object())).isEqualTo("a Object");
    assertThat(Display.of(new Plain())).isEqualTo("a DisplayTest$Plain");
    assertThat(Display.of(new int[0])).isEqualTo("a int[]");
    assertThat(Display.of(new String[2][2])).isEqualTo("a String[][]");
  }

  @Test
  void of_lambda_hasNothingThatDiffersFromRunToRun() {
    Runnable lambda = () -> {};
    assertThat(Display.of(lambda)).isEqualTo("a DisplayTest$$Lambda");
    assertThat(Display.of(List.of(lambda))).isEqualTo("[dev.assay.ledger.DisplayTest$$Lambda]");
  }

  @Test
  void of_valuesInsideValues_haveNoIdentityHash() {
    assertThat(Display.of(List.of(new Object(), 3))).isEqualTo("[java.lang.Object, 3]");
    assertThat(Display.of(new Holder(new byte[1], "x"))).isEqualTo("Holder[payload=[B, name=x]");
    assertThat(Display.of(new CompletableFuture<String>()))
        .isEqualTo("java.util.concurrent.CompletableFuture[Not completed]");
  }

  @Test
  void of_mailAddress_staysWhole() {
    assertThat(Display.of("joe@bad.example, ann@cafe-au-lait.example"))
        .isEqualTo("joe@bad.example, ann@cafe-au-lait.example");
  }

  @Test
  void of_toStringThrows_saysSo() {
    assertThat(Display.of(new Hostile(new IllegalStateException("no"))))
        .isEqualTo("a DisplayTest$Hostile whose toString() threw IllegalStateException");
    assertThat(Display.of(new Hostile(new AssertionError("no"))))
        .isEqualTo("a DisplayTest$Hostile whose toString() threw AssertionError");
  }

  @Test
  void of_toStringGivesNull_isNull() {
    assertThat(Display.of(new Hostile(null))).isEqualTo("null");
  }

  @Test
  void of_listThatContainsItself_saysSo() {
    List<Object> list = new ArrayList<>();
    List<Object> inner = new ArrayList<>();
    list.add(inner);
    inner.add(list);
    assertThat(Display.of(list)).isEqualTo("a ArrayList whose toString() threw StackOverflowError");
  }

  private static final class Plain {}

  private record Holder(Object payload, String name) {}

  private static final class Hostile {
    private final @Nullable Throwable thrown;

    Hostile(@Nullable Throwable thrown) {
      this.thrown = thrown;
    }

    @Override
    @SuppressWarnings({"NullAway", "ToStringReturnsNull"})
    public String toString() {
      if (thrown instanceof Error error) {
        throw error;
      } else if (thrown != null) {
        throw (RuntimeException) thrown;
      }
      return null;
    }
  }
}
