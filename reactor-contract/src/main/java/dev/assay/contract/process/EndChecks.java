// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.process;

import static dev.assay.contract.process.Child.rule;

import dev.assay.contract.rig.Expect;
import dev.assay.contract.rig.Rig;
import dev.assay.contract.rig.Rule;
import dev.assay.contract.subject.ChildProgram;
import dev.assay.deferred.Deferred;
import dev.assay.process.ExitStatus;
import dev.assay.process.ProcessTransport;
import dev.assay.reactor.ReactorCore;
import dev.assay.time.ReactorTime;
import java.time.Duration;
import java.util.List;

/** The checks of the end of processes. */
final class EndChecks {
  static final List<Rule> RULES =
      List.of(
          rule(
              "exit.code",
              "A protocol is notified of the code with which its process has exited.",
              EndChecks::code),
          rule(
              "exit.after-all-output",
              "A protocol is notified of the exit, and of the end after all output, once each.",
              EndChecks::afterAllOutput),
          rule(
              "exit.deferred",
              "The Deferreds of whenEnded fire with the status, also if it is asked for later.",
              EndChecks::deferred),
          rule(
              "exit.is-not-running",
              "A process that has exited does not run, and no request has an effect on it.",
              EndChecks::isNotRunning),
          rule(
              "kill.ends-it",
              "A process that is killed ends, not inside the request, with signal 9 as its status.",
              EndChecks::kill),
          rule(
              "kill.ends-what-it-has-started",
              "The processes that a process has started are killed with it.",
              EndChecks::killParent),
          rule(
              "kill.keeps-what-was-written",
              "What a process has written before it is killed arrives.",
              EndChecks::killKeepsOutput),
          rule(
              "terminate.ends-it",
              "A process that is asked to end does so, with signal 15 as its status.",
              EndChecks::terminate),
          rule(
              "terminate.can-be-refused",
              "A process may run on when it is asked to end.",
              EndChecks::terminateRefused),
          rule(
              "stop.kills",
              "A process that runs when its reactor is stopped is killed, and its protocol is"
                  + " notified.",
              EndChecks::stop,
              ReactorCore.class,
              ReactorTime.class));

  private EndChecks() {}

  private static void code(Rig rig) {
    ExitStatus status = Child.start(rig, ChildProgram.SPEAK).end(rig);

    Expect.equal("the status", new ExitStatus(3), status);
    Expect.equal("the status", new ExitStatus(0), Child.start(rig, ChildProgram.NOTHING).end(rig));
  }

  private static void afterAllOutput(Rig rig) {
    Child child = Child.start(rig, ChildProgram.COUNT);
    child.end(rig);
    rig.settle();

    Expect.equal("what is called", List.of("started", "exited", "ended"), child.events());
    Expect.isTrue("the last line must have arrived", child.outAtEnd().endsWith("\n1000\n"));
  }

  private static void deferred(Rig rig) {
    Child child = new Child();
    Deferred<ExitStatus> before = rig.get(child::whenEnded);
    child.begin(rig, ChildProgram.SPEAK);
    Deferred<ExitStatus> during = rig.get(child::whenEnded);

    Expect.equal("the status", new ExitStatus(3), rig.value("the process ends", before));
    Expect.equal("the status", new ExitStatus(3), rig.value("the process ends", during));
    Deferred<ExitStatus> after = rig.get(child::whenEnded);
    Expect.equal("the status", new ExitStatus(3), rig.value("the process ends", after));
  }

  private static void isNotRunning(Rig rig) {
    Child child = new Child();
    ProcessTransport process = child.begin(rig, ChildProgram.NOTHING);
    child.end(rig);
    rig.run(
        () -> {
          Expect.equal("isRunning()", false, process.isRunning());
          process.write(new byte[] {1});
          process.closeInput();
          process.terminate();
          process.kill();
        });
    rig.settle();

    Expect.equal("what is called", List.of("started", "exited", "ended"), child.events());
  }

  private static void kill(Rig rig) {
    Child child = new Child();
    ProcessTransport process = child.begin(rig, ChildProgram.WAIT);
    rig.await("the process is started", () -> child.events().contains("started"));
    rig.run(
        () -> {
          process.kill();
          process.kill();
          Expect.equal("what is called within kill()", List.of("started"), child.events());
        });

    Expect.equal("the status", ExitStatus.KILLED, child.end(rig));
  }

  private static void killParent(Rig rig) {
    Child child = new Child();
    ProcessTransport process = child.begin(rig, ChildProgram.PARENT);
    rig.await("it has started the other", () -> child.outText().equals("ready"));
    rig.run(process::kill);

    Expect.equal("the status", ExitStatus.KILLED, child.end(rig));
  }

  private static void killKeepsOutput(Rig rig) {
    Child child =
        new Child(
            receiving -> {
              if (receiving.transport().isRunning()) {
                receiving.transport().kill();
              }
            });
    child.begin(rig, ChildProgram.STUBBORN);

    Expect.equal("the status", ExitStatus.KILLED, child.end(rig));
    Expect.equal("the output", "ready", child.outText());
  }

  private static void terminate(Rig rig) {
    Child child = new Child();
    ProcessTransport process = child.begin(rig, ChildProgram.WAIT);
    rig.run(process::terminate);

    Expect.equal("the status", ExitStatus.TERMINATED, child.end(rig));
  }

  private static void terminateRefused(Rig rig) {
    Child child = new Child();
    ProcessTransport process = child.begin(rig, ChildProgram.STUBBORN);
    rig.await("it is ready", () -> child.outText().equals("ready"));
    rig.run(process::terminate);
    rig.await("it says no", () -> child.outText().equals("readyno"));

    Expect.equal("isRunning()", true, rig.get(process::isRunning));
  }

  private static void stop(Rig rig) {
    Child child = new Child();
    rig.run(
        () ->
            rig.reactor(ReactorCore.class)
                .callWhenRunning(() -> child.begin(rig, ChildProgram.WAIT)));
    rig.later(Rig.ticks(2), () -> rig.reactor(ReactorCore.class).stop());
    rig.later(Duration.ofSeconds(10), () -> rig.reactor(ReactorCore.class).crash());
    rig.run(() -> rig.reactor(ReactorCore.class).run());

    Expect.equal("what is called", List.of("started", "exited", "ended"), child.events());
    Expect.equal("the status", ExitStatus.KILLED, child.end(rig));
  }
}
