// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A reactor to be checked, and the way to drive it.
 *
 * <p>Each check gets a fresh subject, works with it on one thread, and closes it. The reactor may
 * have a thread of its own, or run only while it is driven: a check touches it within {@link #run}
 * and {@link #await} alone. Whatever happened on the reactor's thread before one of the methods
 * returns is visible to the caller afterwards.
 *
 * @since 0.1
 */
public interface ContractSubject extends AutoCloseable {
  /**
   * Returns the reactor. It is checked in each face that it implements, such as {@link
   * dev.assay.time.ReactorTime} or {@link dev.assay.reactor.ReactorTcp}.
   */
  Object reactor();

  /**
   * Runs code on the reactor's thread, at once if this is that thread; returns when the code has,
   * and throws what it threw.
   */
  void run(Runnable code);

  /**
   * Drives the reactor until a condition holds, which is asked on the reactor's thread, at the
   * latest whenever something has happened.
   *
   * @return whether it holds; it need not if a time passes that is ample, and the subject's choice
   */
  boolean await(BooleanSupplier condition);

  /** Drives the reactor until its clock has moved by a time. */
  void runFor(Duration time);

  /**
   * Drives the reactor until all that is under way has happened. Where that cannot be known, a
   * short while will do: what a check expects then not to happen may be missed, never the other way
   * round.
   */
  void settle();

  /** Returns what was logged since this was asked last, and forgets it. */
  List<Throwable> takeLoggedErrors();

  /** Returns the address at which the reactor reaches its own ports. */
  default String host() {
    return "127.0.0.1";
  }

  /** Returns a name that has no address. */
  default String unknownName() {
    return "nobody.invalid";
  }

  /** Returns an address that never answers who connects to it, or null if there is none. */
  default @Nullable InetSocketAddress blackHole() {
    return null;
  }

  /**
   * Returns a path for {@link dev.assay.reactor.ReactorUnix}, at which nobody listens: always the
   * same for a name, and another for another name.
   */
  default String unixPath(String name) {
    throw new UnsupportedOperationException("this subject has no paths; override unixPath");
  }

  /**
   * Returns whether the clock stands still unless it is driven, and reads in each call exactly the
   * time at which that call was due. It is then checked to the nanosecond.
   */
  default boolean hasExactTime() {
    return false;
  }

  /** Returns whether a connected datagram port is told that nobody receives at the other end. */
  default boolean tellsRefusedDatagrams() {
    return true;
  }

  /**
   * Ends the reactor.
   *
   * @throws AssertionError if something is left: a connection, a port, a call
   */
  @Override
  void close();
}
