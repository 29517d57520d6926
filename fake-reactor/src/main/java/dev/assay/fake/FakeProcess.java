// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import static java.util.Objects.requireNonNull;

import dev.assay.fake.network.Host;
import dev.assay.fake.network.HostEvents;
import dev.assay.fake.network.Network;
import dev.assay.fake.timeline.Event;
import dev.assay.fake.timeline.VirtualCall;
import dev.assay.process.Command;
import dev.assay.process.ExitStatus;
import dev.assay.process.ProcessProtocol;
import dev.assay.reactor.rules.BaseProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A child process that does what its script says. */
final class FakeProcess extends BaseProcess {
  private final Network network;
  private final int number;
  private final Consumer<FakeChild> script;
  private final Consumer<FakeProcess> whenEnded;

  /** The route of what happens inside the process, in order. */
  private final Object inside = new Object();

  private final FakeOutput out;
  private final FakeOutput err;
  private final List<VirtualCall> timers = new ArrayList<>();
  private final List<byte[]> unread = new ArrayList<>();
  private boolean inputEnded;
  private boolean gone;
  private @Nullable Consumer<byte[]> onInput;
  private @Nullable Runnable onInputEnd;
  private @Nullable Runnable onTerminate;

  /**
   * Creates a process.
   *
   * @param whenEnded is called at the end
   */
  FakeProcess(
      Network network,
      Host host,
      int number,
      Command command,
      ProcessProtocol protocol,
      Consumer<FakeChild> script,
      Consumer<FakeProcess> whenEnded) {
    super(new HostEvents(network, host), command, protocol);
    this.network = network;
    this.number = number;
    this.script = script;
    this.whenEnded = whenEnded;
    this.out = new FakeOutput(network, "output of " + this, this::out, this::outputEnded);
    this.err = new FakeOutput(network, "errors of " + this, this::err, this::outputEnded);
  }

  void open() {
    begin();
  }

  Command asked() {
    return command();
  }

  /** Returns the number of the process on its host, from 1. */
  @Override
  public long pid() {
    return number;
  }

  @Override
  protected void watch() {
    soon("script of", () -> script.accept(new FakeChild(this)));
  }

  @Override
  protected void send(byte[] data) {
    soon(
        "input of",
        () -> {
          unread.add(data);
          readInput();
        });
  }

  @Override
  protected void endInput() {
    soon(
        "end of the input of",
        () -> {
          inputEnded = true;
          readInput();
        });
  }

  @Override
  protected void signalEnd() {
    soon("termination of", this::terminated);
  }

  @Override
  protected void signalKill() {
    soon("killing of", () -> leave(ExitStatus.KILLED));
  }

  @Override
  protected void ended() {
    stop();
    whenEnded.accept(this);
  }

  void close(ExitStatus how) {
    shutDown(how);
  }

  void crash() {
    vanish();
  }

  void writeOut(byte[] data) {
    checkAlive("write to its output");
    out.write(data);
  }

  void writeErr(byte[] data) {
    checkAlive("write to its error output");
    err.write(data);
  }

  void exit(int code) {
    checkAlive("exit");
    leave(new ExitStatus(code));
  }

  void after(Duration delay, Runnable more) {
    checkAlive("arm a timer");
    timers.add(network.timer(delay, new Event("timer of", this, () -> run(more))));
  }

  void onInput(Consumer<byte[]> receiver) {
    onInput = requireNonNull(receiver, "receiver");
    soon("input of", this::readInput);
  }

  void onInputEnd(Runnable code) {
    onInputEnd = requireNonNull(code, "code");
    soon("input of", this::readInput);
  }

  void onTerminate(Runnable code) {
    onTerminate = requireNonNull(code, "code");
  }

  private void readInput() {
    Consumer<byte[]> receiver = onInput;
    while (!gone && receiver != null && !unread.isEmpty()) {
      receiver.accept(unread.remove(0));
    }
    Runnable end = onInputEnd;
    if (!gone && end != null && inputEnded && (receiver == null || unread.isEmpty())) {
      onInputEnd = null;
      end.run();
    }
  }

  private void terminated() {
    if (onTerminate == null) {
      leave(ExitStatus.TERMINATED);
    } else {
      onTerminate.run();
    }
  }

  /** Schedules the end of the outputs and the exit. */
  private void leave(ExitStatus how) {
    stop();
    out.end();
    err.end();
    network.soon(new Event("exit of", this, () -> exited(how)));
  }

  /** Runs nothing of the script any more. */
  private void stop() {
    gone = true;
    timers.stream().filter(VirtualCall::isActive).forEach(VirtualCall::cancel);
  }

  /** Schedules what happens inside the process, in order. */
  private void soon(String what, Runnable action) {
    network.soon(new Event(what, this, () -> run(action), inside));
  }

  private void run(Runnable action) {
    if (!gone) {
      action.run();
    }
  }

  private void checkAlive(String what) {
    if (gone) {
      throw new IllegalStateException(
          this + " cannot " + what + ": it has exited, which ends its script");
    }
  }
}
