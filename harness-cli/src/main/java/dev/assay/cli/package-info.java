// SPDX-License-Identifier: Apache-2.0
/** The command that runs tests and tells what came of them. */
@NullMarked
package dev.assay.cli;

import org.jspecify.annotations.NullMarked;
