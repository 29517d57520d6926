// SPDX-License-Identifier: Apache-2.0
/** A door to what recorded programs of Twisted use and users of Assay do not. */
@NullMarked
package dev.assay.deferred;

import org.jspecify.annotations.NullMarked;
