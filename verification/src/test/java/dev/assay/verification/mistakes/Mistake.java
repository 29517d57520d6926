// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.mistakes;

import dev.assay.trial.FailureCode;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The mark of a class whose one trial makes a mistake. The line that the failure must name ends in
 * the comment {@code // here}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Mistake {
  /** Returns what the mistake is, as a line of the table in {@code docs/mistakes.md}. */
  String value();

  /** Returns the code of the failure; none means that the trial's own exception is the failure. */
  FailureCode[] code() default {};

  /** Returns what others make of the same mistake, as far as it was measured. */
  String elsewhere() default "";
}
