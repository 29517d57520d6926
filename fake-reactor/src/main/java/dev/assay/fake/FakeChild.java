// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.process.Command;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * A child process as its script sees it: from inside.
 *
 * <p>What it writes, and its exit, arrive in later events. A process that is killed, or that has
 * exited, does nothing more.
 *
 * @since 0.1
 */
public final class FakeChild {
  private final FakeProcess process;

  FakeChild(FakeProcess process) {
    this.process = process;
  }

  /** Returns the command that was started. */
  public Command command() {
    return process.asked();
  }

  /** Writes to the output. */
  public FakeChild out(byte[] data) {
    process.writeOut(data);
    return this;
  }

  /** Writes text, in UTF-8, to the output. */
  public FakeChild out(String text) {
    return out(text.getBytes(UTF_8));
  }

  /** Writes to the error output. */
  public FakeChild err(byte[] data) {
    process.writeErr(data);
    return this;
  }

  /** Writes text, in UTF-8, to the error output. */
  public FakeChild err(String text) {
    return err(text.getBytes(UTF_8));
  }

  /** Exits with a code. */
  public FakeChild exit(int code) {
    process.exit(code);
    return this;
  }

  /** Runs more of the script after a time, unless the process has exited by then. */
  public FakeChild after(Duration delay, Runnable more) {
    process.after(delay, more);
    return this;
  }

  /** Sets what receives the input, from its beginning or where the previous one has ended. */
  public FakeChild onInput(Consumer<byte[]> receiver) {
    process.onInput(receiver);
    return this;
  }

  /** Sets what runs when the input has ended. Without it, the end has no effect. */
  public FakeChild onInputEnd(Runnable code) {
    process.onInputEnd(code);
    return this;
  }

  /** Sets what runs when the process is asked to end. Without it, the process ends. */
  public FakeChild onTerminate(Runnable code) {
    process.onTerminate(code);
    return this;
  }
}
