// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.contract.rig.Expect;
import dev.assay.contract.rig.Rig;
import dev.assay.contract.rig.Rule;
import dev.assay.contract.subject.ChildProgram;
import dev.assay.process.ExitStatus;
import dev.assay.process.ProcessProtocol;
import dev.assay.process.ProcessTransport;
import dev.assay.reactor.ReactorProcesses;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A child process of a check, and the protocol that notes what happens to it. */
final class Child extends ProcessProtocol {
  private final List<String> events = Collections.synchronizedList(new ArrayList<>());
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Consumer<Child> whenOut;
  private @Nullable ExitStatus status;
  private String outAtEnd = "";

  Child() {
    this(child -> {});
  }

  /** Creates a protocol that runs more code whenever it has received output. */
  Child(Consumer<Child> whenOut) {
    this.whenOut = whenOut;
  }

  static Rule rule(String name, String meaning, Rule.Body body, Class<?>... more) {
    Class<?>[] faces = new Class<?>[more.length + 1];
    faces[0] = ReactorProcesses.class;
    System.arraycopy(more, 0, faces, 1, more.length);
    return Rule.of("process." + name, meaning, body, faces);
  }

  static ReactorProcesses processes(Rig rig) {
    return rig.reactor(ReactorProcesses.class);
  }

  /** Starts a program with a new protocol, which is killed at the end of the check. */
  static Child start(Rig rig, ChildProgram program) {
    Child child = new Child();
    child.begin(rig, program);
    return child;
  }

  /** Starts a program with this protocol, which is killed at the end of the check. */
  ProcessTransport begin(Rig rig, ChildProgram program) {
    ProcessTransport process =
        rig.get(() -> processes(rig).startProcess(rig.subject().command(program), this));
    rig.cleanup(
        () -> {
          rig.run(process::kill);
          rig.await("a killed process ends", () -> !process.isRunning() && hasEnded());
        });
    return process;
  }

  /** Waits for the end, and returns the status. */
  ExitStatus end(Rig rig) {
    rig.await("the process ends", this::hasEnded);
    return Expect.isA(ExitStatus.class, "the status", status);
  }

  boolean hasEnded() {
    return events.contains("ended");
  }

  /** Returns what has been called, without the outputs. */
  List<String> events() {
    return List.copyOf(events);
  }

  byte[] out() {
    return out.toByteArray();
  }

  String outText() {
    return out.toString(UTF_8);
  }

  /** Returns the output that had arrived when this was notified of the end. */
  String outAtEnd() {
    return outAtEnd;
  }

  String errText() {
    return err.toString(UTF_8);
  }

  @Override
  protected void processStarted() {
    events.add("started");
  }

  @Override
  public void outReceived(byte[] data) {
    out.writeBytes(data);
    whenOut.accept(this);
  }

  @Override
  public void errReceived(byte[] data) {
    err.writeBytes(data);
  }

  @Override
  public void processExited(ExitStatus how) {
    events.add("exited");
  }

  @Override
  protected void processEnded(ExitStatus how) {
    status = how;
    outAtEnd = outText();
    events.add("ended");
  }
}
