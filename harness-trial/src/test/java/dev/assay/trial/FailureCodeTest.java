// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.pending.PendingKind;
import org.junit.jupiter.api.Test;

final class FailureCodeTest {
  @Test
  void of_eachKind_saysWhatTheKindSays() {
    for (PendingKind kind : PendingKind.values()) {
      FailureCode code = FailureCode.of(kind);
      assertThat(code).hasToString(kind.code());
      assertThat(code.cause()).isEqualTo(kind.cause());
      assertThat(code.fix()).isEqualTo(kind.fix());
    }
  }

  @Test
  void left_oneOrMany_isASentence() {
    assertThat(PendingKind.DELAYED_CALL.left(1)).isEqualTo("1 call is still armed");
    assertThat(PendingKind.DELAYED_CALL.left(2)).isEqualTo("2 calls are still armed");
    assertThat(PendingKind.LOGGED_ERROR.left(1)).isEqualTo("an error was logged");
  }
}
