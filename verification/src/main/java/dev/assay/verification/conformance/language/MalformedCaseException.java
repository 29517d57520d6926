// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.conformance.language;

/** Says that a line is not a case, or holds something that the format does not know. */
public final class MalformedCaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public MalformedCaseException(String message) {
    super(message);
  }
}
