// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.conformance;

/** Says that a line is not a case, or holds something that the format does not know. */
final class MalformedCaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MalformedCaseException(String message) {
    super(message);
  }
}
