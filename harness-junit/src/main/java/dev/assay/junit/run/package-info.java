// SPDX-License-Identifier: Apache-2.0
/** What all doors to trials share: settings from annotations, and what a trial is given. */
@NullMarked
package dev.assay.junit.run;

import org.jspecify.annotations.NullMarked;
