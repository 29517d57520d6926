// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

final class OutcomeTest {
  private final IOException gone = new IOException("gone");

  private final Outcome<String> value = new Outcome.Success<>("pong");
  private final Outcome<String> failure = new Outcome.Failure<>(gone);

  @Test
  void fold_takesTheFunctionThatFits() {
    assertThat(value.<Object>fold(String::length, error -> error)).isEqualTo(4);
    assertThat(failure.<Object>fold(String::length, error -> error)).isSameAs(gone);
  }

  @Test
  void map_leavesAFailureAsItIs() {
    assertThat(value.map(String::length)).isEqualTo(new Outcome.Success<>(4));
    assertThat(failure.map(String::length)).isEqualTo(new Outcome.Failure<>(gone));
  }
}
