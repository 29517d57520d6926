// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.subject;

import dev.assay.process.Command;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A reactor to check, and the way to drive it.
 *
 * <p>Each check gets a fresh subject, uses it on one thread, and closes it. The reactor may have a
 * thread of its own, or run only while it is driven: a check uses the reactor within {@link #run}
 * and {@link #await} only. What happened on the reactor's thread before one of the methods returns
 * is visible to the caller afterwards.
 *
 * @since 0.1
 */
public interface ContractSubject extends AutoCloseable {
  /**
   * Returns the reactor. It is checked for each interface that it implements, such as {@link
   * dev.assay.time.ReactorTime} or {@link dev.assay.reactor.ReactorTcp}.
   */
  Object reactor();

  /**
   * Runs code on the reactor's thread, at once if the caller is on that thread. Returns when the
   * code has returned, and throws what it threw.
   */
  void run(Runnable code);

  /**
   * Drives the reactor until a condition holds. The condition is called on the reactor's thread, at
   * the latest after each event.
   *
   * @return whether it holds; false after an ample time, which the subject chooses
   */
  boolean await(BooleanSupplier condition);

  /** Drives the reactor until its clock has moved by the given time. */
  void runFor(Duration time);

  /**
   * Drives the reactor until everything under way has happened. If that cannot be known, a short
   * wait is enough: a check may then miss an event that should not happen, but never fails wrongly.
   */
  void settle();

  /** Returns the errors that were logged since the last call, and forgets them. */
  List<Throwable> takeLoggedErrors();

  /** Returns the address at which the reactor reaches its own ports. */
  default String host() {
    return "127.0.0.1";
  }

  /** Returns a name that has no address. */
  default String unknownName() {
    return "nobody.invalid";
  }

  /** Returns an address that never answers a connection attempt, or null if there is none. */
  default @Nullable InetSocketAddress blackHole() {
    return null;
  }

  /**
   * Returns whether the reactor has UNIX sockets here. A reactor may implement {@link
   * dev.assay.reactor.ReactorUnix} and have none, because its system or its libraries have none.
   */
  default boolean hasUnixSockets() {
    return true;
  }

  /**
   * Returns a path for {@link dev.assay.reactor.ReactorUnix} at which nothing listens. Equal names
   * give equal paths, and different names different paths.
   */
  default String unixPath(String name) {
    throw new UnsupportedOperationException("this subject has no paths; override unixPath");
  }

  /**
   * Returns the command for {@link dev.assay.reactor.ReactorProcesses} that runs a program: unless
   * this is overridden, that of a POSIX system, also on a fake reactor that is scripted for it.
   */
  default Command command(ChildProgram program) {
    return program.command();
  }

  /**
   * Returns whether the clock stands still unless it is driven, and shows in each call exactly the
   * time at which that call was due. It is then checked to the nanosecond.
   */
  default boolean hasExactTime() {
    return false;
  }

  /**
   * Returns whether a connected datagram port is notified that nothing receives at the other end.
   */
  default boolean tellsRefusedDatagrams() {
    return true;
  }

  /**
   * Closes the reactor.
   *
   * @throws AssertionError if a connection, a port or a call is left
   */
  @Override
  void close();
}
