// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol;

/**
 * The failure to connect because the local address to connect from could not be bound.
 *
 * @since 0.1
 */
public final class LocalAddressException extends ConnectFailedException {
  private static final long serialVersionUID = 1L;

  /** Creates the reason from the failure to bind the address. */
  public LocalAddressException(BindFailedException cause) {
    super(String.valueOf(cause.getMessage()), cause);
  }
}
