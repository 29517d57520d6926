// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The limits of a trial in virtual and in real time, such as {@code 2s}, {@code 500ms} or {@code
 * 1m30s}. An empty limit is inherited from the enclosing class, package or run.
 *
 * @since 0.1
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.PACKAGE, ElementType.ANNOTATION_TYPE})
public @interface TimeLimit {
  /** Returns the most virtual time that each wait may take. */
  String virtual() default "";

  /** Returns the most real time that may pass without progress. */
  String real() default "";

  /**
   * Returns the most real time that one part of the trial may sleep in total, and that one wait in
   * it may last while no thread that could end the wait runs. A part is a fixture, the trial's
   * method or a cleanup.
   */
  String blocking() default "";
}
