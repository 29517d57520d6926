// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol;

import org.jspecify.annotations.Nullable;

/**
 * The end of a connection whose two sides could not agree on TLS, or that received something other
 * than TLS.
 *
 * @since 0.1
 */
public sealed class TlsFailedException extends ConnectionLostException
    permits CertificateRefusedException {
  private static final long serialVersionUID = 1L;

  /** Creates the reason, with a message that says what happened to which connection. */
  public TlsFailedException(String message) {
    this(message, null);
  }

  /** Creates the reason, with a message that says what happened, and its cause. */
  public TlsFailedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
