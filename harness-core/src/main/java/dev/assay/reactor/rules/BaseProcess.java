// SPDX-License-Identifier: Apache-2.0
package dev.assay.reactor.rules;

import dev.assay.ledger.Display;
import dev.assay.ledger.Errors;
import dev.assay.ledger.Ledger;
import dev.assay.process.Command;
import dev.assay.process.ExitStatus;
import dev.assay.process.ProcessProtocol;
import dev.assay.process.ProcessTransport;
import org.jspecify.annotations.Nullable;

/**
 * A child process that was started: its state, and what its protocol is notified of.
 *
 * @since 0.1
 */
public abstract class BaseProcess implements ProcessTransport {
  private final Surroundings around;
  private final Command command;
  private final ProcessProtocol protocol;
  private final @Nullable ProcessEntry entry;
  private boolean begun;
  private boolean inputClosed;
  private boolean killed;
  private @Nullable ExitStatus status;

  /** The number of outputs that have not ended. */
  private int outputs = 2;

  private boolean over;

  /** Creates a process that has been started and of which its protocol does not know yet. */
  protected BaseProcess(Surroundings around, Command command, ProcessProtocol protocol) {
    this.around = around;
    this.command = command;
    this.protocol = protocol;
    Ledger ledger = around.ledger();
    this.entry = ledger == null ? null : new ProcessEntry(ledger);
  }

  /** Begins to report the outputs and the exit, on the reactor's thread. */
  protected abstract void watch();

  /** Sends bytes to the input. */
  protected abstract void send(byte[] data);

  /** Closes the input when everything has been sent. */
  protected abstract void endInput();

  /** Asks the process to end. */
  protected abstract void signalEnd();

  /** Ends the process and those that it has started. */
  protected abstract void signalKill();

  /** Called once when nothing more is reported to the protocol. */
  protected abstract void ended();

  /** Notifies the protocol of the start, in an event of its own. */
  protected final void begin() {
    if (entry != null) {
      entry.open(this);
    }
    around.trace("processStarted", this, Display.of(command.toString()));
    around.soon("start of", this, this::start);
  }

  /** Returns what the process runs. */
  protected final Command command() {
    return command;
  }

  @Override
  public final void write(byte[] data) {
    around.checkRequest("write to a process");
    if (!inputClosed && isRunning() && data.length > 0) {
      send(data.clone());
    }
  }

  @Override
  public final void closeInput() {
    around.checkThread("close the input of a process");
    if (!inputClosed && isRunning()) {
      inputClosed = true;
      endInput();
    }
  }

  @Override
  public final void terminate() {
    around.checkThread("terminate a process");
    if (isRunning()) {
      around.trace("processTerminated", this, "");
      signalEnd();
    }
  }

  /**
   * Ends the process or, if it has exited and others still hold its outputs, ends the wait for
   * them.
   */
  @Override
  public final void kill() {
    around.checkThread("kill a process");
    if (isRunning()) {
      killed = true;
      around.trace("processKilled", this, "");
      signalKill();
    } else if (!over) {
      around.soon("end of", this, this::endOutputs);
    }
  }

  @Override
  public final boolean isRunning() {
    return status == null && !over;
  }

  /** Passes on bytes from the output. */
  protected final void out(byte[] data) {
    received("processOut", data, protocol::outReceived);
  }

  /** Passes on bytes from the error output. */
  protected final void err(byte[] data) {
    received("processErr", data, protocol::errReceived);
  }

  /** Records that one of the two outputs has ended. */
  protected final void outputEnded() {
    outputs--;
    endIfDone();
  }

  /** Records that the process has exited. */
  protected final void exited(ExitStatus how) {
    if (isRunning()) {
      makeConnection();
      status = how;
      around.trace("processExited", this, how);
      guard(() -> protocol.processExited(how));
      endIfDone();
    }
  }

  /** Ends a process that was killed because its reactor is stopped, and notifies its protocol. */
  protected final void shutDown(ExitStatus how) {
    exited(how);
    endOutputs();
  }

  /** Ends without notifying anyone. */
  protected final void vanish() {
    over = true;
    if (entry != null) {
      entry.settle();
    }
    ended();
  }

  /** Returns the state as text, such as {@code sleep 5, running}. */
  final String describe() {
    String what = Display.of(command.toString());
    if (status != null) {
      return what + ", exited with " + status + ", and its output has not ended";
    }
    return what + (killed ? ", killed, and has not exited" : ", running");
  }

  /** Returns whether it was killed, or has exited, so that only time must pass. */
  final boolean isEnding() {
    return killed || status != null;
  }

  private void start() {
    if (!over) {
      makeConnection();
      watch();
    }
  }

  private void makeConnection() {
    if (!begun) {
      begun = true;
      guard(() -> protocol.makeConnection(this));
    }
  }

  private void received(String kind, byte[] data, Receiver receiver) {
    if (!over) {
      around.trace(kind, this, data.length + (data.length == 1 ? " byte" : " bytes"));
      guard(() -> receiver.receive(data));
    }
  }

  private void endOutputs() {
    outputs = 0;
    endIfDone();
  }

  private void endIfDone() {
    ExitStatus how = status;
    if (!over && outputs <= 0 && how != null) {
      around.trace("processEnded", this, "");
      vanish();
      Guard.run("protocol", this, () -> protocol.endConnection(how));
    }
  }

  /** Runs code of the protocol; the process is killed if it throws. */
  private void guard(Runnable code) {
    try {
      code.run();
    } catch (Throwable error) {
      Errors.log("protocol of " + this, error);
      if (isRunning()) {
        kill();
      }
    }
  }

  /** Returns {@code Process#1} or, outside a trial, a description in place of a name. */
  @Override
  public final String toString() {
    return entry == null ? "the process " + Display.of(command.toString()) : entry.name();
  }

  /** A receiver of output. */
  private interface Receiver {
    void receive(byte[] data);
  }
}
