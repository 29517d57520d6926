// SPDX-License-Identifier: Apache-2.0
/**
 * The lookup of host names, by {@code Names}: a name enters, and its addresses or a {@code
 * DnsLookupException} leave, as a Deferred.
 */
@NullMarked
package dev.assay.netty.name;

import org.jspecify.annotations.NullMarked;
