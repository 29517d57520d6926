// SPDX-License-Identifier: Apache-2.0
package dev.assay.pending;

/**
 * The sorts of things a trial may leave behind.
 *
 * @since 0.1
 */
public enum PendingKind {
  /** A Deferred that has not fired. */
  DEFERRED("Deferred"),
  /** A Deferred that failed and whose failure no errback has handled. */
  UNHANDLED_FAILURE("Deferred"),
  /** A future of a reactor's time that is not done. */
  FUTURE("Future"),
  /** A call that is armed and has not run. */
  DELAYED_CALL("DelayedCall"),
  /** A connection that is still open. */
  CONNECTION("Connection"),
  /** A port that still listens for connections. */
  LISTENING_PORT("ListeningPort"),
  /** A port that still receives datagrams. */
  DATAGRAM_PORT("DatagramPort"),
  /** A thing of the user's own that is still told when it can be read from or written to. */
  DESCRIPTOR("Descriptor"),
  /** A lock, or a token of a semaphore, that is still held. */
  LOCK("Lock"),
  /** A task that the thread pool has not finished. */
  THREAD_TASK("ThreadTask"),
  /** A producer that is still registered with its consumer. */
  PRODUCER("Producer"),
  /**
   * Something that a test has arranged to happen, and that has not: a fault, or a part of a script.
   */
  SCRIPTED("Scripted"),
  /** An error that was logged because nobody else could be told. */
  LOGGED_ERROR("LoggedError"),
  /** Work that a thread outside the trial has brought into it, at a time that nobody controls. */
  FOREIGN_CALL("ForeignCall");

  private final String typeName;

  PendingKind(String typeName) {
    this.typeName = typeName;
  }

  /**
   * Returns the word that names such a thing in reports: {@code Deferred} in {@code Deferred#3}.
   */
  public String typeName() {
    return typeName;
  }
}
