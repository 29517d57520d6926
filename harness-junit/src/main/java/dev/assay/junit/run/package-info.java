// SPDX-License-Identifier: Apache-2.0
/**
 * What all doors to trials share: settings from annotations, what a trial is given, and what is
 * reported of it beside its verdict.
 */
@NullMarked
package dev.assay.junit.run;

import org.jspecify.annotations.NullMarked;
