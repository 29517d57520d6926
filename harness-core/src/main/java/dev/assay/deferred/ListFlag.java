// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

/** The ways in which a {@link DeferredList} may differ from waiting for all members. */
enum ListFlag {
  /** The list fires with the first value, as an {@link Indexed}. */
  FIRE_ON_ONE_CALLBACK,
  /** The list fails with the first failure, as a {@link FirstErrorException}. */
  FIRE_ON_ONE_ERRBACK,
  /**
   * The failures of the members count as handled, also those after the list has fired; null
   * replaces them.
   */
  CONSUME_ERRORS
}
