// SPDX-License-Identifier: Apache-2.0
package dev.assay.jqwik;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A {@link java.time.Duration} after which an event happens: often zero, often the same as another,
 * often a nanosecond more or less.
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.ANNOTATION_TYPE, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface Delay {
  /**
   * Returns the relevant deadline, such as {@code 2s}: many delays are just before it, at it or
   * just after it, and none is more than twice as long.
   */
  String around() default "";
}
