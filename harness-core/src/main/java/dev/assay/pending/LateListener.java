// SPDX-License-Identifier: Apache-2.0
package dev.assay.pending;

/**
 * What is told, on the threads that do it, of what threads of a trial do when the trial has ended.
 *
 * @since 0.1
 */
public interface LateListener {
  /** Is told that a thread wanted to use something of the trial. */
  void used(String what);

  /** Is told of an error that a thread has died of, or has logged. */
  void failed(String what, Throwable error);
}
