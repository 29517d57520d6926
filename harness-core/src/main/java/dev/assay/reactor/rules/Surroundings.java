// SPDX-License-Identifier: Apache-2.0
package dev.assay.reactor.rules;

import dev.assay.ledger.Ledger;
import dev.assay.time.DelayedCall;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the rules need of the reactor that keeps them.
 *
 * @since 0.1
 */
public interface Surroundings {
  /** Returns the ledger of the trial that the reactor belongs to, or null. */
  @Nullable Ledger ledger();

  /** Rejects a request from another thread. */
  void checkThread(String what);

  /** Rejects a request from another thread, or after the end of the trial. */
  void checkRequest(String what);

  /**
   * Runs an action in an event of its own, after the code that is running.
   *
   * @param what the kind of event, followed by the subject in reports
   */
  void soon(String what, Object subject, Runnable action);

  /**
   * Arms an action of the reactor's own, such as a timeout.
   *
   * @param what the kind of event, followed by the subject in reports
   */
  DelayedCall timer(String what, Object subject, Duration delay, Runnable action);

  /** Records an event that has happened. */
  void trace(String kind, Object subject, Object detail);
}
