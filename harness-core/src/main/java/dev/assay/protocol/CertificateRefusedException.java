// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol;

import org.jspecify.annotations.Nullable;

/**
 * The end of a connection of which one side has refused the certificate of the other: it is not
 * trusted, not valid, for another host, or missing. Both sides are notified with this reason.
 *
 * @since 0.1
 */
public final class CertificateRefusedException extends TlsFailedException {
  private static final long serialVersionUID = 1L;

  /** Creates the reason, with a message that says what happened to which connection. */
  public CertificateRefusedException(String message) {
    this(message, null);
  }

  /** Creates the reason, with a message that says what happened, and its cause. */
  public CertificateRefusedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
