// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

/** The ways in which a {@link DeferredList} may differ from waiting for all. */
enum ListFlag {
  /** The list fires with the first value, as an {@link Indexed}. */
  FIRE_ON_ONE_CALLBACK,
  /** The list fails with the first failure, as a {@link FirstErrorException}. */
  FIRE_ON_ONE_ERRBACK,
  /**
   * The failures of the members are handled, also those that come when the list has fired; null
   * takes their place.
   */
  CONSUME_ERRORS
}
