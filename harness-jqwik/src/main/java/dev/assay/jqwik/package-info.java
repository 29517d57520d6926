// SPDX-License-Identifier: Apache-2.0
/** Properties of asynchronous code, for jqwik: arbitraries, and trials around each try. */
@NullMarked
package dev.assay.jqwik;

import org.jspecify.annotations.NullMarked;
