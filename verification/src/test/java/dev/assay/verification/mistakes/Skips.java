// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The mark of a trial without a mistake that skips itself, and must be reported as aborted. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Skips {}
