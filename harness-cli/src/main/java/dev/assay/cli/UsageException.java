// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

/** A mistake in the arguments of the command. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
