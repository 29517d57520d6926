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
 * The permission to leave some things behind. A trial has the permissions of its method, its
 * classes and its package together.
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
   * Returns the names or labels of things and threads that may be left behind. A name that ends in
   * {@code *} matches all names that begin with the rest: {@code HttpClient-*} matches the threads
   * of any {@code HttpClient}.
   */
  String[] names() default {};
}
