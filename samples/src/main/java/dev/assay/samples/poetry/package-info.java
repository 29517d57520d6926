// SPDX-License-Identifier: Apache-2.0
/** A slow poetry server, and a client that fetches the poems of many servers at once. */
@NullMarked
package dev.assay.samples.poetry;

import org.jspecify.annotations.NullMarked;
