// SPDX-License-Identifier: Apache-2.0
package dev.assay.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ExitStatusTest {
  @Test
  void code_tellsSuccessAndSignal() {
    assertThat(new ExitStatus(0).isSuccess()).isTrue();
    assertThat(new ExitStatus(3).isSuccess()).isFalse();
    assertThat(new ExitStatus(3).signal()).isEmpty();
    assertThat(new ExitStatus(128).signal()).isEmpty();
    assertThat(new ExitStatus(129).signal()).hasValue(1);
    assertThat(new ExitStatus(192).signal()).hasValue(64);
    assertThat(new ExitStatus(255).signal()).isEmpty();
    assertThat(new ExitStatus(-1).signal()).isEmpty();
    assertThat(ExitStatus.KILLED.signal()).hasValue(9);
    assertThat(ExitStatus.TERMINATED.signal()).hasValue(15);
  }

  @Test
  void toString_saysTheSignal() {
    assertThat(new ExitStatus(3)).hasToString("exit code 3");
    assertThat(ExitStatus.KILLED).hasToString("exit code 137 (signal 9)");
  }

  @Test
  void output_isText() {
    ProcessOutput output = new ProcessOutput("Zoë".getBytes(UTF_8), new byte[0], new ExitStatus(0));

    assertThat(output.outText()).isEqualTo("Zoë");
    assertThat(output.errText()).isEmpty();
    assertThat(output.out()).hasSize(4);
    assertThat(output).hasToString("exit code 0, 4 bytes of output, 0 bytes of errors");
  }
}
