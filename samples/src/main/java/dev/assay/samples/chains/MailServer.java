// SPDX-License-Identifier: Apache-2.0
package dev.assay.samples.chains;

import dev.assay.deferred.Deferred;

/** What takes mail. */
@FunctionalInterface
interface MailServer {
  /**
   * Hands over a mail. The Deferred fires with its number; it fails with {@link Busy} if the same
   * mail may be taken later, and with other exceptions if it never will. Cancelling it takes the
   * mail back.
   */
  Deferred<Integer> send(String recipient, String text);

  /** The failure to take a mail just now. */
  final class Busy extends Exception {
    private static final long serialVersionUID = 1L;

    Busy(String message) {
      super(message);
    }
  }
}
