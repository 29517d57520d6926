// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract;

import static java.util.Objects.requireNonNull;

import dev.assay.fake.FakeReactor;
import dev.assay.process.Command;
import dev.assay.process.ExitStatus;
import dev.assay.process.ProcessProtocol;
import dev.assay.process.ProcessTransport;
import dev.assay.process.StartFailedException;
import dev.assay.reactor.ReactorProcesses;
import org.jspecify.annotations.Nullable;

/** Child processes of a fake reactor, passed on, so that a subclass can break one rule. */
abstract class ProcessRelay implements ReactorProcesses {
  private final FakeReactor fake;

  ProcessRelay(FakeReactor fake) {
    this.fake = fake;
  }

  FakeReactor fake() {
    return fake;
  }

  /** Returns what a protocol gets for its transport. */
  ProcessTransport between(ProcessTransport real) {
    return new Passing(real) {};
  }

  void started(ProcessProtocol user, ProcessTransport process) {
    user.makeConnection(process);
  }

  void out(ProcessProtocol user, byte[] data) {
    user.outReceived(data);
  }

  void err(ProcessProtocol user, byte[] data) {
    user.errReceived(data);
  }

  void exited(ProcessProtocol user, ExitStatus status) {
    user.processExited(status);
  }

  void ended(ProcessProtocol user, ExitStatus status) {
    user.endConnection(status);
  }

  @Override
  public ProcessTransport startProcess(Command command, ProcessProtocol user)
      throws StartFailedException {
    Between between = new Between(user);
    ProcessTransport given = between(fake.startProcess(command, between));
    between.given = given;
    return given;
  }

  /** A protocol that passes everything on to another, by way of its relay. */
  private final class Between extends ProcessProtocol {
    private final ProcessProtocol user;
    private @Nullable ProcessTransport given;

    Between(ProcessProtocol user) {
      this.user = user;
    }

    @Override
    protected void processStarted() {
      started(user, requireNonNull(given, "given"));
    }

    @Override
    public void outReceived(byte[] data) {
      out(user, data);
    }

    @Override
    public void errReceived(byte[] data) {
      err(user, data);
    }

    @Override
    public void processExited(ExitStatus status) {
      exited(user, status);
    }

    @Override
    protected void processEnded(ExitStatus status) {
      ended(user, status);
    }
  }

  /** A transport that passes everything on to another. */
  abstract static class Passing implements ProcessTransport {
    private final ProcessTransport real;

    Passing(ProcessTransport real) {
      this.real = real;
    }

    @Override
    public void write(byte[] data) {
      real.write(data);
    }

    @Override
    public void closeInput() {
      real.closeInput();
    }

    @Override
    public void terminate() {
      real.terminate();
    }

    @Override
    public void kill() {
      real.kill();
    }

    @Override
    public boolean isRunning() {
      return real.isRunning();
    }

    @Override
    public long pid() {
      return real.pid();
    }
  }
}
