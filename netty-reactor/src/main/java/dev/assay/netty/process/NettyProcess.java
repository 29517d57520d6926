// SPDX-License-Identifier: Apache-2.0
package dev.assay.netty.process;

import dev.assay.netty.loop.Loop;
import dev.assay.process.Command;
import dev.assay.process.ExitStatus;
import dev.assay.process.ProcessProtocol;
import dev.assay.reactor.rules.BaseProcess;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A child process of the system. */
final class NettyProcess extends BaseProcess {
  /** How long a process may take to exit after it was killed, in seconds. */
  private static final int PATIENCE = 5;

  private final Loop loop;
  private final Executor threads;
  private final Process child;
  private final ChildInput input;
  private final ChildOutput out;
  private final ChildOutput err;
  private final Consumer<NettyProcess> whenEnded;

  /**
   * Creates a process of a child that runs.
   *
   * @param threads runs what blocks
   * @param whenEnded is called at the end
   */
  NettyProcess(
      Loop loop,
      Executor threads,
      Process child,
      Command command,
      ProcessProtocol protocol,
      Consumer<NettyProcess> whenEnded) {
    super(loop, command, protocol);
    this.loop = loop;
    this.threads = threads;
    this.child = child;
    this.input = new ChildInput(child.getOutputStream(), threads);
    this.out = new ChildOutput(child.getInputStream(), loop, this::out, this::outputEnded);
    this.err = new ChildOutput(child.getErrorStream(), loop, this::err, this::outputEnded);
    this.whenEnded = whenEnded;
  }

  void open() {
    begin();
  }

  @Override
  public long pid() {
    return child.pid();
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // handing over does not fail
  protected void watch() {
    threads.execute(out);
    threads.execute(err);
    child.onExit().thenRun(() -> loop.handOver(() -> exited(status())));
  }

  @Override
  protected void send(byte[] data) {
    input.write(data);
  }

  @Override
  protected void endInput() {
    input.close();
  }

  /** The handle only sends the signal; {@code Process.destroy} also closes the pipes. */
  @Override
  protected void signalEnd() {
    child.toHandle().destroy();
  }

  @Override
  protected void signalKill() {
    List<ProcessHandle> started = child.descendants().toList();
    child.toHandle().destroyForcibly();
    started.forEach(ProcessHandle::destroyForcibly);
  }

  /** Waits for the exit of a process that was killed, and notifies its protocol. */
  void close() {
    shutDown(awaitExit() ? status() : ExitStatus.KILLED);
  }

  /** Stops reading, also if the process has not ended. */
  @Override
  protected void ended() {
    out.stop();
    err.stop();
    whenEnded.accept(this);
  }

  private ExitStatus status() {
    return new ExitStatus(child.exitValue());
  }

  private boolean awaitExit() {
    try {
      return child.waitFor(PATIENCE, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
