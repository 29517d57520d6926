// SPDX-License-Identifier: Apache-2.0
package dev.assay.ledger;

/**
 * A listener for what threads of a trial do after its end. It is called on those threads.
 *
 * @since 0.1
 */
public interface AfterEndListener {
  /** Called when a thread has tried to use something of the trial. */
  void used(String what);

  /** Called with an error that has ended a thread, or that a thread has logged. */
  void failed(String what, Throwable error);
}
