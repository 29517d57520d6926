// SPDX-License-Identifier: Apache-2.0
/** Chains of callbacks and errbacks, at work in what mails a summary of an application. */
@NullMarked
package dev.assay.samples.chains;

import org.jspecify.annotations.NullMarked;
