// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.process;

import static dev.assay.contract.process.Child.rule;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.contract.rig.Expect;
import dev.assay.contract.rig.Rig;
import dev.assay.contract.rig.Rule;
import dev.assay.contract.subject.ChildProgram;
import dev.assay.process.ExitStatus;
import dev.assay.process.ProcessTransport;
import java.util.Arrays;
import java.util.List;

/** The checks of the input of processes. */
final class InputChecks {
  /** More than the pipes of a system hold. */
  private static final int MUCH = 1 << 20;

  static final List<Rule> RULES =
      List.of(
          rule(
              "in.reaches-it",
              "What is written reaches a process while its input is open.",
              InputChecks::reaches),
          rule(
              "in.end-ends-it",
              "A process whose input is closed sees its end.",
              InputChecks::endEnds),
          rule(
              "in.much",
              "More than a pipe holds is sent whole and in order before the end of the input.",
              InputChecks::much),
          rule(
              "in.written-is-copied",
              "An array that was written can be changed without effect on what is sent.",
              InputChecks::copied),
          rule(
              "in.write-after-close-is-nothing",
              "To write after the input was closed has no effect.",
              InputChecks::writeAfterClose),
          rule(
              "in.nobody-reads",
              "To write to a process that does not read its input is not an error.",
              InputChecks::nobodyReads));

  private InputChecks() {}

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static void reaches(Rig rig) {
    Child child = new Child();
    ProcessTransport process = child.begin(rig, ChildProgram.ECHO);
    rig.run(() -> process.write(bytes("hello")));
    rig.await("the text comes back", () -> child.outText().equals("hello"));
    rig.run(() -> process.write(bytes(" again")));
    rig.await("more comes back", () -> child.outText().equals("hello again"));

    Expect.equal("what is called", List.of("started"), child.events());
  }

  private static void endEnds(Rig rig) {
    Child child = new Child();
    ProcessTransport process = child.begin(rig, ChildProgram.ECHO);
    rig.run(process::closeInput);

    Expect.equal("the status", new ExitStatus(0), child.end(rig));
    Expect.equal("the output", "", child.outText());
  }

  private static void much(Rig rig) {
    byte[] sent = new byte[MUCH];
    for (int i = 0; i < MUCH; i++) {
      sent[i] = (byte) (i % 251);
    }
    Child child = new Child();
    ProcessTransport process = child.begin(rig, ChildProgram.ECHO);
    rig.run(
        () -> {
          process.write(Arrays.copyOf(sent, MUCH / 2));
          process.write(Arrays.copyOfRange(sent, MUCH / 2, MUCH));
          process.closeInput();
        });
    child.end(rig);

    Expect.equal("the number of bytes", MUCH, child.out().length);
    Expect.isTrue("all bytes must come back in order", Arrays.equals(sent, child.out()));
  }

  private static void copied(Rig rig) {
    Child child = new Child();
    ProcessTransport process = child.begin(rig, ChildProgram.ECHO);
    rig.run(
        () -> {
          byte[] data = bytes("good");
          process.write(data);
          Arrays.fill(data, (byte) 'x');
          process.closeInput();
        });
    child.end(rig);

    Expect.equal("the output", "good", child.outText());
  }

  private static void writeAfterClose(Rig rig) {
    Child child = new Child();
    ProcessTransport process = child.begin(rig, ChildProgram.ECHO);
    rig.run(
        () -> {
          process.write(bytes("before"));
          process.closeInput();
          process.write(bytes("after"));
          process.closeInput();
        });
    child.end(rig);

    Expect.equal("the output", "before", child.outText());
  }

  private static void nobodyReads(Rig rig) {
    Child child = new Child();
    ProcessTransport process = child.begin(rig, ChildProgram.SPEAK);
    rig.run(() -> process.write(new byte[MUCH]));

    Expect.equal("the status", new ExitStatus(3), child.end(rig));
    rig.settle();
    rig.logged();
  }
}
