// SPDX-License-Identifier: Apache-2.0
package dev.assay.process;

import dev.assay.deferred.Deferred;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The handler of one child process: its methods are called as things happen, and it acts through
 * its {@link ProcessTransport}.
 *
 * <p>All methods are called on the reactor's thread, one at a time: first {@link #processStarted},
 * then any number of {@link #outReceived} and {@link #errReceived}, and at last {@link
 * #processEnded}. The pieces in which bytes arrive are unrelated to those in which they were
 * written, and output and errors arrive independently of each other. What a method throws is
 * logged, and the process is killed.
 *
 * @since 0.1
 */
public abstract class ProcessProtocol {
  private @Nullable ProcessTransport transport;
  private @Nullable ExitStatus status;

  /** The Deferreds to fire at the end; null while there are none. */
  private @Nullable List<Deferred<ExitStatus>> waiting;

  /** Creates a protocol without a process. */
  protected ProcessProtocol() {}

  /** Connects this to a process. Called by the code that created the transport. */
  public final void makeConnection(ProcessTransport transport) {
    this.transport = transport;
    status = null;
    processStarted();
  }

  /** Ends the connection. Called by the code that created the transport. */
  public final void endConnection(ExitStatus status) {
    this.status = status;
    try {
      processEnded(status);
    } finally {
      List<Deferred<ExitStatus>> told = waiting == null ? List.of() : waiting;
      waiting = null;
      told.forEach(each -> each.callback(status));
    }
  }

  /** Called when the process has been started. */
  protected void processStarted() {}

  /**
   * Called with bytes that the process has written to its output. Does nothing here.
   *
   * @param data at least one byte; the array belongs to this protocol from now on
   */
  public void outReceived(byte[] data) {}

  /**
   * Called with bytes that the process has written to its error output. Does nothing here.
   *
   * @param data at least one byte; the array belongs to this protocol from now on
   */
  public void errReceived(byte[] data) {}

  /**
   * Called when the process has exited. Some of its output may follow, also from processes that it
   * has left behind.
   */
  public void processExited(ExitStatus status) {}

  /**
   * Called when the process has exited and all output has been received. No method is called after
   * this one.
   */
  protected void processEnded(ExitStatus status) {}

  /**
   * Returns a Deferred with the status of the process: at once if it has ended, and otherwise after
   * {@link #processEnded} was called.
   */
  public final Deferred<ExitStatus> whenEnded() {
    if (status != null) {
      return Deferred.succeed(status);
    }
    if (waiting == null) {
      waiting = new ArrayList<>();
    }
    Deferred<ExitStatus> end = new Deferred<>();
    waiting.add(end);
    return end;
  }

  /**
   * Returns this side's end of the process.
   *
   * @throws IllegalStateException before the process is started
   */
  public final ProcessTransport transport() {
    if (transport == null) {
      throw new IllegalStateException(
          getClass().getSimpleName() + " has no process yet; it has one from processStarted() on");
    }
    return transport;
  }
}
