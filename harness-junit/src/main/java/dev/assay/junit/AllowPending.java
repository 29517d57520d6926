// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit;

import dev.assay.pending.PendingKind;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permission to leave some things behind. What is allowed outside is allowed inside, too.
 *
 * @since 0.1
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.PACKAGE, ElementType.ANNOTATION_TYPE})
public @interface AllowPending {
  /** Returns the kinds of things that may be left behind. */
  PendingKind[] value() default {};

  /**
   * Returns the names or labels of things and threads that may be left behind. One that ends in
   * {@code *} stands for all that begin so: {@code HttpClient-*} for the threads of any {@code
   * HttpClient}.
   */
  String[] names() default {};
}
