// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract;

import dev.assay.contract.subject.ChildProgram;
import dev.assay.fake.FakeChild;
import dev.assay.fake.FakeProcesses;
import java.util.stream.IntStream;

/** The programs of the checks, as scripts of a fake reactor. */
final class FakePrograms {
  private FakePrograms() {}

  static void script(FakeProcesses processes) {
    for (ChildProgram program : ChildProgram.values()) {
      processes.script(program.command().words(), child -> run(program, child));
    }
  }

  private static void run(ChildProgram program, FakeChild child) {
    switch (program) {
      case ECHO -> child.onInput(child::out).onInputEnd(() -> child.exit(0));
      case SPEAK -> child.out("out").err("err").exit(3);
      case COUNT -> {
        IntStream.rangeClosed(1, 1000).forEach(number -> child.out(number + "\n"));
        child.exit(0);
      }
      case NOTHING -> child.exit(0);
      case WAIT -> {}
      case PARENT -> child.out("ready");
      case STUBBORN -> child.out("ready").onTerminate(() -> child.out("no"));
      case VARIABLE -> child.out(child.command().environment().getOrDefault("WHO", "")).exit(0);
    }
  }
}
