// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.process;

import static dev.assay.contract.process.Child.rule;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.contract.rig.Expect;
import dev.assay.contract.rig.Rig;
import dev.assay.contract.rig.Rule;
import dev.assay.contract.subject.ChildProgram;
import dev.assay.deferred.Deferred;
import dev.assay.process.Command;
import dev.assay.process.ExitStatus;
import dev.assay.process.ProcessOutput;
import dev.assay.process.StartFailedException;
import dev.assay.reactor.ReactorProcesses;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/** The checks of the results of whole commands. */
final class ResultChecks {
  static final List<Rule> RULES =
      List.of(
          rule(
              "run.output",
              "The Deferred of a command fires with its output, its errors and its status.",
              ResultChecks::output),
          rule(
              "run.input",
              "A command gets its input, and the end of it; without one, it gets the end.",
              ResultChecks::input),
          rule(
              "run.no-such-program-fails",
              "The Deferred of a program that does not exist fails with StartFailedException.",
              ResultChecks::noSuchProgram),
          rule(
              "run.cancel-kills",
              "To cancel the Deferred of a command kills the process.",
              ResultChecks::cancel));

  private ResultChecks() {}

  private static Deferred<ProcessOutput> run(Rig rig, ChildProgram program, String input) {
    return rig.get(
        () ->
            Child.processes(rig).runProcess(rig.subject().command(program), input.getBytes(UTF_8)));
  }

  private static void output(Rig rig) {
    ProcessOutput output = rig.value("the command ends", run(rig, ChildProgram.SPEAK, ""));

    Expect.equal("the output", "out", output.outText());
    Expect.equal("the error output", "err", output.errText());
    Expect.equal("the status", new ExitStatus(3), output.status());
  }

  private static void input(Rig rig) {
    ProcessOutput output = rig.value("the command ends", run(rig, ChildProgram.ECHO, "text"));
    Deferred<ProcessOutput> silent =
        rig.get(() -> Child.processes(rig).runProcess(rig.subject().command(ChildProgram.ECHO)));

    Expect.equal("the output", "text", output.outText());
    Expect.equal("the output", "", rig.value("the command ends", silent).outText());
  }

  private static void noSuchProgram(Rig rig) {
    Deferred<ProcessOutput> failing =
        rig.get(() -> Child.processes(rig).runProcess(Command.of("no-such-program-as-this")));

    rig.failure(StartFailedException.class, "the outcome", failing);
  }

  private static void cancel(Rig rig) {
    List<Deferred<ExitStatus>> ends = new ArrayList<>();
    ReactorProcesses watched =
        (command, protocol) -> {
          ends.add(protocol.whenEnded());
          return Child.processes(rig).startProcess(command, protocol);
        };
    Deferred<ProcessOutput> cancelled =
        rig.get(() -> watched.runProcess(rig.subject().command(ChildProgram.WAIT)));
    rig.run(cancelled::cancel);

    rig.failure(CancellationException.class, "the outcome", cancelled);
    Expect.equal("the status", ExitStatus.KILLED, rig.value("the process ends", ends.get(0)));
  }
}
