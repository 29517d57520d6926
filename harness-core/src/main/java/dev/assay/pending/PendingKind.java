// SPDX-License-Identifier: Apache-2.0
package dev.assay.pending;

/**
 * The kinds of things that a trial may leave behind, in the order in which a verdict reports them.
 *
 * <p>All that is said about a kind stands here: the words of its reports, the code of the failure,
 * the likely cause and the fix, and whether the trace records it. A new kind needs a constant here;
 * if its code is new, that needs its name in {@code FailureCode} and a paragraph in {@code
 * docs/failures.md}, and tests say so.
 *
 * @since 0.1
 */
public enum PendingKind {
  /** Work that a thread outside the trial has brought into it, at a time that nobody controls. */
  FOREIGN_CALL(
      "ForeignCall",
      "A-FOREIGN-CALL",
      "another thread has passed work to the trial",
      "",
      "came from",
      true,
      "a real thread runs concurrently with the trial, so each run may differ",
      "use deferToThread, or an executor of the clock, instead of threads"),
  /** A call that is armed and has not run. */
  DELAYED_CALL(
      "DelayedCall",
      "A-PENDING-CALL",
      "call is still armed",
      "calls are still armed",
      "armed at",
      false,
      "the code that armed it was not stopped",
      "cancel it as soon as it is not needed, or stop the code that arms it with"
          + " trial.addCleanup(...)"),
  /** A Deferred that failed and whose failure no errback has handled. */
  UNHANDLED_FAILURE(
      "Deferred",
      "A-UNHANDLED-FAILURE",
      "a Deferred has failed, and its failure was not handled",
      "",
      "created at",
      true,
      "no errback was added to it, or the last one failed itself",
      "add an errback, return the Deferred from the test, or collect it with flushLoggedErrors"),
  /** An error that was logged because it could not be reported to any caller. */
  LOGGED_ERROR(
      "LoggedError",
      "A-LOGGED-ERROR",
      "an error was logged",
      "",
      "logged at",
      false,
      "code that has no caller to report to has failed",
      "correct the code; if the test provokes the error, collect it with"
          + " trial.flushLoggedErrors(...)"),
  /** A port that still listens for connections. */
  LISTENING_PORT(
      "ListeningPort",
      "A-OPEN-PORT",
      "port is still open",
      "ports are still open",
      "opened at",
      false,
      "listening was not stopped",
      "call stopListening() in the test or with trial.addCleanup(...)"),
  /** A connection that is still open. */
  CONNECTION(
      "Connection",
      "A-OPEN-CONNECTION",
      "connection is still open",
      "connections are still open",
      "opened at",
      false,
      "neither side has closed it, or it is still being established",
      "call loseConnection() in the test or with trial.addCleanup(...), and advance until"
          + " it is closed"),
  /** A port that still receives datagrams. */
  DATAGRAM_PORT(
      "DatagramPort",
      LISTENING_PORT,
      "port is still open for datagrams",
      "ports are still open for datagrams",
      "opened at",
      false),
  /** A child process that has not ended. */
  PROCESS(
      "Process",
      "A-RUNNING-PROCESS",
      "child process is still running",
      "child processes are still running",
      "started at",
      false,
      "the test does not wait for its end, or nothing makes it end",
      "wait for whenEnded(), close its input if it reads until the end, or call kill() with"
          + " trial.addCleanup(...) and advance until it has ended"),
  /** A thing of the user's own that is still notified when it can be read from or written to. */
  DESCRIPTOR(
      "Descriptor",
      "A-OPEN-DESCRIPTOR",
      "descriptor is still registered",
      "descriptors are still registered",
      "registered at",
      false,
      "what was added as a reader or writer was not removed",
      "call removeReader or removeWriter when it is done"),
  /** A producer that is still registered with its consumer. */
  PRODUCER(
      "Producer",
      "A-PENDING-PRODUCER",
      "producer is still registered",
      "producers are still registered",
      "registered at",
      true,
      "the producer was neither finished nor unregistered",
      "call unregisterProducer() when it is done"),
  /** A task that the thread pool has not finished. */
  THREAD_TASK(
      "ThreadTask",
      "A-PENDING-TASK",
      "task has not ended",
      "tasks have not ended",
      "created at",
      false,
      "the test does not wait for the result of the task",
      "return its Deferred from the test, or advance until it has run"),
  /** A lock, or a token of a semaphore, that is still held. */
  LOCK(
      "Lock",
      "A-HELD-LOCK",
      "lock or token is still held",
      "locks or tokens are still held",
      "acquired at",
      true,
      "a path of the code acquires it and does not release it",
      "release it on every path, or use run(...), which does"),
  /** A Deferred that has not fired. */
  DEFERRED(
      "Deferred",
      "A-PENDING-DEFERRED",
      "Deferred is still unfired",
      "Deferreds are still unfired",
      "created at",
      true,
      "the test does not wait for it, or it is never fired",
      "return it from the test, or fire or cancel it before the end"),
  /** A future of a reactor's time that is not done. */
  FUTURE(
      "Future",
      DEFERRED,
      "future is still not done",
      "futures are still not done",
      "created at",
      true),
  /**
   * An event that a test has scheduled and that has not happened: a fault, or a part of a script.
   */
  SCRIPTED(
      "Scripted",
      "A-NEVER-HAPPENED",
      "event that the test has arranged never happened",
      "events that the test has arranged never happened",
      "arranged at",
      false,
      "the test ends before it, or the code under test takes another path",
      "advance until it happens, or remove it: what it should show is not tested");

