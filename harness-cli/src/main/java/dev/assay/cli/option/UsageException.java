// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli.option;

/**
 * A mistake in the arguments of the command.
 *
 * @since 0.1
 */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes the exception; the message says what is wrong. */
  public UsageException(String message) {
    super(message);
  }
}
