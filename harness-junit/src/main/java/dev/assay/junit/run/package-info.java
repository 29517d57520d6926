// SPDX-License-Identifier: Apache-2.0
/**
 * The code that all engines and extensions share: settings from annotations, the parameters of a
 * trial, and the reports about it in addition to its verdict.
 */
@NullMarked
package dev.assay.junit.run;

import org.jspecify.annotations.NullMarked;