  private final String typeName;
  private final String code;
  private final String one;
  private final String many;
  private final String bornAt;
  private final boolean traced;
  private final String cause;
  private final String fix;

  /**
   * Makes a kind.
   *
   * @param one the verdict on one: {@code call is still armed}
   * @param many the verdict on several: {@code calls are still armed}; or nothing if the first is a
   *     sentence without a number
   * @param bornAt how one comes about, before the place: {@code armed at}
   */
  PendingKind(
      String typeName,
      String code,
      String one,
      String many,
      String bornAt,
      boolean traced,
      String cause,
      String fix) {
    this.typeName = typeName;
    this.code = code;
    this.one = one;
    this.many = many;
    this.bornAt = bornAt;
    this.traced = traced;
    this.cause = cause;
    this.fix = fix;
  }

  /** Makes a kind that shares the code of another, with the cause and the fix. */
  PendingKind(
      String typeName, PendingKind like, String one, String many, String bornAt, boolean traced) {
    this(typeName, like.code, one, many, bornAt, traced, like.cause, like.fix);
  }

  /** Returns the word for such an object in reports: {@code Deferred} in {@code Deferred#3}. */
  public String typeName() {
    return typeName;
  }

  /** Returns the code of the failure when such a thing is left: {@code A-PENDING-CALL}. */
  public String code() {
    return code;
  }

  /** Returns the verdict when so many are left: {@code 2 calls are still armed}. */
  public String left(int count) {
    return many.isEmpty() ? one : count + " " + (count == 1 ? one : many);
  }

  /** Returns how such a thing comes about: {@code armed}, as in {@code armed during the test}. */
  public String born() {
    return bornAt.substring(0, bornAt.indexOf(' '));
  }

  /** Returns how such a thing comes about where the place follows: {@code armed at}. */
  public String bornAt() {
    return bornAt;
  }

  /**
   * Returns whether the trace records that such a thing was opened and settled because the ledger
   * says so. The others are recorded by what makes them.
   */
  public boolean isTraced() {
    return traced;
  }

  /** Returns why such a thing is usually left, unless it knows better by its {@link Remedy}. */
  public String cause() {
    return cause;
  }

  /** Returns what to do so that such a thing is not left. */
  public String fix() {
    return fix;
  }
}
