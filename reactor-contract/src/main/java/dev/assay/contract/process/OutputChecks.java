// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.process;

import static dev.assay.contract.process.Child.rule;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.contract.rig.Expect;
import dev.assay.contract.rig.Rig;
import dev.assay.contract.rig.Rule;
import dev.assay.contract.subject.ChildProgram;
import dev.assay.process.Command;
import dev.assay.process.ProcessTransport;
import dev.assay.process.StartFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The checks of the start of processes and of their output. */
final class OutputChecks {
  private static final int MANY = 10;

  static final List<Rule> RULES =
      List.of(
          rule(
              "start.not-inside-the-request",
              "A protocol is notified of the start after startProcess has returned, and first.",
              OutputChecks::notInside),
          rule(
              "start.has-its-transport",
              "A protocol has the transport that startProcess returns.",
              OutputChecks::hasItsTransport),
          rule(
              "start.no-such-program-is-refused",
              "To start a program that does not exist throws StartFailedException, and notifies no"
                  + " protocol.",
              OutputChecks::noSuchProgram),
          rule(
              "start.environment",
              "A process has the variables of its command.",
              OutputChecks::environment),
          rule(
              "start.many-at-once",
              "Several processes run at the same time, each with its own output.",
              OutputChecks::many),
          rule(
              "out.in-order",
              "The output of a process arrives whole and in order.",
              OutputChecks::inOrder),
          rule(
              "out.apart-from-errors",
              "What a process writes to its error output arrives apart from its output.",
              OutputChecks::apart),
          rule(
              "out.error-in-protocol-kills",
              "What a protocol throws is logged, and its process is killed.",
              OutputChecks::errorKills));

  private OutputChecks() {}

  private static void notInside(Rig rig) {
    Child child = new Child();
    rig.run(
        () -> {
          child.begin(rig, ChildProgram.NOTHING);
          Expect.equal("what is called within startProcess", List.of(), child.events());
        });
    child.end(rig);

    Expect.equal("what is called", "started", child.events().get(0));
  }

  private static void hasItsTransport(Rig rig) {
    Child child = new Child();
    ProcessTransport process = child.begin(rig, ChildProgram.WAIT);
    rig.await("the process is started", () -> child.events().contains("started"));

    Expect.isTrue("its transport must be the one", process.equals(child.transport()));
    Expect.isTrue("its number must be positive", process.pid() > 0);
    Expect.isTrue("it must run", rig.get(process::isRunning));
  }

  private static void noSuchProgram(Rig rig) {
    Child child = new Child();
    StartFailedException refusal =
        rig.thrown(
            StartFailedException.class,
            "startProcess",
            () ->
                Child.processes(rig)
                    .startProcess(Command.of("no-such-program-as-this", "argument"), child));
    rig.settle();

    Expect.equal("what is called", List.of(), child.events());
    Expect.isTrue(
        "the message must name the program: " + refusal.getMessage(),
        String.valueOf(refusal.getMessage()).contains("no-such-program-as-this"));
  }

  private static void environment(Rig rig) {
    Child child = new Child();
    Command command = rig.subject().command(ChildProgram.VARIABLE).withVariable("WHO", "me");
    rig.run(() -> Child.processes(rig).startProcess(command, child));
    child.end(rig);

    Expect.equal("the output", "me", child.outText());
  }

  private static void many(Rig rig) {
    List<Child> children = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      Child child = new Child();
      ProcessTransport process = child.begin(rig, ChildProgram.ECHO);
      String text = "process " + i;
      rig.run(
          () -> {
            process.write(text.getBytes(UTF_8));
            process.closeInput();
          });
      children.add(child);
    }
    for (int i = 0; i < MANY; i++) {
      children.get(i).end(rig);
      Expect.equal("the output", "process " + i, children.get(i).outText());
    }
  }

  private static void inOrder(Rig rig) {
    Child child = Child.start(rig, ChildProgram.COUNT);
    child.end(rig);

    String numbers =
        IntStream.rangeClosed(1, 1000).mapToObj(i -> i + "\n").collect(Collectors.joining());
    Expect.equal("the output", numbers, child.outText());
  }

  private static void apart(Rig rig) {
    Child child = Child.start(rig, ChildProgram.SPEAK);
    child.end(rig);

    Expect.equal("the output", "out", child.outText());
    Expect.equal("the error output", "err", child.errText());
  }

  private static void errorKills(Rig rig) {
    Child child = new Child(any -> rig.raise());
    child.begin(rig, ChildProgram.STUBBORN);

    Expect.isTrue("it must not succeed", !child.end(rig).isSuccess());
    List<Throwable> logged = rig.subject().takeLoggedErrors();
    Expect.isTrue(
        "the error must be logged: " + logged,
        !logged.isEmpty() && logged.stream().allMatch(rig.error()::equals));
  }
}
