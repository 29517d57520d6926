// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

import dev.assay.pending.PendingKind;

/**
 * The ways in which a trial fails, other than by an exception of its own code. {@code
 * docs/failures.md} explains each.
 *
 * <p>The codes of the harness come first. The codes that follow are for things that a trial leaves
 * behind: the {@linkplain PendingKind kind} defines the cause and the fix, and a constant here only
 * gives it a name that annotations and switches can use.
 *
 * @since 0.1
 */
public enum FailureCode {
  /** The awaited object can never fire. */
  NEVER_FIRES(
      "nothing is left that could fire it: a path of the code ends without a result",
      "fire it, fail it or cancel it on every path; check whether a part that should answer is"
          + " missing"),
  /** The awaited object has not fired when the limit of virtual time is reached. */
  TIME_LIMIT(
      "it would be fired too late, or never, while something else repeats forever",
      "see what is still armed; if the code just needs longer, allow more with"
          + " @TimeLimit(virtual = ...)"),
  /** Events happen without end, and time does not move. */
  LIVELOCK(
      "calls arm one another with no delay",
      "give the call a delay, or a condition under which it ends"),
  /** Nothing has happened for too long in real time. */
  STUCK(
      "the code computes without end, or waits for something outside the trial",
      "see the stack; if the code just needs longer, allow more with @TimeLimit(real = ...)"),
  /** The trial's thread sleeps, or waits for a monitor, in real time. */
  BLOCKING(
      "nothing else can happen in a trial while its thread waits",
      "use callLater or deferLater instead of sleeping; give blocking work to deferToThread"),
  /** The reactor's own thread waits for a result that only the reactor can provide. */
  REAL_WAIT(
      "the thread that waits is the one that would have to provide the result",
      "return the Deferred or the stage, add a callback to it, or await it in a Sequential"),
  /** The trial has passed only because real time passed. */
  REAL_TIME(
      "the test sleeps, or waits for a timer or a thread that does not use the trial's clock",
      "use the trial's clock, and advance it; if real time is what the test is about, mark it with"
          + " @AllowRealTime"),
  /** A thread that the trial has started is still running. */
  THREAD_LEFT(
      "a thread was started and not ended, or an executor was not shut down",
      "use an executor of the clock, end it in the test, or allow it with @AllowPending(names ="
          + " ...)"),
  /** The trial has left its thread interrupted. */
  INTERRUPTED(
      "the interrupted flag was set, and no code has responded to it",
      "clear the flag, or stop the code that sets it"),
  /** The trial has called for the exit of the whole process. */
  EXIT(
      "the code calls System.exit",
      "pass to the code under test the action that it runs at its end"),
  /** An object of a trial is used after that trial has ended. */
  AFTER_END(
      "a thread, or a static field, has outlived the trial that created it",
      "let each trial create the objects that it uses, and wait for the threads that it starts"),
  /** A trial that is expected to fail has passed. */
  UNEXPECTED_SUCCESS("the work that @Todo names seems to be done", "remove @Todo"),
  /** An assumption has failed after the point where it could skip the trial. */
  LATE_ASSUMPTION(
      "code that runs after the test checks whether the test applies",
      "make assumptions in the setup or in the test; use if in the code that runs after it"),
  /** A declaration that cannot be run as a trial was marked as one. */
  NOT_A_TRIAL("it is declared in a way that cannot be run", "change the declaration"),
  /** A thread outside the trial has brought work into it. */
  FOREIGN_CALL(PendingKind.FOREIGN_CALL),
  /** A call is still armed. */
  PENDING_CALL(PendingKind.DELAYED_CALL),
  /** A Deferred has failed, and its failure was not handled. */
  UNHANDLED_FAILURE(PendingKind.UNHANDLED_FAILURE),
  /** An error was logged. */
  LOGGED_ERROR(PendingKind.LOGGED_ERROR),
  /** A port is still open, for connections or for datagrams. */
  OPEN_PORT(PendingKind.LISTENING_PORT),
  /** A connection is still open. */
  OPEN_CONNECTION(PendingKind.CONNECTION),
  /** A child process is still running. */
  RUNNING_PROCESS(PendingKind.PROCESS),
  /** A descriptor is still registered with the reactor. */
  OPEN_DESCRIPTOR(PendingKind.DESCRIPTOR),
  /** A producer is still registered with its consumer. */
  PENDING_PRODUCER(PendingKind.PRODUCER),
  /** A task of the thread pool has not ended. */
  PENDING_TASK(PendingKind.THREAD_TASK),
  /** A lock or a token is still held. */
  HELD_LOCK(PendingKind.LOCK),
  /** A Deferred has not fired, and something waits for it. */
  PENDING_DEFERRED(PendingKind.DEFERRED),
  /** A fault, or a part of a script, that the test has set up has not happened. */
  NEVER_HAPPENED(PendingKind.SCRIPTED);

  private static final String PREFIX = "A-";

  private final String cause;
  private final String fix;

  FailureCode(String cause, String fix) {
    this.cause = cause;
    this.fix = fix;
  }

  FailureCode(PendingKind left) {
    this(left.cause(), left.fix());
  }

  /** Returns the code of the failure for a kind of things left behind. */
  public static FailureCode of(PendingKind left) {
    return valueOf(left.code().substring(PREFIX.length()).replace('-', '_'));
  }

  /** Returns the likely cause of such a failure. */
  public String cause() {
    return cause;
  }

  /** Returns what to do about such a failure. */
  public String fix() {
    return fix;
  }

  /** Returns the code as it appears in failure texts, such as {@code A-PENDING-CALL}. */
  @Override
  public String toString() {
    return PREFIX + name().replace('_', '-');
  }
}
