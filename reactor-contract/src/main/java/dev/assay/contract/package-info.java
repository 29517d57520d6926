// SPDX-License-Identifier: Apache-2.0
/** What every reactor must do, as checks that anybody can run on theirs. */
@NullMarked
package dev.assay.contract;

import org.jspecify.annotations.NullMarked;
