// SPDX-License-Identifier: Apache-2.0
/** Where to connect, or to listen, as a value. */
@NullMarked
package dev.assay.endpoint;

import org.jspecify.annotations.NullMarked;
